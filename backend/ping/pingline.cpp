// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/pingline.h"

#include <cmath>

namespace bondwright::ping
{

namespace
{

/// The text behind `key`, up to the next blank.
std::optional<QByteArrayView> wordAfter(QByteArrayView line, QByteArrayView key)
{
    const qsizetype at = line.indexOf(key);
    if (at < 0)
        return std::nullopt;
    const QByteArrayView rest = line.sliced(at + key.size());
    const qsizetype end = rest.indexOf(' ');
    return end < 0 ? rest : rest.first(end);
}

std::optional<quint16> sequenceOf(QByteArrayView line)
{
    const std::optional<QByteArrayView> word = wordAfter(line, "icmp_seq=");
    if (!word)
        return std::nullopt;
    bool isNumber = false;
    const ushort sequence = word->toUShort(&isNumber);
    return isNumber ? std::optional<quint16>(sequence) : std::nullopt;
}

std::optional<std::chrono::nanoseconds> rttOf(QByteArrayView line)
{
    // "time=0.045 ms"; "time<1 ms" is of other pings.
    const std::optional<QByteArrayView> word = wordAfter(line, "time=");
    if (!word || !line.endsWith(" ms"))
        return std::nullopt;
    bool isNumber = false;
    const double ms = word->toDouble(&isNumber);
    if (!isNumber || !(ms >= 0 && ms < 86'400'000))
        return std::nullopt;
    return std::chrono::nanoseconds(std::llround(ms * 1e6));
}

} // namespace

std::optional<PingLine> parsePingLine(QByteArrayView line)
{
    line = line.trimmed();
    if (line.startsWith("ping: ")) {
        const bool isTooFast = line.contains("cannot flood") || line.contains("minimal interval");
        return PingLine{isTooFast ? PingLine::Kind::TooFast : PingLine::Kind::Complaint, 0, {}};
    }
    const std::optional<quint16> sequence = sequenceOf(line);
    if (!sequence || line.endsWith("(DUP!)"))
        return std::nullopt;
    if (line.startsWith("no answer yet for "))
        return PingLine{PingLine::Kind::NoAnswerYet, *sequence, {}};
    if (line.startsWith("From "))
        return PingLine{PingLine::Kind::Refused, *sequence, {}};
    if (const auto rtt = rttOf(line); rtt && line.contains(" bytes from "))
        return PingLine{PingLine::Kind::Answer, *sequence, *rtt};
    return std::nullopt;
}

quint32 unwrapSequence(quint16 sequence, quint32 last)
{
    const auto step = qint16(quint16(sequence - quint16(last)));
    const qint64 wide = qint64(last) + step;
    return wide < 0 ? sequence : quint32(wide);
}

} // namespace bondwright::ping
