// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/eventdetector.h"

#include "kernel/redundancy.h"

namespace bondwright::kernel
{

namespace
{

/// Finds the differences of one bond and writes them down in the order in which they are understood best.
class Detector
{
public:
    Detector(const BondView &before, const BondView &after)
        : m_before(before)
        , m_after(after)
    {
    }

    QList<BondEvent> run()
    {
        if (!m_before.bond && !m_after.bond)
            return {};
        if (!m_before.bond) {
            add(EventKind::BondCreated);
            for (const SlaveState &slave : m_after.bond->slaves)
                add(EventKind::SlaveAdded, &slave);
            return m_events;
        }
        if (!m_after.bond) {
            for (const SlaveState &slave : m_before.bond->slaves)
                add(EventKind::SlaveRemoved, &slave);
            add(EventKind::BondRemoved);
            return m_events;
        }
        compareNames();
        compareOptions();
        compareSlaves();
        comparePartner();
        compareActive();
        compareRedundancy();
        compareCarrier();
        return m_events;
    }

private:
    BondEvent &add(EventKind kind, const SlaveState *slave = nullptr)
    {
        const BondState &bond = m_after.bond ? *m_after.bond : *m_before.bond;
        BondEvent event;
        event.kind = kind;
        event.bondIndex = bond.ifindex;
        event.bond = bond.name;
        if (slave) {
            event.slaveIndex = slave->ifindex;
            event.slave = slave->name;
        }
        m_events.append(event);
        return m_events.last();
    }

    void compareNames()
    {
        if (m_before.bond->name != m_after.bond->name) {
            BondEvent &event = add(EventKind::Renamed);
            event.from = m_before.bond->name;
            event.to = m_after.bond->name;
        }
        for (const SlaveState &slave : m_after.bond->slaves) {
            const SlaveState *old = m_before.bond->slave(slave.ifindex);
            if (!old || old->name == slave.name)
                continue;
            BondEvent &event = add(EventKind::Renamed, &slave);
            event.from = old->name;
            event.to = slave.name;
        }
    }

    void compareOptions()
    {
        if (m_before.isInTheMaking)
            return;
        const auto &before = m_before.bond->options;
        const auto &after = m_after.bond->options;
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            // A value that was not reported before has not changed: privileges and mode decide what is reported.
            const auto old = before.constFind(it.key());
            if (old == before.cend() || *old == *it || isSamePrimary(it.key(), *old, *it))
                continue;
            BondEvent &event = add(EventKind::OptionChanged);
            event.option = it.key();
            event.from = *old;
            event.to = *it;
        }
    }

    // That a primary was renamed or left the bond has an event of its own.
    bool isSamePrimary(const QString &option, const QString &old, const QString &now) const
    {
        if (option != u"primary")
            return false;
        const auto indexOf = [](const BondState &bond, const QString &name) {
            const SlaveState *slave = bond.slaveByName(name);
            return slave ? slave->ifindex : 0;
        };
        const int oldIndex = indexOf(*m_before.bond, old);
        const int newIndex = indexOf(*m_after.bond, now);
        return (oldIndex != 0 && oldIndex == newIndex) || (now.isEmpty() && !m_after.bond->slave(oldIndex))
            || (old.isEmpty() && !m_before.bond->slave(newIndex));
    }

    void compareSlaves()
    {
        for (const SlaveState &slave : m_after.bond->slaves) {
            if (const SlaveState *old = m_before.bond->slave(slave.ifindex))
                compareLink(*old, slave);
            else
                add(EventKind::SlaveAdded, &slave);
        }
        for (const SlaveState &slave : m_before.bond->slaves) {
            if (!m_after.bond->slave(slave.ifindex))
                add(EventKind::SlaveRemoved, &slave);
        }
    }

    void compareLink(const SlaveState &old, const SlaveState &now)
    {
        const bool wasUp = isLinkUp(*m_before.bond, old, m_before.nic(old.ifindex));
        const bool isUp = isLinkUp(*m_after.bond, now, m_after.nic(now.ifindex));
        const bool passes = m_after.bond->options.isMonitored() && old.mii != now.mii;
        if (wasUp && !isUp)
            add(EventKind::SlaveDown, &now).reason = downReason(now.ifindex);
        else if (!wasUp && isUp)
            add(EventKind::SlaveUp, &now);
        else if (passes && now.mii == MiiStatus::GoingDown)
            add(EventKind::SlaveGoingDown, &now).reason = downReason(now.ifindex);
        else if (passes && old.mii == MiiStatus::GoingDown && now.mii == MiiStatus::Up)
            add(EventKind::SlaveUp, &now).reason = EventReason::RecoveredInTime;
        else if (passes && now.mii == MiiStatus::GoingBack)
            add(EventKind::SlaveGoingBack, &now);
        // Down again while coming back: it never was up, nothing was lost.
    }

    /// Why a link counts as down now.
    EventReason downReason(int ifindex) const
    {
        const NicState *nic = m_after.nic(ifindex);
        if (!nic)
            return EventReason::LinkLost;
        if (!nic->adminUp)
            return EventReason::AdminDown;
        if (!nic->carrier)
            return EventReason::CarrierLost;
        return m_after.bond->options.monitorsByArp() ? EventReason::ArpLost : EventReason::LinkLost;
    }

    void comparePartner()
    {
        const MacAddress old = partnerOf(*m_before.bond);
        const MacAddress now = partnerOf(*m_after.bond);
        if (old == now)
            return;
        BondEvent &event = add(now.isEmpty() ? EventKind::LacpPartnerLost : EventKind::LacpPartnerChanged);
        event.from = old.toString();
        event.to = now.toString();
    }

    void compareActive()
    {
        const auto now = m_after.bond->activeSlave;
        const auto old = m_before.lastActive;
        // From one slave to none and back to the same is reported as "bond down" and "bond up".
        if (!now || !old || *now == *old || !hasActiveSlave(m_after.bond->mode))
            return;
        BondEvent &event = add(EventKind::Failover, m_after.bond->slave(*now));
        event.slaveIndex = *now;
        event.from = m_before.name(*old);
        event.to = m_after.name(*now);
        event.slave = event.to;
        event.reason = failoverReason(*old, *now);
    }

    EventReason failoverReason(int oldIndex, int newIndex) const
    {
        const SlaveState *old = m_after.bond->slave(oldIndex);
        if (!old)
            return EventReason::SlaveRemoved;
        if (!isLinkUp(*m_after.bond, *old, m_after.nic(oldIndex)) || old->mii == MiiStatus::GoingDown)
            return downReason(oldIndex);
        const NicState *nic = m_after.nic(oldIndex);
        if (nic && (!nic->adminUp || !nic->carrier))
            return downReason(oldIndex);
        const SlaveState *now = m_after.bond->slave(newIndex);
        const bool isPrimary = now && m_after.bond->options.primary() == now->name;
        const bool isPreferred = now && now->prio.value_or(0) > old->prio.value_or(0);
        return isPrimary || isPreferred ? EventReason::Reselected : EventReason::Chosen;
    }

    void compareRedundancy()
    {
        const Redundancy before = redundancyOf(m_before);
        const Redundancy after = redundancyOf(m_after);
        if (after.isFull() && !before.isFull()) {
            add(EventKind::RedundancyRestored);
        } else if (!after.isFull() && after.usable > 0 && after.usable < before.usable
                   && (before.isFull() || after.usable == 1)) {
            BondEvent &event = add(EventKind::RedundancyDegraded);
            if (const auto lost = lostSlave()) {
                event.slaveIndex = lost->ifindex;
                event.slave = lost->name;
                event.reason = lossReason(*lost);
            }
        }
    }

    std::optional<SlaveState> lostSlave() const
    {
        for (const SlaveState &old : m_before.bond->slaves) {
            const SlaveState *now = m_after.bond->slave(old.ifindex);
            if (isUsable(*m_before.bond, old, m_before.nic(old.ifindex))
                && (!now || !isUsable(*m_after.bond, *now, m_after.nic(old.ifindex))))
                return now ? *now : old;
        }
        return std::nullopt;
    }

    EventReason lossReason(const SlaveState &lost) const
    {
        if (!m_after.bond->slave(lost.ifindex))
            return EventReason::SlaveRemoved;
        return isLinkUp(*m_after.bond, lost, m_after.nic(lost.ifindex)) ? EventReason::LacpLost
                                                                        : downReason(lost.ifindex);
    }

    void compareCarrier()
    {
        if (m_before.bond->miiUp == m_after.bond->miiUp)
            return;
        BondEvent &event = add(m_after.bond->miiUp ? EventKind::BondUp : EventKind::BondDown);
        const NicState *nic = m_after.nic(m_after.bond->ifindex);
        if (!m_after.bond->miiUp)
            event.reason = nic && !nic->adminUp  ? EventReason::AdminDown
                : m_after.bond->slaves.isEmpty() ? EventReason::NoSlaves
                                                 : EventReason::NoUsableSlave;
    }

    const BondView &m_before;
    const BondView &m_after;
    QList<BondEvent> m_events;
};

} // namespace

QList<BondEvent> detectEvents(const BondView &before, const BondView &after)
{
    return Detector(before, after).run();
}

QList<BondEvent> detectEvents(const Snapshot &before, const Snapshot &after)
{
    QList<BondEvent> events;
    QMap<int, bool> indexes;
    for (const BondState &bond : before.bonds)
        indexes.insert(bond.ifindex, true);
    for (const BondState &bond : after.bonds)
        indexes.insert(bond.ifindex, true);
    for (auto it = indexes.cbegin(); it != indexes.cend(); ++it)
        events += detectEvents(viewOf(before, it.key()), viewOf(after, it.key()));
    return events;
}

} // namespace bondwright::kernel
