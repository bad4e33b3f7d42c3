// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/switchside/vendors.h"

using namespace Qt::StringLiterals;

namespace bondwright::switchside
{

QStringList mikroTik(const Group &group)
{
    const QString ports = group.portNames().join(u',');
    QStringList lines;
    // A port of a bridge cannot be a slave at the same time.
    for (const QString &port : group.portNames())
        lines << u"/interface bridge port remove [find interface=%1]"_s.arg(port);
    lines << (group.isLacp
                  ? u"/interface bonding add name=bond1 mode=802.3ad lacp-rate=%2 "
                    "transmit-hash-policy=layer-2-and-3 slaves=%1"_s.arg(ports, group.isFast ? u"1sec"_s : u"30secs"_s)
                  : u"/interface bonding add name=bond1 mode=balance-xor "
                    "transmit-hash-policy=layer-2-and-3 link-monitoring=mii slaves=%1"_s.arg(ports));
    lines << u"/interface bridge port add bridge=<BRIDGE> interface=bond1"_s;
    for (const quint16 vlan : group.vlans)
        lines << u"/interface bridge vlan add bridge=<BRIDGE> tagged=bond1 vlan-ids=%1"_s.arg(vlan);
    return lines;
}

QStringList linuxBridge(const Group &group)
{
    QStringList lines;
    lines << (group.isLacp ? u"ip link add bond1 type bond mode 802.3ad miimon 100 lacp_rate %1"_s.arg(
                  group.isFast ? u"fast"_s : u"slow"_s)
                           : u"ip link add bond1 type bond mode balance-xor miimon 100"_s);
    for (const QString &port : group.portNames())
        lines << u"ip link set '%1' down"_s.arg(port) << u"ip link set '%1' master bond1"_s.arg(port);
    lines << u"ip link set bond1 up"_s << u"ip link set bond1 master '<BRIDGE>'"_s;
    for (const quint16 vlan : group.vlans)
        lines << u"bridge vlan add dev bond1 vid %1"_s.arg(vlan);
    return lines;
}

} // namespace bondwright::switchside
