// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/nicuse.h"

#include "domain/ipaddress.h"

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

StateShape shapeOf(NicUse use)
{
    switch (use) {
    case NicUse::Free:
        return StateShape::Free;
    case NicUse::InUse:
        return StateShape::Used;
    case NicUse::NotUsable:
        break;
    }
    return StateShape::Unusable;
}

QString NicJudge::whyNever(const InterfaceKind &kind)
{
    if (kind == InterfaceKind::Loopback)
        //: @info why a NIC cannot be bonded
        return tr("The loopback interface has no cable.");
    if (kind == InterfaceKind::Wireless)
        //: @info why a NIC cannot be bonded
        return tr("Access points refuse a second MAC address: wireless NICs do not work in a bond.");
    if (kind.isStacked())
        //: @info why a NIC cannot be bonded; %1 is a kind such as vlan
        return tr("It is made of other interfaces (%1): bond those instead.").arg(kind.toString());
    if (kind.isTunnel())
        //: @info why a NIC cannot be bonded; %1 is a kind such as tun
        return tr("It is a tunnel (%1), not a NIC.").arg(kind.toString());
    return {};
}

QString NicJudge::whyInAWord(const kernel::NicState &nic)
{
    if (nic.kind == InterfaceKind::Loopback)
        //: @info kind of interface, in a table
        return tr("loopback");
    if (nic.kind == InterfaceKind::Wireless)
        //: @info kind of interface, in a table
        return tr("wireless");
    if (!whyNever(nic.kind).isEmpty())
        return nic.kind.toString();
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
