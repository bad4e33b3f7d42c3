// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "kernel/addresswriter.h"
#include "kernel/linkwriter.h"

#include <optional>

namespace bondwright::kernel
{

/// The part of a plan that the kernel refused.
struct Refusal {
    QString field; ///< JSON path of the plan, e.g. "options.lacp_rate"
    Error error; ///< in the kernel's own words

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// Makes the bond of a plan in the running kernel, in the network namespace of the calling thread. Options at their
/// default are left out: a new bond has them, and the driver refuses some where the mode has no use for them.
class PlanWriter
{
public:
    static Result<PlanWriter> open();

    /// The slaves must exist, the bond must not. Stops at the first refusal, which leaves what was made so far. DHCP,
    /// router advertisements and name servers are not the kernel's to set.
    std::optional<Refusal> create(const BondPlan &plan);

private:
    PlanWriter(LinkWriter links, AddressWriter addresses);
    std::optional<Refusal> createBond(const BondPlan &plan);
    std::optional<Refusal> enslave(const BondPlan &plan);
    std::optional<Refusal> bringUp(const BondPlan &plan);
    std::optional<Refusal> addVlans(const BondPlan &plan);
    std::optional<Refusal> configure(int ifindex, const IpConfig &config, const QString &field);
    std::optional<Refusal> refusedOption(const BondPlan &plan, const QMap<QString, QString> &options);

    LinkWriter m_links;
    AddressWriter m_addresses;
    int m_bond = 0;
};

} // namespace bondwright::kernel
