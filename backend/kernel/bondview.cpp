// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/bondview.h"

namespace bondwright::kernel
{

const NicState *BondView::nic(int ifindex) const
{
    const auto it = nics.constFind(ifindex);
    return it == nics.cend() ? nullptr : &*it;
}

QString BondView::name(int ifindex) const
{
    const NicState *known = nic(ifindex);
    return known ? known->name : QString();
}

namespace
{

constexpr quint8 churned = 1; // AD_CHURN of include/net/bond_3ad.h: partner or actor is out of step

} // namespace

BondView viewOf(const Snapshot &snapshot, int bondIndex)
{
    BondView view;
    const auto bond = snapshot.bonds.constFind(bondIndex);
    if (bond == snapshot.bonds.cend())
        return view;
    view.bond = *bond;
    view.lastActive = bond->activeSlave;
    const auto add = [&](int ifindex) {
        if (const auto nic = snapshot.nics.constFind(ifindex); nic != snapshot.nics.cend())
            view.nics.insert(ifindex, *nic);
    };
    add(bondIndex);
    for (const SlaveState &slave : bond->slaves)
        add(slave.ifindex);
    return view;
}

bool isLinkUp(const BondState &bond, const SlaveState &slave, const NicState *nic)
{
    if (!bond.options.isMonitored())
        return !nic || (nic->adminUp && nic->carrier);
    return slave.mii == MiiStatus::Up || slave.mii == MiiStatus::GoingDown;
}

bool isUsable(const BondState &bond, const SlaveState &slave, const NicState *nic)
{
    if (!isLinkUp(bond, slave, nic))
        return false;
    if (bond.mode != Mode::Ieee8023ad)
        return true;
    if (bond.isLacpHidden)
        return !slave.churnPartner || *slave.churnPartner != churned;
    // A port whose link comes back shows the bits from before until the state machine has run; the driver's own
    // flag is off until then.
    constexpr quint16 carrying = PortState::Collecting | PortState::Distributing;
    return slave.active && bond.ad && slave.aggregatorId == bond.ad->aggregatorId
        && (slave.actorPortState.value_or(carrying) & carrying) == carrying; // old kernels do not report it
}

MiiStatus monitoredMii(const BondState &bond, MiiStatus status)
{
    const bool isProbed = status == MiiStatus::GoingBack || status == MiiStatus::GoingDown;
    return isProbed && bond.mode == Mode::ActiveBackup && bond.options.monitorsByArp() ? MiiStatus::Down : status;
}

SlaveRole roleOf(const BondState &bond, const SlaveState &slave, const NicState *nic)
{
    const bool hasLink = nic && nic->carrier;
    switch (slave.mii) {
    case MiiStatus::GoingDown:
        return SlaveRole::GoingDown;
    case MiiStatus::GoingBack:
        return SlaveRole::GoingBack;
    case MiiStatus::Down:
        return hasLink ? SlaveRole::Down : SlaveRole::NoLink;
    case MiiStatus::Up: {
        if (nic && !hasLink)
            return SlaveRole::GoingDown;
        if (!bond.isActiveKnown())
            return SlaveRole::Unknown;
        // Modes 5 and 6 send over all; in mode 1 the driver's flag lags behind its choice.
        const bool isActive = bond.mode == Mode::ActiveBackup ? bond.activeSlave == slave.ifindex : slave.active;
        return isActive ? SlaveRole::Active : SlaveRole::Standby;
    }
    case MiiStatus::Unknown:
        break;
    }
    return SlaveRole::Unknown;
}

bool hasActiveSlave(Mode mode)
{
    return mode == Mode::ActiveBackup || mode == Mode::BalanceTlb || mode == Mode::BalanceAlb;
}

bool canBeMadeActive(const BondState &bond, const SlaveState &slave, const NicState *nic)
{
    return hasActiveSlave(bond.mode) && bond.activeSlave != slave.ifindex && slave.mii == MiiStatus::Up && nic
        && nic->carrier;
}

MacAddress partnerOf(const BondState &bond)
{
    return bond.ad && !bond.ad->partnerMac.isZero() ? bond.ad->partnerMac : MacAddress();
}

} // namespace bondwright::kernel
