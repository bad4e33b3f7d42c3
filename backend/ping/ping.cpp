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

namespace
{

QString howToAllowIcmp()
{
    //: @info how to allow ICMP sockets; keep the command as it is
    return QCoreApplication::translate(
        "bondwright::ping",
        "This user may not open ICMP sockets, so the system's ping is used, which is less precise. To allow "
        "them: sysctl -w net.ipv4.ping_group_range=\"0 2147483647\"");
}

} // namespace

Pinger::~Pinger() = default;

QString PingAddress::toString() const
{
    return zone.isEmpty() ? ip.toString() : ip.toString() + u'%' + zone;
}

std::optional<PingAddress> targetOf(const std::optional<IpAddress> &address)
{
    if (!address || address->isUnspecified() || address->isMulticast() || address->isBroadcast())
        return std::nullopt;
    return PingAddress{*address, {}};
}

std::optional<PingAddress> parseTarget(const QString &text)
{
    const QString words = text.trimmed();
    const qsizetype sign = words.indexOf(u'%');
    auto target = targetOf(IpAddress::fromString(QStringView(words).first(sign < 0 ? words.size() : sign)));
    if (!target || sign < 0)
        return target;
    const QString zone = words.sliced(sign + 1);
    // A zone is an interface of this host: its number, or its name (which may be any text of 15 bytes).
    if (target->ip.family() != IpAddress::Family::V6 || !target->ip.isLinkLocal() || zone.isEmpty()
        || zone.toUtf8().size() > 15)
        return std::nullopt;
    target->zone = zone;
    return target;
}

Pinger *createPinger(const PingTarget &target, QObject *parent)
{
    PingTarget unbound = target;
    unbound.boundTo.clear(); // a bond that is not there yet is no reason to take the slower way
    IcmpSocket probe;
    const int error = probe.open(unbound);
    if (error == 0)
        return new IcmpPinger(target, parent);
    auto *pinger = new SystemPinger(target, {}, {}, parent);
    if (error == EACCES || error == EPERM)
        QTimer::singleShot(0, pinger,
                           [pinger] { Q_EMIT pinger->troubleOccurred(howToAllowIcmp(), Pinger::Trouble::Lasting); });
    return pinger;
}

} // namespace bondwright::ping
