// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/runningplan.h"

#include "domain/ipaddress.h"
#include "domain/options.h"

using namespace Qt::StringLiterals;

namespace bondwright::kernel
{

namespace
{

void takeAddresses(IpConfig *config, const NicState &nic, IpAddress::Family family)
{
    bool isLeased = false;
    for (const QString &address : nic.addresses) {
        const auto network = IpNetwork::fromString(address);
        const bool isKernels = family == IpAddress::Family::V6 && network && network->address.isLinkLocal();
        if (!network || network->address.family() != family || isKernels)
            continue;
        if (nic.leasedAddresses.contains(address))
            isLeased = true;
        else
            config->addresses.append(address);
    }
    config->method = !config->addresses.isEmpty() ? IpMethod::Manual : isLeased ? IpMethod::Auto : IpMethod::Disabled;
    const QString gateway = family == IpAddress::Family::V6 ? nic.ipv6Gateway : nic.gateway;
    const auto parsed = IpAddress::fromString(gateway);
    if (config->method == IpMethod::Manual && parsed && parsed->family() == family)
        config->gateway = gateway;
}

} // namespace

BondPlan runningPlan(const BondState &bond, const Snapshot &snapshot)
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
    for (const SlaveState &slave : bond.slaves) {
        SlavePlan entry;
        entry.name = slave.name;
        if (slave.queueId.value_or(0) != 0)
            entry.queueId = slave.queueId;
        if (slave.prio.value_or(0) != 0)
            entry.prio = slave.prio;
        plan.slaves.append(entry);
    }
    if (const auto nic = snapshot.nics.constFind(bond.ifindex); nic != snapshot.nics.cend()) {
        takeAddresses(&plan.ipv4, *nic, IpAddress::Family::V4);
        takeAddresses(&plan.ipv6, *nic, IpAddress::Family::V6);
        if (nic->mtu != 0 && nic->mtu != 1500)
            plan.mtu = nic->mtu;
    }
    return plan;
}

} // namespace bondwright::kernel
