// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/runningplan.h"
#include "domain/options.h"

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

void takeAddresses(IpConfig *config, const kernel::NicState &nic, bool ipv6)
{
    for (const QString &address : nic.addresses) {
        const bool isLinkLocal = address.startsWith(u"fe80:", Qt::CaseInsensitive);
        if (address.contains(u':') == ipv6 && !isLinkLocal)
            config->addresses.append(address);
    }
    config->method = config->addresses.isEmpty() ? IpMethod::Disabled : IpMethod::Manual;
    if (!nic.gateway.isEmpty() && nic.gateway.contains(u':') == ipv6)
        config->gateway = nic.gateway;
}

} // namespace

BondPlan runningPlan(const kernel::BondState &bond, const kernel::Snapshot &snapshot)
{
    BondPlan plan;
    plan.name = bond.name;
    plan.mode = bond.mode;
    for (auto at = bond.options.cbegin(); at != bond.options.cend(); ++at) {
        const OptionSpec *spec = findOption(at.key());
        const bool isConfigurable = spec && spec->scope == OptionScope::Bond && spec->name != u"mode"
            && spec->name != u"active_slave" && acceptsMode(*spec, bond.mode);
        if (isConfigurable && !at.value().isEmpty() && at.value() != spec->defaultValue)
            plan.options.insert(at.key(), at.value());
    }
    for (const kernel::SlaveState &slave : bond.slaves) {
        SlavePlan entry;
        entry.name = slave.name;
        if (slave.queueId.value_or(0) != 0)
            entry.queueId = slave.queueId;
        if (slave.prio.value_or(0) != 0)
            entry.prio = slave.prio;
        plan.slaves.append(entry);
    }
    if (const auto nic = snapshot.nics.constFind(bond.ifindex); nic != snapshot.nics.cend()) {
        takeAddresses(&plan.ipv4, *nic, false);
        takeAddresses(&plan.ipv6, *nic, true);
        if (nic->mtu != 0 && nic->mtu != 1500)
            plan.mtu = nic->mtu;
    }
    return plan;
}

} // namespace bondwright::ui
