// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/nicuse.h"

#include "domain/ipaddress.h"

#include <QSet>

namespace bondwright::models
{

QString nicUseName(NicUse use)
{
    switch (use) {
    case NicUse::Free:
        return QStringLiteral("free");
    case NicUse::InUse:
        return QStringLiteral("in-use");
    case NicUse::NotUsable:
        return QStringLiteral("not-usable");
    }
    return {};
}

QString NicJudge::whyNever(const QString &kind)
{
    static const QSet<QString> stacked{QStringLiteral("vlan"),   QStringLiteral("macvlan"), QStringLiteral("macvtap"),
                                       QStringLiteral("ipvlan"), QStringLiteral("vrf"),     QStringLiteral("bridge"),
                                       QStringLiteral("team"),   QStringLiteral("bond"),    QStringLiteral("hsr")};
    static const QSet<QString> tunnels{
        QStringLiteral("tun"),    QStringLiteral("wireguard"), QStringLiteral("vxlan"),  QStringLiteral("geneve"),
        QStringLiteral("gre"),    QStringLiteral("gretap"),    QStringLiteral("ip6gre"), QStringLiteral("ip6gretap"),
        QStringLiteral("erspan"), QStringLiteral("ip6erspan"), QStringLiteral("ipip"),   QStringLiteral("ip6tnl"),
        QStringLiteral("sit"),    QStringLiteral("vti"),       QStringLiteral("vti6"),   QStringLiteral("ppp"),
        QStringLiteral("xfrm"),   QStringLiteral("can"),       QStringLiteral("vcan")};
    if (kind == u"loopback")
        //: @info why a NIC cannot be bonded
        return tr("The loopback interface has no cable.");
    if (kind == u"wireless")
        //: @info why a NIC cannot be bonded
        return tr("Access points refuse a second MAC address: wireless NICs do not work in a bond.");
    if (stacked.contains(kind))
        //: @info why a NIC cannot be bonded; %1 is a kind such as vlan
        return tr("It is made of other interfaces (%1): bond those instead.").arg(kind);
    if (tunnels.contains(kind))
        //: @info why a NIC cannot be bonded; %1 is a kind such as tun
        return tr("It is a tunnel (%1), not a NIC.").arg(kind);
    return {};
}

QString NicJudge::whyInAWord(const kernel::NicState &nic)
{
    if (nic.kind == u"loopback")
        //: @info kind of interface, in a table
        return tr("loopback");
    if (nic.kind == u"wireless")
        //: @info kind of interface, in a table
        return tr("wireless");
    if (!whyNever(nic.kind).isEmpty())
        return nic.kind;
    //: @info kind of interface, in a table
    return tr("no Ethernet");
}

NicUsage NicJudge::usage(const kernel::NicState &nic, const kernel::Snapshot &snapshot)
{
    if (const QString never = whyNever(nic.kind); !never.isEmpty())
        return {NicUse::NotUsable, false, never};
    // ARPHRD_ETHER, ARPHRD_INFINIBAND: what the driver takes together with others of the same type.
    if (nic.hardwareType != 1 && nic.hardwareType != 32)
        //: @info why a NIC cannot be bonded
        return {NicUse::NotUsable, false, tr("It is not an Ethernet NIC.")};
    if (nic.masterIndex != 0) {
        const auto master = snapshot.nics.constFind(nic.masterIndex);
        const QString name = master == snapshot.nics.cend() ? QStringLiteral("#%1").arg(nic.masterIndex) : master->name;
        if (snapshot.bonds.contains(nic.masterIndex))
            //: @info %1 is a bond
            return {NicUse::InUse, false, tr("Slave of %1").arg(name)};
        //: @info %1 is a bridge or another interface that holds this one
        return {NicUse::InUse, false, tr("Port of %1").arg(name)};
    }
    if (nic.carriesDefaultRoute)
        //: @info %1 is an address with prefix length
        return {NicUse::InUse, true, tr("In use: %1, default route").arg(nic.addresses.toStrings().value(0))};
    // Every NIC that is up has a link-local address; that alone is no use.
    for (const IpNetwork &network : nic.addresses) {
        if (!network.address.isLinkLocal())
            //: @info %1 is an address with prefix length
            return {NicUse::InUse, true, tr("In use: %1").arg(network.toString())};
    }
    return {};
}

} // namespace bondwright::models
