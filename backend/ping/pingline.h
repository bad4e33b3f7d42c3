// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace bondwright::ping
{

/// One line of the system's ping (iputils, C locale).
struct PingLine {
    enum class Kind : quint8 {
        Answer, ///< "64 bytes from 192.0.2.1: icmp_seq=7 ttl=64 time=0.045 ms"
        NoAnswerYet, ///< "no answer yet for icmp_seq=7" (option -O), said when the next one is sent
        Refused, ///< "From 192.0.2.2 icmp_seq=7 Destination Host Unreachable"
        TooFast, ///< the interval is below what a user may have
        Complaint, ///< "ping: …": cannot go on, or cannot send
    };
    Kind kind = Kind::Answer;
    quint16 sequence = 0; ///< of the first three
    std::chrono::nanoseconds rtt{0}; ///< of Answer

    friend bool operator==(const PingLine &, const PingLine &) = default;
};

/// nullopt: a line that says nothing about one packet (headings, statistics, duplicates).
std::optional<PingLine> parsePingLine(QByteArrayView line);

/// The 16-bit number's place in the row of all numbers: the one nearest to the last.
quint32 unwrapSequence(quint16 sequence, quint32 last);

} // namespace bondwright::ping
