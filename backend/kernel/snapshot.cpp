// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/snapshot.h"

#include <QSet>

#include <algorithm>

namespace bondwright::kernel
{

bool BondState::isActiveKnown() const
{
    if (!isLacpHidden)
        return unknownMode.isEmpty();
    QSet<quint16> aggregators;
    for (const SlaveState &slave : slaves) {
        if (slave.mii == MiiStatus::Up && slave.aggregatorId)
            aggregators.insert(*slave.aggregatorId);
    }
    return aggregators.size() <= 1;
}

QString miiName(MiiStatus status)
{
    switch (status) {
    case MiiStatus::Up:
        return QStringLiteral("up");
    case MiiStatus::GoingDown:
        return QStringLiteral("going-down");
    case MiiStatus::Down:
        return QStringLiteral("down");
    case MiiStatus::GoingBack:
        return QStringLiteral("going-back");
    case MiiStatus::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QStringList BondState::slaveNames() const
{
    QStringList names;
    for (const SlaveState &slave : slaves)
        names.append(slave.name);
    return names;
}

const SlaveState *BondState::slave(int index) const
{
    const auto it = std::find_if(slaves.cbegin(), slaves.cend(),
                                 [index](const SlaveState &candidate) { return candidate.ifindex == index; });
    return it == slaves.cend() ? nullptr : &*it;
}

const SlaveState *BondState::slaveByName(QStringView slaveName) const
{
    const auto it = std::find_if(slaves.cbegin(), slaves.cend(),
                                 [slaveName](const SlaveState &slave) { return slave.name == slaveName; });
    return it == slaves.cend() ? nullptr : &*it;
}

const NicState *Snapshot::nicByName(QStringView name) const
{
    const auto it = std::find_if(nics.cbegin(), nics.cend(), [name](const NicState &nic) { return nic.name == name; });
    return it == nics.cend() ? nullptr : &*it;
}

const BondState *Snapshot::bondByName(QStringView name) const
{
    const auto it
        = std::find_if(bonds.cbegin(), bonds.cend(), [name](const BondState &bond) { return bond.name == name; });
    return it == bonds.cend() ? nullptr : &*it;
}

namespace
{

NicFacts nicFacts(const NicState &nic, const Snapshot &snapshot)
{
    NicFacts facts;
    facts.name = nic.name;
    facts.ifindex = nic.ifindex;
    facts.kind = nic.kind;
    facts.driver = nic.driver;
    facts.busAddress = nic.busAddress;
    facts.permanentMac = nic.permanentMac;
    facts.currentMac = nic.mac;
    facts.speedMbps = nic.speedMbps;
    facts.duplex = nic.duplex;
    // An interface that is administratively down has no carrier to speak of: nothing is known of its cable.
    if (nic.adminUp)
        facts.carrier = nic.carrier ? Tristate::Yes : Tristate::No;
    facts.mtu = nic.mtu;
    facts.maxMtu = nic.maxMtu;
    if (const auto master = snapshot.nics.constFind(nic.masterIndex); master != snapshot.nics.cend()) {
        facts.master = master->name;
        facts.masterKind = master->kind;
    }
    facts.addresses = nic.addresses;
    facts.leasedAddresses = nic.leasedAddresses;
    facts.carriesDefaultRoute = nic.carriesDefaultRoute;
    facts.gateway = nic.gateway;
    facts.ipv6Gateway = nic.ipv6Gateway;
    return facts;
}

} // namespace

HostFacts toHostFacts(const Snapshot &snapshot)
{
    HostFacts facts;
    facts.known = true;
    facts.kernelRelease = snapshot.kernelRelease;
    // A driver that is not loaded may still be loadable: that is then not known.
    facts.bondingDriver = snapshot.bondingDriver ? Tristate::Yes : Tristate::Unknown;
    for (const NicState &nic : snapshot.nics)
        facts.nics.append(nicFacts(nic, snapshot));
    for (const BondState &bond : snapshot.bonds) {
        BondFacts one{bond.name, {}};
        for (const SlaveState &slave : bond.slaves)
            one.slaves.append(slave.name);
        facts.bonds.append(one);
    }
    return facts;
}

} // namespace bondwright::kernel
