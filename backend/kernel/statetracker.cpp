// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/statetracker.h"

#include "kernel/defaultroutes.h"
#include "kernel/eventdetector.h"

#include <algorithm>

namespace bondwright::kernel
{

using netlink::LinkMessage;

void StateTracker::setHost(const QString &kernelRelease, bool bondingDriver)
{
    m_snapshot.kernelRelease = kernelRelease;
    m_snapshot.bondingDriver = bondingDriver || !m_snapshot.bonds.isEmpty();
}

bool StateTracker::takeChanged()
{
    return std::exchange(m_isChanged, false);
}

QSet<int> StateTracker::takeAppeared()
{
    return std::exchange(m_appeared, {});
}

QSet<int> StateTracker::takeSpeedSuspects()
{
    return std::exchange(m_speedSuspects, {});
}

BondView StateTracker::view(int bondIndex) const
{
    BondView view = viewOf(m_snapshot, bondIndex);
    view.isInTheMaking = m_inTheMaking.contains(bondIndex);
    if (const auto last = m_lastActive.constFind(bondIndex); view.bond && last != m_lastActive.cend()) {
        view.lastActive = *last;
        // It may have left the bond; its name is still needed to say so.
        if (const auto nic = m_snapshot.nics.constFind(*last); nic != m_snapshot.nics.cend())
            view.nics.insert(*last, *nic);
    }
    return view;
}

QList<BondEvent> StateTracker::eventsOf(const QHash<int, BondView> &before)
{
    QList<BondEvent> events;
    QList<int> indexes = before.keys();
    std::sort(indexes.begin(), indexes.end());
    for (int index : indexes) {
        events += detectEvents(before.value(index), view(index));
        const auto bond = m_snapshot.bonds.constFind(index);
        const bool isThere = bond != m_snapshot.bonds.cend();
        if (isThere && bond->slaves.isEmpty() && !before.value(index).bond && !m_isFirst)
            m_inTheMaking.insert(index);
        else if (!isThere || !bond->slaves.isEmpty())
            m_inTheMaking.remove(index);
        if (isThere && bond->activeSlave)
            m_lastActive.insert(index, *bond->activeSlave);
        else if (!isThere || !hasActiveSlave(bond->mode) || bond->slaves.isEmpty())
            m_lastActive.remove(index);
    }
    return events;
}

QList<BondEvent> StateTracker::reset(const DumpedState &state)
{
    QHash<int, BondView> before;
    for (const BondState &bond : std::as_const(m_snapshot.bonds))
        before.insert(bond.ifindex, view(bond.ifindex));
    const Snapshot old = std::exchange(m_snapshot, {});
    m_snapshot.kernelRelease = old.kernelRelease;
    m_snapshot.bondingDriver = old.bondingDriver;
    m_snapshot.monotonicNs = old.monotonicNs;
    m_slaves.clear();
    m_primaries.clear();
    for (const LinkMessage &link : state.links) {
        // Only ethtool knows these, and it is asked again only for what is new or suspicious.
        if (const auto known = old.nics.constFind(link.nic.ifindex); known != old.nics.cend())
            m_snapshot.nics.insert(link.nic.ifindex, *known);
        store(link);
    }
    for (NicState &nic : m_snapshot.nics) {
        nic.addresses.clear();
        nic.leasedAddresses.clear();
    }
    for (const netlink::AddressMessage &address : state.addresses)
        apply(address);
    setDefaultRoutes(state.routes);
    for (const BondState &bond : std::as_const(m_snapshot.bonds)) {
        if (!before.contains(bond.ifindex))
            before.insert(bond.ifindex, {});
    }
    const QList<BondEvent> events = eventsOf(before);
    m_isChanged = true;
    return std::exchange(m_isFirst, false) ? QList<BondEvent>() : events;
}

QList<BondEvent> StateTracker::apply(const LinkMessage &link)
{
    const int index = link.nic.ifindex;
    const NicState old = m_snapshot.nics.value(index);
    QHash<int, BondView> before;
    // One message is about one interface: only its bond, its old and its new master can change.
    for (int candidate : {index, old.masterIndex, link.nic.masterIndex}) {
        const bool isBond = m_snapshot.bonds.contains(candidate) || (candidate == index && link.bond);
        if (candidate > 0 && isBond && !before.contains(candidate))
            before.insert(candidate, view(candidate));
    }
    if (link.removed)
        remove(index);
    else
        store(link);
    return eventsOf(before);
}

void StateTracker::store(const LinkMessage &link)
{
    const int index = link.nic.ifindex;
    const int oldMaster = m_snapshot.nics.value(index).masterIndex;
    storeNic(link.nic);
    if (link.bond)
        storeBond(link);
    else if (m_snapshot.bonds.remove(index) > 0)
        m_isChanged = true;
    if (oldMaster != 0 && oldMaster != link.nic.masterIndex)
        leaveBond(index, oldMaster);
    if (link.slave)
        joinBond(*link.slave, link.nic.masterIndex);
    else
        m_slaves.remove(index);
}

void StateTracker::storeNic(NicState nic)
{
    const auto known = m_snapshot.nics.constFind(nic.ifindex);
    if (known == m_snapshot.nics.cend()) {
        m_appeared.insert(nic.ifindex);
    } else {
        // What this message cannot know.
        nic.driver = known->driver;
        nic.speedMbps = known->speedMbps;
        nic.duplex = known->duplex;
        nic.addresses = known->addresses;
        nic.carriesDefaultRoute = known->carriesDefaultRoute;
        nic.leasedAddresses = known->leasedAddresses;
        nic.gateway = known->gateway;
        nic.ipv6Gateway = known->ipv6Gateway;
        if (nic.busAddress.isEmpty())
            nic.busAddress = known->busAddress;
        if (nic.permanentMac.isEmpty())
            nic.permanentMac = known->permanentMac;
        if (nic.kind == InterfaceKind::Physical && known->kind == InterfaceKind::Wireless)
            nic.kind = known->kind;
        if (nic == *known)
            return;
        if (nic.carrier != known->carrier || nic.adminUp != known->adminUp)
            m_speedSuspects += {nic.ifindex, nic.masterIndex};
    }
    m_snapshot.nics.insert(nic.ifindex, nic);
    m_isChanged = true;
}

void StateTracker::storeBond(const LinkMessage &link)
{
    const int index = link.nic.ifindex;
    BondState bond = *link.bond;
    const auto known = m_snapshot.bonds.constFind(index);
    if (known != m_snapshot.bonds.cend()) {
        bond.slaves = known->slaves;
        for (SlaveState &slave : bond.slaves)
            slave.mii = monitoredMii(bond, m_slaves.value(slave.ifindex, slave).mii);
        // Messages made by the kernel itself hold what a dump of ours may not read. It is still true
        // when the next message lacks it: a change to it brings a message that has it.
        if (bond.mode == known->mode) {
            for (qsizetype i = bond.privilegedOptions.size() - 1; i >= 0; --i) {
                const QString name = bond.privilegedOptions.at(i);
                if (const auto value = known->options.constFind(name); value != known->options.cend()) {
                    bond.options.insert(name, *value);
                    bond.privilegedOptions.removeAt(i);
                }
            }
        }
    } else {
        for (auto slave = m_slaves.cbegin(); slave != m_slaves.cend(); ++slave) {
            if (m_snapshot.nics.value(slave.key()).masterIndex != index)
                continue;
            bond.slaves.append(*slave);
            bond.slaves.last().mii = monitoredMii(bond, slave->mii);
        }
        std::sort(bond.slaves.begin(), bond.slaves.end(),
                  [](const SlaveState &a, const SlaveState &b) { return a.ifindex < b.ifindex; });
    }
    m_primaries.insert(index, link.primaryIndex);
    if (known == m_snapshot.bonds.cend() || bond != *known) {
        m_snapshot.bonds.insert(index, bond);
        m_isChanged = true;
    }
    m_snapshot.bondingDriver = true;
    nameOptions(index);
}

void StateTracker::nameOptions(int bondIndex)
{
    const auto bond = m_snapshot.bonds.find(bondIndex);
    if (bond == m_snapshot.bonds.end())
        return;
    const QString primary = m_snapshot.nics.value(m_primaries.value(bondIndex)).name;
    QString &option = bond->options[QStringLiteral("primary")];
    m_isChanged = m_isChanged || option != primary;
    option = primary;
}

void StateTracker::leaveBond(int slaveIndex, int bondIndex)
{
    const auto bond = m_snapshot.bonds.find(bondIndex);
    if (bond == m_snapshot.bonds.end())
        return;
    bond->slaves.removeIf([slaveIndex](const SlaveState &slave) { return slave.ifindex == slaveIndex; });
    m_isChanged = true;
}

void StateTracker::joinBond(const SlaveState &told, int bondIndex)
{
    m_slaves.insert(told.ifindex, told);
    const auto bond = m_snapshot.bonds.find(bondIndex);
    if (bond == m_snapshot.bonds.end())
        return;
    SlaveState slave = told;
    slave.mii = monitoredMii(*bond, told.mii);
    const auto place = std::lower_bound(bond->slaves.begin(), bond->slaves.end(), slave.ifindex,
                                        [](const SlaveState &one, int index) { return one.ifindex < index; });
    const bool isKnown = place != bond->slaves.end() && place->ifindex == slave.ifindex;
    if (isKnown && *place == slave)
        return;
    if (isKnown)
        *place = slave;
    else
        bond->slaves.insert(place, slave);
    m_isChanged = true;
    if (m_primaries.value(bondIndex) == slave.ifindex)
        nameOptions(bondIndex); // it may have a new name
}

void StateTracker::remove(int ifindex)
{
    if (!m_snapshot.nics.contains(ifindex))
        return;
    leaveBond(ifindex, m_snapshot.nics.value(ifindex).masterIndex);
    m_snapshot.nics.remove(ifindex);
    m_snapshot.bonds.remove(ifindex);
    m_slaves.remove(ifindex);
    m_primaries.remove(ifindex);
    m_lastSpeeds.remove(ifindex);
    m_appeared.remove(ifindex);
    m_speedSuspects.remove(ifindex);
    m_isChanged = true;
}

void StateTracker::apply(const netlink::AddressMessage &address)
{
    const auto nic = m_snapshot.nics.find(address.ifindex);
    if (nic == m_snapshot.nics.end())
        return;
    const auto set = [this, &address](IpNetworks &list, bool isWanted) {
        if (list.contains(address.network) == isWanted)
            return;
        if (isWanted)
            list.append(address.network);
        else
            list.removeAll(address.network);
        m_isChanged = true;
    };
    set(nic->addresses, !address.removed);
    set(nic->leasedAddresses, !address.removed && address.isLeased);
}

void StateTracker::setDefaultRoutes(const std::vector<netlink::DefaultRoute> &routes)
{
    m_isChanged |= kernel::setDefaultRoutes(m_snapshot, routes);
}

QList<BondEvent> StateTracker::setSpeed(int ifindex, const LinkSpeed &speed)
{
    const auto nic = m_snapshot.nics.find(ifindex);
    if (nic == m_snapshot.nics.end())
        return {};
    if (nic->speedMbps != speed.mbps || nic->duplex != speed.duplex) {
        nic->speedMbps = speed.mbps;
        nic->duplex = speed.duplex;
        m_isChanged = true;
    }
    if (!speed.mbps)
        return {};
    // A link that comes back slower goes through "unknown": compared is the last speed it had.
    const quint32 before = std::exchange(m_lastSpeeds[ifindex], *speed.mbps);
    const auto bond = m_snapshot.bonds.constFind(nic->masterIndex);
    if (before == 0 || before == *speed.mbps || bond == m_snapshot.bonds.cend())
        return {};
    BondEvent event;
    event.kind = EventKind::SpeedChanged;
    event.bondIndex = bond->ifindex;
    event.bond = bond->name;
    event.slaveIndex = ifindex;
    event.slave = nic->name;
    event.from = QString::number(before);
    event.to = QString::number(*speed.mbps);
    return {event};
}

void StateTracker::setDeviceFacts(int ifindex, const DeviceFacts &facts)
{
    const auto nic = m_snapshot.nics.find(ifindex);
    if (nic == m_snapshot.nics.end())
        return;
    const NicState before = *nic;
    nic->driver = facts.driver;
    if (!facts.busAddress.isEmpty())
        nic->busAddress = facts.busAddress;
    if (nic->permanentMac.isEmpty())
        nic->permanentMac = facts.permanentMac;
    if (facts.isWireless && nic->kind == InterfaceKind::Physical)
        nic->kind = InterfaceKind::Wireless;
    m_isChanged = m_isChanged || *nic != before;
}

} // namespace bondwright::kernel
