// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/plan/runningplan.h"

#include "domain/options.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

void takeOptions(BondPlan &plan, const kernel::BondState &bond)
{
    // No primary and no targets are values too: on the way back they have to be emptied.
    const QStringList mayBeEmpty{u"primary"_s, u"arp_ip_target"_s, u"ns_ip6_target"_s};
    for (auto it = bond.options.cbegin(); it != bond.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        if (spec && spec->scope == OptionScope::Bond && it.key() != u"mode" && it.key() != u"active_slave"
            && acceptsMode(*spec, bond.mode) && (!it->isEmpty() || mayBeEmpty.contains(it.key())))
            plan.options.insert(it.key(), *it);
    }
}

/// A bond has one of its slaves' MACs unless it was given another.
void takeMac(BondPlan &plan, const kernel::BondState &bond, const kernel::NicState &nic)
{
    const bool isSlaves
        = std::any_of(bond.slaves.cbegin(), bond.slaves.cend(), [&nic](const kernel::SlaveState &slave) {
              return slave.permanentMac.isEmpty() || slave.permanentMac == nic.mac;
          });
    if (!isSlaves && !bond.slaves.isEmpty())
        plan.mac = nic.mac;
}

void takeAddresses(BondPlan &plan, const kernel::NicState &nic)
{
    for (const QString &address : nic.addresses) {
        const bool isIp6 = address.contains(u':');
        if (nic.leasedAddresses.contains(address) || (isIp6 && address.startsWith(u"fe80:", Qt::CaseInsensitive)))
            continue;
        IpConfig &config = isIp6 ? plan.ipv6 : plan.ipv4;
        config.method = IpMethod::Manual;
        config.addresses.append(address);
    }
}

} // namespace

BondPlan planFromKernel(const kernel::BondState &bond, const kernel::Snapshot &snapshot)
{
    constexpr quint32 usualMtu = 1500;
    BondPlan plan;
    plan.name = bond.name;
    plan.mode = bond.mode;
    takeOptions(plan, bond);
    for (const kernel::SlaveState &slave : bond.slaves)
        plan.slaves.append(SlavePlan{slave.name, {}, slave.queueId, slave.prio});
    if (const kernel::NicState *nic = snapshot.nicByName(bond.name)) {
        takeMac(plan, bond, *nic);
        takeAddresses(plan, *nic);
        if (nic->mtu != 0 && nic->mtu != usualMtu)
            plan.mtu = nic->mtu;
    }
    return plan;
}

} // namespace bondwright::helper
