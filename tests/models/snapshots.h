// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/snapshot.h"

/// Small snapshots to begin with.
namespace snapshots
{

using namespace bondwright;
using namespace bondwright::kernel;

inline NicState nic(int ifindex, const QString &name, const InterfaceKind &kind = InterfaceKind::Physical)
{
    NicState nic;
    nic.ifindex = ifindex;
    nic.name = name;
    nic.kind = kind;
    nic.driver = QStringLiteral("igb");
    nic.adminUp = true;
    nic.carrier = true;
    nic.speedMbps = 1000;
    nic.duplex = Duplex::Full;
    nic.mtu = 1500;
    return nic;
}

inline Snapshot withNics(std::initializer_list<NicState> nics)
{
    Snapshot snapshot;
    for (const NicState &one : nics)
        snapshot.nics.insert(one.ifindex, one);
    return snapshot;
}

/// bond `name` over NICs that are there already; the first slave is active.
inline void addBond(Snapshot &snapshot, int ifindex, const QString &name, const QList<int> &slaves)
{
    snapshot.nics.insert(ifindex, nic(ifindex, name, InterfaceKind::Bond));
    BondState bond;
    bond.ifindex = ifindex;
    bond.name = name;
    bond.mode = Mode::ActiveBackup;
    bond.options.insert(QStringLiteral("miimon"), QStringLiteral("100"));
    bond.miiUp = true;
    bond.activeSlave = slaves.value(0);
    for (int slave : slaves) {
        snapshot.nics[slave].masterIndex = ifindex;
        SlaveState state;
        state.ifindex = slave;
        state.name = snapshot.nics.value(slave).name;
        state.active = slave == slaves.first();
        state.mii = MiiStatus::Up;
        bond.slaves.append(state);
    }
    snapshot.bonds.insert(ifindex, bond);
}

} // namespace snapshots
