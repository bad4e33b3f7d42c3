// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/network.h"
#include "kernel/kernelsource.h"

namespace bondwright::helper::runtime
{

/// Makes the kernel itself follow plans, by netlink, forwards and back.
class Follower final
{
public:
    Follower(kernel::KernelSource &source, Network &network);

    /// @param then what ran before: addresses of it that the plans do not name go
    Result<void> change(const QList<BondPlan> &before, const QList<BondPlan> &after, const State &then);
    /// Restores everything as it ran, where the backend is gone or failed. Goes on after an error, reports the first.
    /// @param running the bonds as they were @param linksToRemove that the change brought @param after what it planned
    Result<void> restore(const QList<BondPlan> &running, const State &then, const QStringList &linksToRemove,
                         const QList<BondPlan> &after);

private:
    /// @param isEdit also where nothing that the kernel shows differs
    Result<void> follow(const BondPlan &plan, bool isEdit);
    Result<void> followVlan(const BondPlan &plan, const VlanPlan &vlan, bool isNew);
    Result<void> makeBond(const BondPlan &plan);
    /// The same device with another mode, without ports: VLANs stay on it, and a service that knows devices by their
    /// number (NetworkManager, when it starts again) finds its own.
    Result<void> turnBond(const BondPlan &plan, const kernel::BondState &running);
    /// Addresses and default routes that the plan does not name any more.
    void forget(const BondPlan &plan, const State &then);
    /// @param running null: it has no ports yet, or none any more
    Result<void> attach(const BondPlan &plan, const kernel::BondState *running);
    Result<void> attachOne(const kernel::NicState &nic, const QString &bond);
    Result<void> configure(const QString &name, const IpConfig &ipv4, const IpConfig &ipv6);
    Result<void> removeBond(const QString &bond);
    /// VLANs that the bond had and is not to have.
    Result<void> removeVlans(const BondPlan &before, const BondPlan &after);

    kernel::KernelSource &m_source;
    Network &m_network;
};

} // namespace bondwright::helper::runtime
