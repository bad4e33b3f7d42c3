// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "kernel/event.h"

#include <QByteArray>
#include <QList>

namespace bondwright::watch
{

/// What "journalctl MESSAGE_ID=…" finds; packaging/watch has a catalog entry for each in both languages.
enum class JournalMessage : quint8 {
    Verdict,
    Failover,
    LinkLost,
    LinkBack,
    RedundancyLost,
    RedundancyRestored,
    Other, ///< any other event of a bond
};
QByteArray messageId(JournalMessage message); ///< 32 hexadecimal digits, fixed for ever
inline constexpr int journalMessageCount = int(JournalMessage::Other) + 1;

using JournalFields = QList<QByteArray>; ///< each "NAME=value"

/// In English, as all of the journal, with BOND, SLAVE, SLAVE_FROM, SLAVE_TO, REASON, OUTAGE_USEC as far as the event has
/// them; those that the catalog's sentences name are there always.
JournalFields journalFields(const kernel::BondEvent &event);
/// What a ping to the target measured of an event.
JournalFields outageFields(kernel::BondEvent event, const QString &target);
/// With BOND, VERDICT, RULE, CAUSE, EVIDENCE and NEXT_STEP.
JournalFields journalFields(const QString &bond, const diagnosis::Diagnosis &diagnosis);
/// @return whether the journal took it
bool sendToJournal(const JournalFields &fields);

} // namespace bondwright::watch
