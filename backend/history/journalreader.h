// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/event.h"

#include <QDateTime>
#include <QList>

#include <chrono>

namespace bondwright::history
{

/// What the system journal knows of bonds.
struct JournalEvents {
    QList<kernel::BondEvent> events; ///< oldest first, ids 0
    bool isComplete = true; ///< false: the bound on entries was reached before `since`
};

/// Kernel messages looked at, at most: newest first.
inline constexpr int maxJournalEntries = 200'000;
/// Of these, in a row, that are older than what is looked for. A boot whose clock was set late begins with many such ones,
/// and the boots before it come after them.
inline constexpr int maxOlderEntries = 20'000;

/// Which entries of the journal, newest first, are read: those since a moment, within the bounds.
class JournalScan
{
public:
    explicit JournalScan(const QDateTime &since);

    enum class Step : quint8 { Read, Skip, Stop };
    /// What to do with the next entry, of this time.
    Step take(std::chrono::microseconds realtime);
    bool hasSeenAny() const { return m_seen > 0; }
    bool isComplete() const { return m_isComplete; }

private:
    std::chrono::microseconds m_since;
    int m_seen = 0;
    int m_olderInRow = 0;
    bool m_isComplete = true;
};

/// Reads the bonding driver's messages in the system journal since a moment. Blocks (milliseconds to a second
/// or so): call it in a thread where that matters. Error "journal.unreadable": there is no journal, or this
/// user may not read the system's.
Result<JournalEvents> readJournal(const QDateTime &since);

/// Brings stored events and those of the journal together, oldest first: a journal event that tells what a
/// stored one tells (same kind, bond and slave, two seconds apart at most) is left out.
QList<kernel::BondEvent> mergeEvents(const QList<kernel::BondEvent> &stored, const QList<kernel::BondEvent> &journal);

} // namespace bondwright::history
