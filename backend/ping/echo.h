// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace bondwright::ping
{

enum class Family : quint8 { IPv4, IPv6 };

/// What an echo request of ours carries behind the ICMP header, so that only our own answers count.
struct EchoMark {
    quint64 cookie = 0; ///< random, one for each pinger
    quint32 sequence = 0; ///< all 32 bits; the header's own field has 16

    friend bool operator==(const EchoMark &, const EchoMark &) = default;
};

/// An ICMP or ICMPv6 echo request for a datagram socket: the kernel fills in identifier and checksum.
QByteArray echoRequest(Family family, const EchoMark &mark);
/// Reads what a datagram socket received; nullopt for anything but an echo reply with a mark of ours whose
/// sequence agrees with the header's.
std::optional<EchoMark> parseEchoReply(Family family, QByteArrayView packet);

} // namespace bondwright::ping
