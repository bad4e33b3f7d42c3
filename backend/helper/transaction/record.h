// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "helper/environment.h"
#include "helper/plan/work.h"
#include "helper/runtime/state.h"
#include "helperclient/types.h"

#include <QJsonObject>

#include <optional>

namespace bondwright::helper
{

/// All that another process needs to finish or take back a transaction: written down before anything is
/// changed, and again at every state.
struct Record {
    static constexpr int currentVersion = 1;

    Transaction transaction; ///< as clients see it
    QString token;
    Backend backend = Backend::RuntimeOnly;
    QString filesId; ///< of the file transaction; empty before the files are prepared
    QList<BondPlan> before;
    QList<BondPlan> after;
    QStringList paths;
    runtime::State runtime; ///< as it was
    QList<BondPlan> running; ///< the bonds among it, with every option as the driver had it
    QJsonObject activatorMemo; ///< what the activator wants to know again
    QString bootId;
    qint64 startedBootMs = 0;
    qint64 deadlineBootMs = 0; ///< of the confirmation; 0 before AwaitingConfirm
    qint64 confirmWithinMs = 0;
};

/// Keeps at most one record of an unfinished transaction, and the last finished one so that a request
/// repeated after a lost reply gets the same answer.
class RecordStore final
{
public:
    explicit RecordStore(Environment environment);

    Result<void> save(const Record &record); ///< durable when it returns
    /// nullopt: none. "helper.record" if it is damaged or of another version: then it is left as it is.
    Result<std::optional<Record>> load() const;
    /// Moves the record to the finished one. A full disk keeps only the latter from being written: what is
    /// over must not look pending for that.
    Result<void> finish(const Record &record);
    std::optional<Record> lastFinished() const;

    QString pendingPath() const; ///< as the host sees it

private:
    Result<void> write(const QString &path, const Record &record);
    Result<std::optional<Record>> read(const QString &path) const;
    QString lastPath() const;

    Environment m_environment;
};

/// Bonds and VLANs that the change makes: on the way back they go.
QStringList newLinksOf(const Record &record);

QByteArray recordToJson(const Record &record);
Result<Record> recordFromJson(const QByteArray &json);

} // namespace bondwright::helper
