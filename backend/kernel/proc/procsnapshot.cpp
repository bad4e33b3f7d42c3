// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/proc/procsnapshot.h"

namespace bondwright::kernel
{

namespace
{

QString freeName(const QString &name, const Snapshot &snapshot)
{
    QString free = name;
    for (int number = 2; snapshot.bondByName(free); ++number)
        free = QStringLiteral("%1#%2").arg(name).arg(number);
    return free;
}

void add(const ProcBond &proc, Snapshot *snapshot)
{
    int index = snapshot->nics.isEmpty() ? 0 : snapshot->nics.lastKey();
    BondState bond = proc.bond;
    bond.ifindex = ++index;
    bond.name = freeName(proc.bond.name, *snapshot);
    NicState nic;
    nic.ifindex = bond.ifindex;
    nic.name = bond.name;
    nic.kind = InterfaceKind::Bond;
    nic.mac = proc.systemMac;
    nic.adminUp = true;
    nic.carrier = bond.miiUp;
    snapshot->nics.insert(nic.ifindex, nic);
    bond.activeSlave.reset();
    for (SlaveState &slave : bond.slaves) {
        slave.ifindex = ++index;
        if (slave.name == proc.activeSlaveName)
            bond.activeSlave = slave.ifindex;
        NicState port;
        port.ifindex = slave.ifindex;
        port.name = slave.name;
        port.kind = InterfaceKind::Physical;
        port.permanentMac = slave.permanentMac;
        port.masterIndex = bond.ifindex;
        port.adminUp = true;
        const auto speed = proc.speeds.value(slave.name, {std::nullopt, Duplex::Unknown});
        // With ARP monitoring "down" is a target that does not answer; a link that is down has no speed.
        port.carrier = slave.mii == MiiStatus::Up || slave.mii == MiiStatus::GoingBack
            || (bond.options.monitorsByArp() && speed.first);
        port.speedMbps = speed.first;
        port.duplex = speed.second;
        snapshot->nics.insert(port.ifindex, port);
    }
    snapshot->bonds.insert(bond.ifindex, bond);
}

} // namespace

Snapshot snapshotOf(const QList<ProcBond> &bonds)
{
    Snapshot snapshot;
    snapshot.bondingDriver = true;
    for (const ProcBond &proc : bonds) {
        snapshot.kernelRelease = proc.driverVersion;
        add(proc, &snapshot);
    }
    return snapshot;
}

} // namespace bondwright::kernel
