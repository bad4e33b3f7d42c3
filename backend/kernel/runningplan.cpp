// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/runningplan.h"

#include "domain/findings.h"
#include "domain/ipaddress.h"
#include "domain/options.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::kernel
{

namespace
{

void takeAddresses(IpConfig *config, const NicState &nic, IpAddress::Family family)
{
    bool isLeased = false;
    for (const IpNetwork &network : nic.addresses.ofFamily(family)) {
        if (family == IpAddress::Family::V6 && network.address.isLinkLocal())
            continue; // the kernel's own
        if (nic.leasedAddresses.contains(network))
            isLeased = true;
        else
            config->addresses.append(network);
    }
    config->method = !config->addresses.isEmpty() ? IpMethod::Manual : isLeased ? IpMethod::Auto : IpMethod::Disabled;
    const auto &gateway = family == IpAddress::Family::V6 ? nic.ipv6Gateway : nic.gateway;
    if (config->method == IpMethod::Manual && gateway && gateway->family() == family)
        config->gateway = *gateway;
}

void takeOptions(BondPlan *plan, const BondState &bond)
{
    for (auto at = bond.options.cbegin(); at != bond.options.cend(); ++at) {
        const OptionSpec *spec = findOption(at.key());
        if (spec && isLasting(*spec) && acceptsMode(*spec, bond.mode) && canonicalValue(*spec, at.value()))
            plan->options.insert(spec->name, at.value());
    }
}

/// A bond has one of its slaves' MACs unless it was given another.
bool hasOwnMac(const BondState &bond, const NicState &nic)
{
    return !bond.slaves.isEmpty()
        && std::none_of(bond.slaves.cbegin(), bond.slaves.cend(), [&nic](const SlaveState &slave) {
               return slave.permanentMac.isEmpty() || slave.permanentMac == nic.mac;
           });
}

} // namespace

BondPlan runningPlan(const BondState &bond, const Snapshot &snapshot)
{
    constexpr quint32 usualMtu = 1500;
    BondPlan plan;
    plan.name = bond.name;
    plan.mode = bond.mode;
    takeOptions(&plan, bond);
    for (const SlaveState &slave : bond.slaves)
        plan.slaves.append({slave.name, {}, slave.queueId, slave.prio});
    if (const auto nic = snapshot.nics.constFind(bond.ifindex); nic != snapshot.nics.cend()) {
        takeAddresses(&plan.ipv4, *nic, IpAddress::Family::V4);
        takeAddresses(&plan.ipv6, *nic, IpAddress::Family::V6);
        if (hasOwnMac(bond, *nic))
            plan.mac = BondMac(nic->mac);
        if (nic->mtu != 0 && nic->mtu != usualMtu)
            plan.mtu = nic->mtu;
    }
    return plan;
}

BondPlan withoutDefaults(const BondPlan &plan)
{
    BondPlan shorter = plan;
    shorter.options.removeIf([](const std::pair<const QString &, QString &> option) {
        const OptionSpec *spec = findOption(option.first);
        return spec && canonicalValue(*spec, option.second) == spec->defaultValue;
    });
    for (SlavePlan &slave : shorter.slaves) {
        if (slave.queueId == 0)
            slave.queueId.reset();
        if (slave.prio == 0)
            slave.prio.reset();
    }
    return asFound(shorter);
}

} // namespace bondwright::kernel
