// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel/unplannedstate.h"

#include "domain/ipaddress.h"
#include "domain/options.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::kernel
{

namespace
{

class Unplanned
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::kernel::UnplannedState)
public:
    Unplanned(const BondPlan &plan, const Snapshot &snapshot)
        : m_plan(plan)
        , m_snapshot(snapshot)
    {
    }

    QList<Difference> run()
    {
        const BondState *bond = m_snapshot.bondByName(m_plan.name);
        const NicState *nic = m_snapshot.nicByName(m_plan.name);
        if (!bond || !nic)
            return {};
        findOptions(*bond);
        findPriorities(*bond);
        if (!m_plan.mtu && nic->mtu != 0 && nic->mtu != usualMtu(*bond))
            note(DifferenceKind::MtuUnplanned, u"mtu"_s, QString::number(nic->mtu),
                 tr("The MTU of %1 is %2; the configuration does not set it.").arg(nic->name).arg(nic->mtu));
        findAddresses(*nic, m_plan.ipv4, m_plan.ipv6, {});
        findVlans(nic->ifindex);
        return m_found;
    }

private:
    void note(DifferenceKind kind, const QString &field, const QString &seen, const QString &message)
    {
        m_found.append({kind, field, {}, seen, message, false, {}});
    }

    void findOptions(const BondState &bond);
    void findPriorities(const BondState &bond);
    void findAddresses(const NicState &nic, const IpConfig &ipv4, const IpConfig &ipv6, const QString &prefix);
    void findVlans(int bond);
    // A bond takes the MTU of its first slave.
    quint32 usualMtu(const BondState &bond) const
    {
        const auto slave = bond.slaves.isEmpty() ? m_snapshot.nics.cend()
                                                 : m_snapshot.nics.constFind(bond.slaves.constFirst().ifindex);
        return slave == m_snapshot.nics.cend() ? 1500 : slave->mtu;
    }

    const BondPlan &m_plan;
    const Snapshot &m_snapshot;
    QList<Difference> m_found;
};

} // namespace

void Unplanned::findOptions(const BondState &bond)
{
    QSet<QString> planned;
    for (auto at = m_plan.options.cbegin(); at != m_plan.options.cend(); ++at) {
        if (const OptionSpec *spec = findOption(at.key()))
            planned.insert(spec->name);
    }
    for (auto at = bond.options.cbegin(); at != bond.options.cend(); ++at) {
        const OptionSpec *spec = findOption(at.key());
        if (!spec || planned.contains(spec->name) || !isLasting(*spec) || !acceptsMode(*spec, bond.mode))
            continue;
        const QString seen = canonicalValue(*spec, at.value()).value_or(at.value());
        const QString usual = canonicalValue(*spec, spec->defaultValue).value_or(spec->defaultValue);
        if (seen.isEmpty() || seen == usual)
            continue;
        // bond_check_params: modes that cannot do without link monitoring get 100 ms from the driver.
        const bool needsMii = !modeInfo(bond.mode).optionGroups.testFlag(OptionGroup::Arp);
        if (spec->name == u"miimon" && needsMii && bond.options.miimon() == std::chrono::milliseconds(100))
            continue;
        note(DifferenceKind::OptionUnplanned, u"options."_s + spec->name, at.value(),
             tr("The option %1 is “%2”; the configuration does not set it.").arg(spec->name, at.value()));
    }
}

void Unplanned::findPriorities(const BondState &bond)
{
    for (const SlavePlan &wanted : m_plan.slaves) {
        const SlaveState *slave = bond.slaveByName(wanted.name);
        if (slave && !wanted.prio && slave->prio.value_or(0) != 0)
            note(DifferenceKind::SlavePrioUnplanned, u"slaves"_s, QString::number(*slave->prio),
                 tr("The priority of %1 is %2; the configuration does not set it.").arg(slave->name).arg(*slave->prio));
    }
}

void Unplanned::findAddresses(const NicState &nic, const IpConfig &ipv4, const IpConfig &ipv6, const QString &prefix)
{
    for (const IpNetwork &network : nic.addresses) {
        const bool isIp6 = network.address.family() == IpAddress::Family::V6;
        const IpConfig &config = isIp6 ? ipv6 : ipv4;
        if (config.method != IpMethod::Manual || network.address.isLinkLocal())
            continue;
        const QString seen = network.toString();
        if (!config.networks().contains(network))
            note(DifferenceKind::AddressUnplanned, prefix + (isIp6 ? u"ipv6"_s : u"ipv4"_s) + u".addresses"_s, seen,
                 tr("%1 has the address %2; the configuration does not give it.").arg(nic.name, seen));
    }
}

void Unplanned::findVlans(int bond)
{
    QSet<QString> planned;
    for (qsizetype at = 0; at < m_plan.vlans.size(); ++at) {
        const VlanPlan &vlan = m_plan.vlans.at(at);
        const QString name = vlan.interfaceName(m_plan.name);
        planned.insert(name);
        if (const NicState *nic = m_snapshot.nicByName(name))
            findAddresses(*nic, vlan.ipv4, vlan.ipv6, u"vlans[%1]."_s.arg(at));
    }
    // A host that is only asked by a shell does not tell what a VLAN is on.
    const auto isOnBond = [&](const NicState &nic) {
        return nic.lowerIndex != 0 ? nic.lowerIndex == bond : nic.name.startsWith(m_plan.name + u'.');
    };
    for (const NicState &nic : m_snapshot.nics) {
        if (nic.kind == InterfaceKind::Vlan && isOnBond(nic) && !planned.contains(nic.name))
            note(DifferenceKind::VlanUnplanned, u"vlans"_s, nic.name,
                 tr("The VLAN “%1” runs, but is not configured.").arg(nic.name));
    }
}

QList<Difference> unplannedState(const BondPlan &plan, const Snapshot &snapshot)
{
    return Unplanned(plan, snapshot).run();
}

QStringList droppedVlans(const BondPlan &before, const BondPlan &after, const Snapshot &snapshot)
{
    QStringList dropped;
    for (const VlanPlan &vlan : before.vlans) {
        const QString name = vlan.interfaceName(before.name);
        const NicState *nic = snapshot.nicByName(name);
        const auto isName = [&](const VlanPlan &wanted) { return wanted.interfaceName(after.name) == name; };
        if (nic && nic->kind == InterfaceKind::Vlan && std::ranges::none_of(after.vlans, isName))
            dropped.append(name);
    }
    return dropped;
}

bool isUnplanned(const Difference &difference)
{
    return difference.kind >= DifferenceKind::OptionUnplanned || difference.kind == DifferenceKind::SlaveExtra
        || difference.kind == DifferenceKind::AddressExtra;
}

} // namespace bondwright::kernel
