// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/droppedaddresses.h"
#include "domain/options.h"
#include "helper/plan/planner.h"
#include "kernel/planverifier.h"

#include <algorithm>

// The parts of the host's network that a change interrupts.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;

/// Whether a running bond goes down for the change.
static bool isMadeAnew(const PlannedChange &planned, const BondPlan &plan, const QList<kernel::Difference> &differences)
{
    // The scripts set nothing on a bond that is up but what the driver takes at any time.
    const bool byScripts = planned.backend == Backend::Ifcfg || planned.backend == Backend::Ifupdown;
    if (byScripts && changesAddresses(planned.before, planned.after, plan.name))
        return true;
    // It rewrites all of networkd's files, and networkd reconfigures what was written.
    if (planned.backend == Backend::Netplan && !planned.paths().isEmpty())
        return true;
    return std::any_of(differences.cbegin(), differences.cend(), [byScripts](const kernel::Difference &difference) {
        if (difference.kind == kernel::DifferenceKind::Option)
            return needsBondDown(difference);
        return byScripts || difference.kind == kernel::DifferenceKind::Mode;
    });
}

/// With what it was part of, such as a bridge that its guests are connected to.
QStringList Planner::disappearance(const QString &name) const
{
    QStringList texts(tr("%1 disappears, with every connection over it.").arg(name));
    const kernel::Snapshot &snapshot = m_source.snapshot();
    const kernel::NicState *nic = snapshot.nicByName(name);
    if (const auto master = snapshot.nics.constFind(nic ? nic->masterIndex : 0); master != snapshot.nics.cend())
        texts.append(tr("%1 is a port of %2, which loses it.").arg(name, master->name));
    return texts;
}

QStringList Planner::disappearanceOfBond(const QString &name) const
{
    QStringList texts = disappearance(name);
    const kernel::Snapshot &snapshot = m_source.snapshot();
    const kernel::NicState *bond = snapshot.nicByName(name);
    for (const kernel::NicState &nic : snapshot.nics) {
        if (bond && nic.kind == InterfaceKind::Vlan && nic.lowerIndex == bond->ifindex)
            texts += disappearance(nic.name);
    }
    return texts;
}

QStringList Planner::whatGoesOf(const BondPlan &before, const BondPlan &after) const
{
    QStringList texts;
    const QMap<QString, IpNetworks> gone = droppedAddresses(before, after, toHostFacts(m_source.snapshot()));
    for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
        for (const IpNetwork &network : *it)
            texts.append(
                tr("%1 loses the address %2: connections to it end.").arg(it.key(), network.address.toString()));
    }
    for (const VlanPlan &vlan : before.vlans) {
        const QString name = vlan.interfaceName(before.name);
        if (std::none_of(after.vlans.cbegin(), after.vlans.cend(),
                         [&](const VlanPlan &v) { return v.interfaceName(after.name) == name; }))
            texts += disappearance(name);
    }
    return texts;
}

QStringList Planner::interruptions(const PlannedChange &planned) const
{
    QStringList texts;
    const QStringList nics = planned.nics();
    const kernel::Snapshot &snapshot = m_source.snapshot();
    for (const kernel::NicState &nic : snapshot.nics) {
        if (!nics.contains(nic.name) || nic.masterIndex != 0)
            continue;
        if (nic.carriesDefaultRoute)
            texts.append(tr("The default route runs over %1: connections pause for a few seconds while it moves.")
                             .arg(nic.name));
        else if (!nic.addresses.isEmpty())
            texts.append(tr("%1 is in use (%2): its connections pause for a few seconds.")
                             .arg(nic.name, nic.addresses.toStrings().join(u", "_s)));
    }
    for (const BondPlan &plan : planned.after) {
        if (snapshot.bondByName(plan.name) && isMadeAnew(planned, plan, kernel::verifyPlan(plan, snapshot)))
            texts.append(tr("%1 is set up again: its connections pause for a few seconds.").arg(plan.name));
    }
    for (const BondPlan &before : planned.before) {
        const auto same = std::find_if(planned.after.cbegin(), planned.after.cend(),
                                       [&before](const BondPlan &plan) { return plan.name == before.name; });
        if (same != planned.after.cend())
            texts += whatGoesOf(before, *same);
    }
    for (const QString &bond : planned.removedBonds()) {
        if (bond == planned.renamedFrom)
            texts.append(tr("%1 becomes %2: its connections pause for a few seconds.").arg(bond, planned.bond));
        else
            texts += disappearanceOfBond(bond);
    }
    return texts;
}

} // namespace bondwright::helper
