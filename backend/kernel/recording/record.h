// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/counters.h"
#include "kernel/event.h"
#include "kernel/snapshot.h"

#include <QJsonObject>

#include <variant>

namespace bondwright::kernel
{

/// A recording is a text file of one JSON object a line. The first says what it is:
///   {"format":"bondwright-recording","version":1,"program":"0.1.0","wall":"2026-11-22T…Z"}
/// then each has "type" and "t" (CLOCK_MONOTONIC, ns): "state" (all there is), "change" (only what differs),
/// "event", "sample", "ping", "trouble", "end". Unknown types are passed over, so that a newer program may add some;
/// a version above ours is refused.
namespace recording
{
inline constexpr int version = 1;
inline constexpr qsizetype maximumLine = 64 * 1024 * 1024; ///< 65536 interfaces in one state fit
inline constexpr qint64 defaultMaximumSize = 512LL * 1024 * 1024;

struct Header {
    int version = 0;
    QString program;
    QDateTime wallTime;

    friend bool operator==(const Header &, const Header &) = default;
};

/// "state" and "change": a state names everything, a change what is new, different or gone.
struct Change {
    bool isWhole = false;
    QList<NicState> nics;
    QList<BondState> bonds;
    QList<int> goneNics;
    QList<int> goneBonds;
    QString kernelRelease; ///< state only
    bool bondingDriver = false; ///< state only

    bool isEmpty() const { return nics.isEmpty() && bonds.isEmpty() && goneNics.isEmpty() && goneBonds.isEmpty(); }
    friend bool operator==(const Change &, const Change &) = default;
};

/// A ping through a bond; the record's time is when it was sent. It stands where it was answered or given up.
struct PingResult {
    QString bond;
    QString target;
    quint32 sequence = 0;
    std::optional<qint64> rttNs; ///< nullopt: lost

    friend bool operator==(const PingResult &, const PingResult &) = default;
};

struct Trouble {
    QString message;

    friend bool operator==(const Trouble &, const Trouble &) = default;
};

/// The recording ends here: "stopped", or "limit" if it had grown too large.
struct End {
    QString reason;

    friend bool operator==(const End &, const End &) = default;
};

using Content = std::variant<std::monostate, Change, BondEvent, CounterSample, PingResult, Trouble, End>;
struct Record {
    qint64 monotonicNs = 0;
    Content content; ///< monostate: a type from the future

    friend bool operator==(const Record &, const Record &) = default;
};

QByteArray toLine(const Header &header);
QByteArray toLine(const Record &record);
/// Pure; errors have the codes "recording.format" and "recording.version".
Result<Header> headerFromLine(const QByteArray &line);
Result<Record> recordFromLine(const QByteArray &line);
/// Of a line that has been parsed already.
Result<Record> recordFromObject(const QJsonObject &object);

Change differenceOf(const Snapshot &before, const Snapshot &after);
Change wholeOf(const Snapshot &snapshot);
void applyTo(Snapshot &snapshot, const Change &change);

} // namespace recording
} // namespace bondwright::kernel
