// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include <algorithm>

namespace bondwright::diagnosis::rules
{

namespace
{

using kernel::NicState;
using kernel::SlaveState;

/// A slave has the bond's address, which what is stacked on the bond has too.
MacAddress burntInOf(const NicState &nic, const kernel::Snapshot &snapshot)
{
    const auto bond = snapshot.bonds.constFind(nic.masterIndex);
    const SlaveState *slave = bond == snapshot.bonds.cend() ? nullptr : bond->slave(nic.ifindex);
    return slave && !slave->permanentMac.isEmpty() ? slave->permanentMac : nic.ownMac();
}

/// The NIC that a plan means: by its burnt-in address where the plan has one, else by name.
const NicState *meantNic(const SlavePlan &slave, const kernel::Snapshot &snapshot)
{
    if (slave.mac.isEmpty())
        return snapshot.nicByName(slave.name);
    const auto nic = std::find_if(snapshot.nics.cbegin(), snapshot.nics.cend(), [&](const NicState &one) {
        return !one.kind.isStacked() && burntInOf(one, snapshot) == slave.mac.value();
    });
    return nic == snapshot.nics.cend() ? nullptr : &*nic;
}

bool isMeant(const SlaveState &slave, const SlavePlan &plan, const Case &known)
{
    if (plan.mac.isEmpty())
        return slave.name == plan.name;
    const NicState *nic = known.nicOf(slave);
    return (nic ? burntInOf(*nic, known.snapshot) : slave.permanentMac) == plan.mac.value();
}

Finding missing(const SlavePlan &slave, const Case &known)
{
    const QString &bond = known.bond.name;
    //: @info evidence, %1 bond, %2 NICs, %3 those of them that are in the bond
    const QString evidence = Text::tr("The configuration of %1 names %2; in the bond: %3.");
    Finding finding{Rule::SlaveMissing, {}, {}, {}, {slave.name}};
    const QStringList named = known.configured->slaveNames();
    finding.evidence = evidence.arg(bond, joined(named), joined(known.bond.slaveNames()));
    const NicState *nic = meantNic(slave, known.snapshot);
    if (!nic) {
        //: @info cause, %1 NIC, %2 bond
        finding.cause
            = Text::tr("%1 belongs to %2 by its configuration, but this host has no such NIC.").arg(slave.name, bond);
        //: @info next step, %1 NIC
        finding.nextStep
            = Text::tr("Check whether %1 has failed, was removed, or has another name or slot now.").arg(slave.name);
    } else if (nic->name != slave.name) {
        //: @info cause, %1 former name of a NIC, %2 bond, %3 its name now
        finding.cause
            = Text::tr("The NIC %1 of %2 is named %3 now, so it is not in the bond.").arg(slave.name, bond, nic->name);
        //: @info next step, %1 bond, %2 NIC
        finding.nextStep = Text::tr("Change the configuration of %1 to %2.").arg(bond, nic->name);
    } else if (nic->masterIndex != 0 && nic->masterIndex != known.bond.ifindex) {
        //: @info cause, %1 NIC, %2 bond, %3 another bond or bridge
        finding.cause = Text::tr("%1 belongs to %2 by its configuration, but is in %3.")
                            .arg(slave.name, bond, known.snapshot.nics.value(nic->masterIndex).name);
        //: @info next step, %1 NIC
        finding.nextStep = Text::tr("Find the other profile or file that uses %1.").arg(slave.name);
    } else {
        //: @info cause, %1 NIC, %2 bond
        finding.cause
            = Text::tr("%1 belongs to %2 by its configuration, but is not in the bond.").arg(slave.name, bond);
        //: @info next step, %1 NIC, %2 bond
        finding.nextStep
            = Text::tr("Activate %2 again, and look for another profile or file that uses %1.").arg(slave.name, bond);
    }
    return finding;
}

} // namespace

QList<Finding> slaveMissing(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    if (!known.configured)
        return findings;
    for (const SlavePlan &plan : known.configured->slaves) {
        const bool isThere = std::any_of(known.bond.slaves.cbegin(), known.bond.slaves.cend(),
                                         [&](const SlaveState &slave) { return isMeant(slave, plan, known); });
        if (!isThere)
            findings.append(missing(plan, known));
    }
    return findings;
}

QList<Finding> slaveUnexpected(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    if (!known.configured)
        return findings;
    const QList<SlavePlan> &plans = known.configured->slaves;
    for (const SlaveState &slave : known.bond.slaves) {
        const bool isMeantBySome = std::any_of(plans.cbegin(), plans.cend(),
                                               [&](const SlavePlan &plan) { return isMeant(slave, plan, known); });
        if (!isMeantBySome)
            findings.append({Rule::SlaveUnexpected,
                             //: @info cause, %1 NIC, %2 bond
                             Text::tr("%1 is in %2, but not in its configuration: it will be missing after a restart.")
                                 .arg(slave.name, known.bond.name),
                             //: @info next step, %1 NIC, %2 bond
                             Text::tr("Add %1 to the configuration of %2, or remove it from the bond.")
                                 .arg(slave.name, known.bond.name),
                             {},
                             {slave.name}});
    }
    return findings;
}

} // namespace bondwright::diagnosis::rules
