// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/event.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace bondwright::history
{

/// What a saved log says of bonds.
struct SavedLog {
    /// In the order of the log. An event of a log that counts from the start of the host (dmesg) has no wallTime; its
    /// monotonicNs is that count.
    QList<kernel::BondEvent> events;
    QStringList notUnderstood; ///< lines of the bonding driver that stand for no known event, as they are; at most 64
    qsizetype moreNotUnderstood = 0; ///< how many more
    bool isWhole = true; ///< false: what came first was not read
};

/// Reads a saved log: dmesg (plain, -T, -r, -x, -d, --time-format iso, with callers), journalctl (short and its variants,
/// short-iso, json), or the files of rsyslog in either format and that of RFC 5424. Pure.
/// @param text at most 32 MiB; more is not read
/// @param writtenAt moment of the last line, at the latest: tells the year where the lines do not
/// @return error "log.format" if no line looks like one of such a log
Result<SavedLog> readSavedLog(const QByteArray &text, const QDateTime &writtenAt);

} // namespace bondwright::history
