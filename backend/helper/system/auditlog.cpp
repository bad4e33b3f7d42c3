// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/auditlog.h"

#include "i18n/printable.h"
#include "i18n/sentence.h"

#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-journal.h>

#include <cstdio>
#include <syslog.h>
#include <unistd.h>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

void send(int priority, const QString &message, const QList<QByteArray> &fields)
{
    QList<QByteArray> all = fields;
    all.prepend("PRIORITY=" + QByteArray::number(priority));
    all.prepend("MESSAGE=" + message.toUtf8());
    QList<iovec> vectors;
    for (QByteArray &field : all)
        vectors.append({field.data(), size_t(field.size())});
    // Standard error reaches the journal too where systemd runs; without systemd it is all there is.
    if (::access("/run/systemd/journal/socket", F_OK) != 0 || sd_journal_sendv(vectors.data(), int(vectors.size())) < 0)
        std::fprintf(stderr, "bondwright-helper: %s\n", message.toUtf8().constData());
}

} // namespace

QString escapedForLog(const QString &text)
{
    constexpr qsizetype maxLength = 1024;
    return i18n::printable(text.left(maxLength)).left(maxLength);
}

void audit(const AuditRecord &record)
{
    const QString rehearsed = record.rehearsed ? rehearsalOutcomeName(*record.rehearsed) : QString();
    QString message = u"%1 bond=%2 uid=%3 transaction=%4 backend=%5 result=%6 files=[%7] %8"_s.arg(
        escapedForLog(record.event), escapedForLog(record.bond), QString::number(record.uid),
        escapedForLog(record.transactionId), escapedForLog(record.backend), escapedForLog(record.result),
        escapedForLog(record.files.join(u"; "_s)), escapedForLog(i18n::inEnglish(record.detail)));
    if (record.rehearsed)
        message += u" rehearsed="_s + rehearsed;
    send(record.result == u"ok" ? LOG_NOTICE : LOG_WARNING, message,
         {"BONDWRIGHT_EVENT=" + escapedForLog(record.event).toUtf8(),
          "BONDWRIGHT_BOND=" + escapedForLog(record.bond).toUtf8(), "BONDWRIGHT_UID=" + QByteArray::number(record.uid),
          "BONDWRIGHT_TRANSACTION=" + escapedForLog(record.transactionId).toUtf8(),
          "BONDWRIGHT_RESULT=" + escapedForLog(record.result).toUtf8(), "BONDWRIGHT_REHEARSED=" + rehearsed.toUtf8()});
}

void auditDenied(quint32 uid, const QString &sender, QLatin1StringView method)
{
    send(LOG_WARNING, u"denied %1 to uid %2 (%3)"_s.arg(method, QString::number(uid), escapedForLog(sender)),
         {"BONDWRIGHT_EVENT=denied", "BONDWRIGHT_UID=" + QByteArray::number(uid),
          "BONDWRIGHT_RESULT=helper.not-authorized"});
}

} // namespace bondwright::helper
