// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/snapshot.h"

/// States that tests begin from.
namespace states
{

using namespace bondwright;
using namespace bondwright::kernel;

inline constexpr int bondIndex = 10;

inline NicState nic(int ifindex, const QString &name, int master = 0)
{
    NicState nic;
    nic.ifindex = ifindex;
    nic.name = name;
    nic.kind = InterfaceKind::Physical;
    nic.mac = MacAddress::fromString(QStringLiteral("02:00:00:00:00:%1").arg(ifindex, 2, 16, QLatin1Char('0')));
    nic.adminUp = nic.carrier = true;
    nic.mtu = 1500;
    nic.masterIndex = master;
    return nic;
}

inline SlaveState slave(int ifindex, const QString &name)
{
    SlaveState slave;
    slave.ifindex = ifindex;
    slave.name = name;
    slave.mii = MiiStatus::Up;
    slave.active = true;
    return slave;
}

/// bond0 (10) with eth0 (2), eth1 (3), …: all is well, eth0 is active where a mode has such a slave.
inline Snapshot bonded(Mode mode, int slaves = 2)
{
    Snapshot snapshot;
    BondState bond;
    bond.ifindex = bondIndex;
    bond.name = QStringLiteral("bond0");
    bond.mode = mode;
    bond.miiUp = true;
    bond.options = {{QStringLiteral("mode"), kernelName(mode)},
                    {QStringLiteral("miimon"), QStringLiteral("100")},
                    {QStringLiteral("primary"), QString()},
                    {QStringLiteral("arp_interval"), QStringLiteral("0")},
                    {QStringLiteral("arp_ip_target"), QString()}};
    for (int i = 0; i < slaves; ++i) {
        const QString name = QStringLiteral("eth%1").arg(i);
        snapshot.nics.insert(2 + i, nic(2 + i, name, bondIndex));
        SlaveState one = slave(2 + i, name);
        if (mode == Mode::Ieee8023ad) {
            one.aggregatorId = 1;
            one.actorPortState = 63;
            one.partnerPortState = 63;
        }
        bond.slaves.append(one);
    }
    if (mode == Mode::ActiveBackup || mode == Mode::BalanceTlb || mode == Mode::BalanceAlb) {
        if (slaves > 0)
            bond.activeSlave = 2;
    }
    if (mode == Mode::Ieee8023ad)
        bond.ad = AdInfo{1, quint16(slaves), 15, 15, MacAddress::fromString(u"02:aa:00:00:00:01")};
    NicState self = nic(bondIndex, QStringLiteral("bond0"));
    self.kind = InterfaceKind::Bond;
    snapshot.nics.insert(bondIndex, self);
    snapshot.bonds.insert(bondIndex, bond);
    snapshot.bondingDriver = true;
    return snapshot;
}

inline SlaveState &slaveOf(Snapshot &snapshot, int number)
{
    return snapshot.bonds[bondIndex].slaves[number];
}

/// The cable is out, and the driver has seen it.
inline void loseLink(Snapshot &snapshot, int number)
{
    snapshot.nics[2 + number].carrier = false;
    slaveOf(snapshot, number).mii = MiiStatus::Down;
    slaveOf(snapshot, number).actorPortState
        = slaveOf(snapshot, number).actorPortState ? std::optional<quint16>(1) : std::nullopt;
}

} // namespace states
