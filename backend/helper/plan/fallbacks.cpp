// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/plan/fallbacks.h"

#include "domain/options.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

constexpr quint16 ethernet = 1; // ARPHRD_ETHER
constexpr quint32 usualMtu = 1500;

/// What a bond of this plan has where the plan names no value.
QString fallbackOf(const OptionSpec &spec, const BondPlan &plan, Backend backend)
{
    if (spec.name != u"miimon")
        return spec.defaultValue;
    // The driver puts 100 where a mode cannot do without (bond_option_mode_set), NetworkManager wherever no
    // monitoring is asked for (nm_setting_bond_get_option_or_default).
    const bool needsMii = !modeInfo(plan.mode).optionGroups.testFlag(OptionGroup::Arp);
    return needsMii || (backend == Backend::NetworkManager && !plan.options.monitorsByArp()) ? u"100"_s
                                                                                             : spec.defaultValue;
}

void addOptions(BondPlan &plan, const BondPlan &before, Backend backend)
{
    const BondOptions former = before.options.canonical();
    for (auto it = former.cbegin(); it != former.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        if (spec && isLasting(*spec) && acceptsMode(*spec, plan.mode) && !plan.options.contains(spec->name))
            plan.options.insert(spec->name, fallbackOf(*spec, plan, backend));
    }
}

void addSlaves(BondPlan &plan, const BondPlan &before)
{
    for (SlavePlan &slave : plan.slaves) {
        for (const SlavePlan &former : before.slaves) {
            if (former.name != slave.name)
                continue;
            if (former.queueId && !slave.queueId)
                slave.queueId = 0;
            if (former.prio && !slave.prio && acceptsMode(*findOption(u"prio"), plan.mode))
                slave.prio = 0;
        }
    }
}

bool isEthernet(const BondPlan &plan, const kernel::Snapshot &snapshot)
{
    return std::all_of(plan.slaves.cbegin(), plan.slaves.cend(), [&snapshot](const SlavePlan &slave) {
        const kernel::NicState *nic = snapshot.nicByName(slave.name);
        return nic && nic->hardwareType == ethernet;
    });
}

void addMtus(BondPlan &plan, const BondPlan &before)
{
    if (before.mtu && !plan.mtu)
        plan.mtu = usualMtu;
    for (VlanPlan &vlan : plan.vlans) {
        for (const VlanPlan &former : before.vlans) {
            if (former.id == vlan.id && former.mtu && !vlan.mtu)
                vlan.mtu = plan.mtu.value_or(usualMtu);
        }
    }
}

} // namespace

bool isMacOfNic(const MacAddress &mac, const kernel::Snapshot &snapshot)
{
    if (mac.isEmpty())
        return false;
    for (const kernel::BondState &bond : snapshot.bonds) {
        for (const kernel::SlaveState &slave : bond.slaves) {
            if (slave.permanentMac == mac)
                return true;
        }
    }
    return std::any_of(snapshot.nics.cbegin(), snapshot.nics.cend(), [&mac](const kernel::NicState &nic) {
        return nic.kind != InterfaceKind::Bond && nic.kind != InterfaceKind::Vlan
            && (nic.permanentMac == mac || (nic.masterIndex == 0 && nic.mac == mac));
    });
}

MacAddress macOfFirstSlave(const BondPlan &plan, const kernel::Snapshot &snapshot)
{
    const QString name = plan.slaves.isEmpty() ? QString() : plan.slaves.constFirst().name;
    for (const kernel::BondState &bond : snapshot.bonds) {
        if (const kernel::SlaveState *slave = bond.slaveByName(name); slave && !slave->permanentMac.isEmpty())
            return slave->permanentMac;
    }
    const kernel::NicState *nic = snapshot.nicByName(name);
    return nic ? nic->mac : MacAddress();
}

BondPlan withFallbacks(const BondPlan &plan, const BondPlan *before, Backend backend, const kernel::Snapshot &snapshot)
{
    BondPlan whole = plan;
    whole.options = plan.options.canonical();
    if (!before)
        return whole;
    addOptions(whole, *before, backend);
    addSlaves(whole, *before);
    if (isEthernet(whole, snapshot))
        addMtus(whole, *before);
    // The files' readers keep a bond's MAC; only what runs forgets it.
    if (backend == Backend::RuntimeOnly && !before->mac.isEmpty() && whole.mac.isEmpty())
        whole.mac = BondMac(macOfFirstSlave(whole, snapshot));
    return whole;
}

} // namespace bondwright::helper
