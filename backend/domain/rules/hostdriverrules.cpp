// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/kernelrelease.h"
#include "domain/rules/rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

void tooNew(const QString &field, const QString &what, const QString &since, const RuleInput &input, Report &report)
{
    report.error(
        u"options.too-new"_s, field,
        //: @status %1 is an option, %2 and %3 are kernel releases
        translate("rules", "%1 needs Linux %2 or later; this host runs %3.").arg(what, since, input.host.kernelRelease),
        translate("rules", "Remove it."));
}

void checkSlaveOptions(const RuleInput &input, const KernelRelease &running, Report &report)
{
    const OptionSpec &prio = *findOption(u"prio");
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        if (input.plan.slaves.at(i).prio && running < kernelRelease(prio.since))
            tooNew(slaveField(i, u"prio"_s), prio.name, prio.since, input, report);
    }
}

bool isTaken(const HostFacts &host, const QString &name)
{
    return host.nic(name)
        || std::any_of(host.bonds.begin(), host.bonds.end(), [&](const BondFacts &bond) { return bond.name == name; });
}

} // namespace

void driverPresent(const RuleInput &input, Report &report)
{
    if (input.host.bondingDriver == Tristate::No)
        report.error(u"driver.missing"_s, u"mode"_s, translate("rules", "This host's kernel has no bonding driver."),
                     translate("rules",
                               "Install the kernel's module package (bonding.ko), or check a plan for another host "
                               "with --no-host."));
}

void kernelKnowsOptions(const RuleInput &input, Report &report)
{
    const auto running = kernelRelease(input.host.kernelRelease);
    if (!running)
        return;
    for (auto it = input.plan.options.cbegin(); it != input.plan.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        const auto since = spec ? kernelRelease(spec->since) : std::nullopt;
        if (since && *running < *since)
            tooNew(optionField(it.key()), it.key(), spec->since, input, report);
    }
    // Single values that came, or went, later than their option.
    if (input.plan.options.selectsByPortPriority() && *running < KernelRelease(6, 18))
        tooNew(optionField(u"ad_select"_s), u"ad_select=actor_port_prio"_s, u"6.18"_s, input, report);
    if (input.plan.options.xmitPolicy() == XmitPolicy::VlanSrcMac && *running < KernelRelease(5, 12))
        tooNew(optionField(u"xmit_hash_policy"_s), u"xmit_hash_policy=vlan+srcmac"_s, u"5.12"_s, input, report);
    if (input.plan.options.ignoresCarrier() && *running >= KernelRelease(6, 18))
        report.error(u"options.gone"_s, optionField(u"use_carrier"_s),
                     translate("rules", "This host's kernel (%1) no longer accepts use_carrier=0.")
                         .arg(input.host.kernelRelease),
                     translate("rules", "Remove it."));
    checkSlaveOptions(input, *running, report);
}

void nameFree(const RuleInput &input, Report &report)
{
    if (input.plan.name != input.editing && isTaken(input.host, input.plan.name))
        report.error(u"name.taken"_s, u"name"_s,
                     translate("rules", "This host has an interface “%1” already.").arg(input.plan.name),
                     translate("rules", "Choose another name, or edit the existing bond."));
    const bool isRenamed = !input.editing.isEmpty() && input.plan.name != input.editing;
    // A bond that is being changed has its VLANs already; with another name of the bond theirs change too.
    if (!input.editing.isEmpty() && !isRenamed)
        return;
    for (qsizetype i = 0; i < input.plan.vlans.size(); ++i) {
        const QString name = input.plan.vlans.at(i).interfaceName(input.plan.name);
        const bool isKept = isRenamed && !input.plan.vlans.at(i).name.isEmpty();
        if (!isKept && isTaken(input.host, name))
            report.error(u"vlan.name-taken"_s, entryField(u"vlans"_s, i) + u".name"_s,
                         translate("rules", "This host has an interface “%1” already.").arg(name),
                         translate("rules", "Choose another name."));
    }
}

void replacedBondExists(const RuleInput &input, Report &report)
{
    const auto isIt = [&](const BondFacts &bond) { return bond.name == input.plan.replaces; };
    if (!input.plan.replaces.isEmpty() && std::none_of(input.host.bonds.cbegin(), input.host.bonds.cend(), isIt))
        report.error(u"replaces.missing"_s, u"replaces"_s,
                     translate("rules", "This host has no bond “%1” to rename.").arg(input.plan.replaces.left(32)),
                     translate("rules", "Remove “replaces”, or name a bond of this host."));
}

} // namespace bondwright::rules
