// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/proc/procsnapshot.h"

namespace bondwright::kernel
{

Snapshot snapshotOf(const ProcBond &proc, const QString &name)
{
    Snapshot snapshot;
    snapshot.kernelRelease = proc.driverVersion;
    snapshot.bondingDriver = true;
    BondState bond = proc.bond;
    bond.ifindex = 1;
    bond.name = name;
    NicState nic;
    nic.ifindex = bond.ifindex;
    nic.name = name;
    nic.kind = QStringLiteral("bond");
    nic.mac = proc.systemMac;
    nic.adminUp = true;
    nic.carrier = bond.miiUp;
    snapshot.nics.insert(nic.ifindex, nic);
    bond.activeSlave.reset();
    int index = bond.ifindex;
    for (SlaveState &slave : bond.slaves) {
        slave.ifindex = ++index;
        if (slave.name == proc.activeSlaveName)
            bond.activeSlave = slave.ifindex;
        NicState card;
        card.ifindex = slave.ifindex;
        card.name = slave.name;
        card.kind = QStringLiteral("physical");
        card.permanentMac = slave.permanentMac;
        card.masterIndex = bond.ifindex;
        card.adminUp = true;
        card.carrier = slave.mii == MiiStatus::Up || slave.mii == MiiStatus::GoingBack;
        const auto speed = proc.speeds.value(slave.name, {std::nullopt, Duplex::Unknown});
        card.speedMbps = speed.first;
        card.duplex = speed.second;
        snapshot.nics.insert(card.ifindex, card);
    }
    snapshot.bonds.insert(bond.ifindex, bond);
    return snapshot;
}

} // namespace bondwright::kernel
