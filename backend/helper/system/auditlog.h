// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rehearsaloutcome.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::helper
{

/// One line of the record of changes (systemd journal with fields of its own; standard error elsewhere).
/// Never carries file contents.
struct AuditRecord {
    QString event; ///< "apply", "confirm", "rolled-back", …
    quint32 uid = 0;
    QString transactionId;
    QString bond;
    QString backend;
    QStringList files; ///< "path sha256-before sha256-after"
    QString result; ///< "ok" or an error code
    QString detail; ///< free text, put into English and escaped
    std::optional<RehearsalOutcome> rehearsed = {}; ///< what the client says of a rehearsal
};

void audit(const AuditRecord &record);
/// A refusal. @param uid the bus daemon's word; the bus name alone says nothing once its owner is gone
void auditDenied(quint32 uid, const QString &sender, QLatin1StringView method);

/// Control characters, line ends and bidirectional marks as \uXXXX: a name cannot forge a second line.
QString escapedForLog(const QString &text);

} // namespace bondwright::helper
