// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/journal.h"

#include <sys/syslog.h>
#include <sys/uio.h>
#include <systemd/sd-journal.h>

#include <array>
#include <vector>

namespace bondwright::watch
{

namespace
{

constexpr std::array<const char *, journalMessageCount> messageIds{
    "0641e75a3b6448969e2d846630ed7a14", "cf20cbc2ed024e6c90689e5c7cecc6d8", "7d2b3e9e8f9a4b70b5743ffc4922b74f",
    "b4a229dc75b94fb0853e4f8b5308b071", "e05e4fb7c8d4428c9cdf6fa9095e15b7", "610532f05d4c4aae8c2d15fea8c08495",
    "041661dd2b234b27b990fc3c9d7735cd"};

JournalMessage messageOf(kernel::EventKind kind)
{
    using kernel::EventKind;
    switch (kind) {
    case EventKind::Failover:
        return JournalMessage::Failover;
    case EventKind::SlaveDown:
        return JournalMessage::LinkLost;
    case EventKind::SlaveUp:
        return JournalMessage::LinkBack;
    case EventKind::RedundancyDegraded:
        return JournalMessage::RedundancyLost;
    case EventKind::RedundancyRestored:
        return JournalMessage::RedundancyRestored;
    default:
        return JournalMessage::Other;
    }
}

int priorityOf(kernel::EventSeverity severity)
{
    switch (severity) {
    case kernel::EventSeverity::Critical:
        return LOG_ERR;
    case kernel::EventSeverity::Warning:
        return LOG_WARNING;
    case kernel::EventSeverity::Info:
        break;
    }
    return LOG_INFO;
}

int priorityOf(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::Healthy:
    case diagnosis::Verdict::Unknown:
        return LOG_NOTICE;
    case diagnosis::Verdict::Down:
        return LOG_ERR;
    default:
        return LOG_WARNING;
    }
}

void add(JournalFields &fields, const QByteArray &name, const QString &value)
{
    if (!value.isEmpty())
        fields.append(name + '=' + value.toUtf8());
}

/// The fields that a sentence of the catalog names: journalctl shows the name of a missing one.
void addNamed(JournalFields &fields, const QByteArray &name, const QString &value)
{
    add(fields, name, value.isEmpty() ? QStringLiteral("–") : value);
}

JournalFields begin(JournalMessage message, int priority, const QString &text)
{
    return {"MESSAGE=" + text.toUtf8(), "MESSAGE_ID=" + messageId(message), "PRIORITY=" + QByteArray::number(priority),
            "SYSLOG_IDENTIFIER=bondwright-watch"};
}

} // namespace

QByteArray messageId(JournalMessage message)
{
    return messageIds.at(std::size_t(message));
}

JournalFields journalFields(const kernel::BondEvent &event)
{
    const QString text = event.bond.isEmpty() ? eventText(event) : event.bond + QStringLiteral(": ") + eventText(event);
    JournalFields fields = begin(messageOf(event.kind), priorityOf(eventSeverity(event)), text);
    const bool isFailover = event.kind == kernel::EventKind::Failover;
    add(fields, "EVENT", eventKindName(event.kind));
    add(fields, "BOND", event.bond);
    if (isFailover) {
        add(fields, "SLAVE", event.slave);
        addNamed(fields, "SLAVE_FROM", event.from);
        addNamed(fields, "SLAVE_TO", event.to);
        addNamed(fields, "REASON", eventReasonName(event.reason));
    } else {
        // Two of the sentences name the link.
        const bool isNamed
            = messageOf(event.kind) == JournalMessage::LinkLost || messageOf(event.kind) == JournalMessage::LinkBack;
        isNamed ? addNamed(fields, "SLAVE", event.slave) : add(fields, "SLAVE", event.slave);
        add(fields, "VALUE_FROM", event.from);
        add(fields, "VALUE_TO", event.to);
        add(fields, "REASON", eventReasonName(event.reason));
    }
    add(fields, "OPTION", event.option);
    if (event.outage)
        add(fields, "OUTAGE_USEC", QString::number(std::chrono::microseconds(*event.outage).count()));
    return fields;
}

JournalFields outageFields(kernel::BondEvent event, const QString &target)
{
    event.kind = kernel::EventKind::PingOutage;
    event.from.clear();
    event.to = target;
    return journalFields(event);
}

JournalFields journalFields(const QString &bond, const diagnosis::Diagnosis &diagnosis)
{
    JournalFields fields
        = begin(JournalMessage::Verdict, priorityOf(diagnosis.verdict),
                QStringLiteral("%1 is %2. %3").arg(bond, verdictName(diagnosis.verdict), diagnosis.cause));
    add(fields, "BOND", bond);
    add(fields, "VERDICT", verdictName(diagnosis.verdict));
    add(fields, "RULE", ruleName(diagnosis.rule));
    addNamed(fields, "CAUSE", diagnosis.cause);
    add(fields, "EVIDENCE", diagnosis.evidence);
    addNamed(fields, "NEXT_STEP", diagnosis.nextStep);
    return fields;
}

bool sendToJournal(const JournalFields &fields)
{
    std::vector<iovec> vectors;
    for (const QByteArray &field : fields)
        vectors.push_back({const_cast<char *>(field.constData()), std::size_t(field.size())});
    return ::sd_journal_sendv(vectors.data(), int(vectors.size())) == 0;
}

} // namespace bondwright::watch
