// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/operations.h"
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
    explicit RuntimeActivator(kernel::KernelSource &source, QObject *parent = nullptr);

    void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) override;
    void activate(const Record &record, Done done) override;
    void restore(const Record &record, Done done) override;
    void commit(const Record &record, Done done) override;

    /// Everything back as it ran before, by netlink alone: whoever was to do it is gone or did not.
    Result<void> restoreNow(const Record &record);

private:
    /// @param isEdit also where nothing that the kernel shows differs
    Result<void> follow(runtime::Operations &operations, const BondPlan &plan, bool isEdit);
    /// Addresses and default routes that the plan does not name any more.
    void forget(runtime::Operations &operations, const BondPlan &plan, const runtime::State &then);
    Result<void> attach(runtime::Operations &operations, const BondPlan &plan, bool isNew);
    Result<void> configure(runtime::Operations &operations, const QString &name, const IpConfig &ipv4,
                           const IpConfig &ipv6);
    Result<void> removeBond(runtime::Operations &operations, const QString &bond);
    /// VLANs that the bond had and is not to have.
    Result<void> removeVlans(runtime::Operations &operations, const BondPlan &before, const BondPlan &after);

    kernel::KernelSource &m_source;
};

/// A running bond as a plan: mode, every option that its mode takes, ports, addresses.
BondPlan planFromKernel(const kernel::BondState &bond, const kernel::Snapshot &snapshot);

} // namespace bondwright::helper
