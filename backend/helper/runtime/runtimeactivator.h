// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/network.h"
#include "helper/transaction/activator.h"
#include "kernel/kernelsource.h"

namespace bondwright::helper
{

/// Where neither NetworkManager nor the network service runs: the kernel itself is made to follow the
/// plan, until the next reboot.
class RuntimeActivator final : public Activator
{
    Q_OBJECT
public:
    RuntimeActivator(kernel::KernelSource &source, runtime::Network &network, QObject *parent = nullptr);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;

    /// Everything back as it ran before, by netlink alone: whoever was to do it is gone or did not.
    Result<void> restoreNow(const Record &record);

private:
    /// @param isEdit also where nothing that the kernel shows differs
    Result<void> follow(const BondPlan &plan, bool isEdit);
    Result<void> followVlan(const BondPlan &plan, const VlanPlan &vlan, bool isNew);
    Result<void> makeBond(const BondPlan &plan);
    /// The same device with another mode, without ports: VLANs stay on it, and whoever keeps devices by their
    /// number (NetworkManager, when it starts again) finds its own.
    Result<void> turnBond(const BondPlan &plan, const kernel::BondState &running);
    /// Addresses and default routes that the plan does not name any more.
    void forget(const BondPlan &plan, const runtime::State &then);
    /// @param running null: it has no ports yet, or none any more
    Result<void> attach(const BondPlan &plan, const kernel::BondState *running);
    Result<void> attachOne(const kernel::NicState &nic, const QString &bond);
    Result<void> configure(const QString &name, const IpConfig &ipv4, const IpConfig &ipv6);
    Result<void> removeBond(const QString &bond);
    /// VLANs that the bond had and is not to have.
    Result<void> removeVlans(const BondPlan &before, const BondPlan &after);

    kernel::KernelSource &m_source;
    runtime::Network &m_network;
};

/// restoreNow() with the kernel's own network, whatever the backend was.
Result<void> restoreByNetlink(const Record &record, kernel::KernelSource &source);

} // namespace bondwright::helper
