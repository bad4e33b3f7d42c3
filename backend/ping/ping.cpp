// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/ping.h"

#include "ping/icmppinger.h"
#include "ping/systempinger.h"

#include <QCoreApplication>
#include <QTimer>

#include <cerrno>

namespace bondwright::ping
{

Pinger::~Pinger() = default;

std::optional<QHostAddress> parseTarget(const QString &text)
{
    const QHostAddress address(text.trimmed());
    // QHostAddress also reads "1", "0x7f.1": a host name or a slip rather than what was meant.
    const bool isIpv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    if (address.isNull() || address.isMulticast() || address.isBroadcast()
        || address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6)
        || (isIpv4 && address.toString() != text.trimmed()))
        return std::nullopt;
    return address;
}

QString howToAllowIcmp()
{
    //: @info how to allow ICMP sockets; keep the command as it is
    return QCoreApplication::translate(
        "bondwright::ping",
        "This user may not open ICMP sockets, so the system's ping is used, which is less precise. To allow "
        "them: sysctl -w net.ipv4.ping_group_range=\"0 2147483647\"");
}

Pinger *createPinger(const PingTarget &target, QObject *parent)
{
    PingTarget unbound = target;
    unbound.boundTo.clear(); // a bond that is not there yet is no reason to take the slower way
    IcmpSocket probe;
    const int error = probe.open(unbound);
    if (error == 0)
        return new IcmpPinger(target, parent);
    auto *pinger = new SystemPinger(target, {}, parent);
    if (error == EACCES || error == EPERM)
        QTimer::singleShot(0, pinger, [pinger] { Q_EMIT pinger->troubleOccurred(howToAllowIcmp()); });
    return pinger;
}

} // namespace bondwright::ping
