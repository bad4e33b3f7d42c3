// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "formats/files/manifest.h"
#include "helper/environment.h"
#include "helper/plan/plannedchange.h"
#include "helper/runtime/state.h"
#include "helperclient/types.h"

#include <QJsonObject>

namespace bondwright::helper
{

/// All that another process needs to finish or roll back a transaction: stored before anything is changed, and
/// its progress at every state.
struct Record {
    static constexpr int currentVersion = 3;

    Transaction transaction; ///< as clients see it
    QString token;
    Backend backend = Backend::RuntimeOnly;
    formats::Manifest files; ///< of the file transaction: the rollback needs no other index
    QList<BondPlan> before;
    QList<BondPlan> after;
    QStringList paths;
    runtime::State runtime; ///< as it was
    QList<BondPlan> running; ///< the bonds among it, with every option as the driver had it
    QJsonObject activatorMemo; ///< what the activator wants to know again
    QString bootId;
    qint64 startedBootMs = 0;
    qint64 confirmWithinMs = 0;

    // What changes after the beginning, with the transaction's state, reason, differences and manual steps:
    qint64 deadlineBootMs = 0; ///< of the confirmation; 0 before AwaitingConfirm
    quint32 starts = 1; ///< processes that began work on it; the one before died at it
    quint64 generation = 0; ///< of this part, counted by the store
};

/// Bonds and VLANs that the change makes: a rollback removes them.
QStringList newLinksOf(const Record &record);

QByteArray recordToJson(const Record &record);
/// "helper.record" if it is not one, "helper.record-version" if another release wrote it.
Result<Record> recordFromJson(const QByteArray &json);

/// The part that changes, as JSON of at most maxBytes: long texts are cut before it is too long.
QByteArray progressToJson(const Record &record, qsizetype maxBytes);
/// Takes it over. @return whether it belongs to this record
bool takeProgress(const QByteArray &json, Record *record);

} // namespace bondwright::helper
