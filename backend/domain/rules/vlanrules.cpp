// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/mtulimits.h"
#include "domain/rules/nametexts.h"
#include "domain/rules/rules.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

constexpr quint16 lastVlanId = 4094;
constexpr quint32 usualMtu = 1500;

QString vlanField(qsizetype index, const QString &member)
{
    return entryField(u"vlans"_s, index) + u'.' + member;
}

} // namespace

void vlanIds(const RuleInput &input, Report &report)
{
    QList<quint16> seen;
    for (qsizetype i = 0; i < input.plan.vlans.size(); ++i) {
        const quint16 id = input.plan.vlans.at(i).id;
        if (id == 0 || id > lastVlanId)
            report.error(u"vlan.id-range"_s, vlanField(i, u"id"_s), translate("rules", "There is no VLAN %1.").arg(id),
                         translate("rules", "Give a number from 1 to 4094."));
        else if (seen.contains(id))
            report.error(u"vlan.id-duplicate"_s, vlanField(i, u"id"_s),
                         translate("rules", "VLAN %1 is given twice.").arg(id),
                         translate("rules", "Keep only one of them."));
        seen.append(id);
    }
}

void vlanNames(const RuleInput &input, Report &report)
{
    QStringList seen{input.plan.name};
    for (const SlavePlan &slave : input.plan.slaves)
        seen.append(slave.name);
    for (qsizetype i = 0; i < input.plan.vlans.size(); ++i) {
        const QString name = input.plan.vlans.at(i).interfaceName(input.plan.name);
        // A bond whose own name is wrong has a finding for that already.
        const bool isOwnChoice = !input.plan.vlans.at(i).name.isEmpty();
        const auto problem = newNameProblem(name);
        if (problem && (isOwnChoice || !newNameProblem(input.plan.name)))
            report.error(
                u"vlan.name."_s + nameProblemCode(*problem), vlanField(i, u"name"_s), nameProblemText(*problem, name),
                *problem == NameProblem::TooLong ? translate("rules", "Give the VLAN a shorter name of its own.")
                                                 : nameProblemAdvice(*problem));
        else if (seen.contains(name))
            report.error(u"vlan.name-duplicate"_s, vlanField(i, u"name"_s),
                         translate("rules", "The interface name “%1” is used twice in this plan.").arg(name),
                         translate("rules", "Give the VLAN a name of its own."));
        seen.append(name);
    }
}

void vlanMtus(const RuleInput &input, Report &report)
{
    const quint32 bondMtu = input.plan.mtu.value_or(usualMtu);
    for (qsizetype i = 0; i < input.plan.vlans.size(); ++i) {
        const VlanPlan &vlan = input.plan.vlans.at(i);
        const quint32 smallest = vlan.ipv6.method == IpMethod::Disabled ? smallestMtu : smallestIpv6Mtu;
        if (!vlan.mtu)
            continue;
        if (*vlan.mtu > bondMtu)
            report.error(
                u"vlan.mtu-large"_s, vlanField(i, u"mtu"_s),
                translate("rules", "The VLAN's MTU %1 is larger than the bond's (%2).").arg(*vlan.mtu).arg(bondMtu),
                translate("rules", "Lower it, or raise the bond's MTU."));
        else if (*vlan.mtu < smallest)
            report.error(u"vlan.mtu-small"_s, vlanField(i, u"mtu"_s),
                         translate("rules", "The MTU %1 is not possible.").arg(*vlan.mtu),
                         translate("rules", "Give a number from %1 to %2.").arg(smallest).arg(bondMtu));
    }
}

} // namespace bondwright::rules
