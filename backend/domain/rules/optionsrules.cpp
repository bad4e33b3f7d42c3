// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/rules.h"
#include "domain/switchside.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

// Only options that belong into a plan's "options" and are not known otherwise.
const OptionSpec *bondOption(const QString &name)
{
    const OptionSpec *spec = findOption(name);
    return spec && spec->scope == OptionScope::Bond && spec->name != u"mode" ? spec : nullptr;
}

QString acceptedValues(const OptionSpec &spec)
{
    QStringList names;
    switch (spec.kind) {
    case OptionKind::Integer:
        return translate("rules", "Give a whole number from %1 to %2.").arg(spec.minimum).arg(spec.maximum);
    case OptionKind::Enum:
    case OptionKind::Bool:
        for (const OptionName &known : spec.names)
            names.append(known.name);
        return translate("rules", "Give one of: %1.").arg(joined(names));
    case OptionKind::IfName:
        return translate("rules", "Give the name of one of the NICs.");
    case OptionKind::Ip4List:
        return translate("rules", "Give 1 to 16 different IPv4 addresses of hosts, separated by commas.");
    case OptionKind::Ip6List:
        return translate("rules", "Give 1 to 16 different IPv6 addresses of hosts, separated by commas.");
    case OptionKind::Mac:
        return translate("rules", "Give a MAC address such as 02:00:5e:10:00:01 that is not a group address.");
    }
    return {};
}

// An option that acts in this mode, but not with the value that another option has.
bool isSwitchedOff(const RuleInput &input, const OptionSpec &spec)
{
    if (spec.name == u"xmit_hash_policy" && input.isMode({Mode::BalanceTlb, Mode::BalanceAlb}))
        return !input.plan.options.balancesByHashAlone();
    if (spec.name == u"arp_missed_max" || spec.name == u"arp_all_targets")
        return !input.plan.options.monitorsByArp();
    if (spec.name == u"primary_reselect")
        return input.plan.options.primary().isEmpty();
    if (spec.name == u"peer_notif_delay" || spec.name == u"num_grat_arp")
        return input.isMode({Mode::Ieee8023ad}) && !input.plan.options.broadcastsNeighbors();
    return false;
}

} // namespace

void optionsKnown(const RuleInput &input, Report &report)
{
    for (auto it = input.plan.options.cbegin(); it != input.plan.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        const QString field = optionField(it.key());
        if (it.key() == QLatin1StringView(balanceSlbOption)) {
            if (!isBalanceSlb(input.plan))
                report.error(u"options.balance-slb"_s, field,
                             //: @status balance-slb and balance-xor are names
                             translate("rules", "balance-slb can only be 1, and only in mode balance-xor."),
                             translate("rules", "Remove it, or choose balance-xor."));
            else
                report.advice(u"options.balance-slb"_s, field,
                              translate("rules",
                                        "balance-slb is not the driver's: NetworkManager spreads the traffic itself, "
                                        "and the switch needs no group. Only NetworkManager can make such a bond."),
                              {});
            continue;
        }
        if (!spec)
            report.error(u"options.unknown"_s, field,
                         //: @status %1 is an option's name
                         translate("rules", "The bonding driver has no option “%1”.").arg(it.key()),
                         translate("rules", "Check its spelling; “bondctl options” lists them all."));
        else if (spec->name == u"mode")
            report.error(u"options.misplaced"_s, field, translate("rules", "The mode stands among the options."),
                         translate("rules", "Give it as the plan's own “mode”."));
        else if (spec->scope == OptionScope::Slave)
            report.error(u"options.misplaced"_s, field,
                         translate("rules", "“%1” belongs to a single NIC, not to the bond.").arg(it.key()),
                         translate("rules", "Give it with the NIC, under “slaves”."));
        else if (spec->scope == OptionScope::Module)
            report.error(u"options.misplaced"_s, field,
                         translate("rules", "“%1” is a parameter of the whole driver, not of one bond.").arg(it.key()),
                         translate("rules", "Remove it; it can be set only where the driver is loaded."));
    }
}

void optionValues(const RuleInput &input, Report &report)
{
    for (auto it = input.plan.options.cbegin(); it != input.plan.options.cend(); ++it) {
        const OptionSpec *spec = bondOption(it.key());
        if (spec && !canonicalValue(*spec, it.value()))
            report.error(u"options.value"_s, optionField(it.key()),
                         //: @status %1 is a value, %2 an option's name
                         translate("rules", "“%1” is not a value for %2.").arg(it.value(), it.key()),
                         acceptedValues(*spec));
    }
}

void optionModes(const RuleInput &input, Report &report)
{
    for (auto it = input.plan.options.cbegin(); it != input.plan.options.cend(); ++it) {
        const OptionSpec *spec = bondOption(it.key());
        if (!spec || acceptsMode(*spec, input.plan.mode))
            continue;
        QStringList modes;
        for (const ModeInfo &info : allModes()) {
            if (acceptsMode(*spec, info.mode))
                modes.append(info.kernelName);
        }
        report.error(
            u"options.mode"_s, optionField(it.key()),
            //: @status %1 is an option's name, %2 a mode's
            translate("rules", "The option %1 does not exist in mode %2.").arg(it.key(), kernelName(input.plan.mode)),
            translate("rules", "Remove it, or choose one of these modes: %1.").arg(joined(modes)));
    }
}

void optionsWithoutEffect(const RuleInput &input, Report &report)
{
    for (auto it = input.plan.options.cbegin(); it != input.plan.options.cend(); ++it) {
        const OptionSpec *spec = bondOption(it.key());
        if (!spec || !acceptsMode(*spec, input.plan.mode))
            continue;
        const auto value = canonicalValue(*spec, it.value());
        if (!value || *value == spec->defaultValue)
            continue;
        if (!actsInMode(*spec, input.plan.mode) || isSwitchedOff(input, *spec))
            report.advice(u"options.no-effect"_s, optionField(it.key()),
                          translate("rules", "The option %1 has no effect here.").arg(it.key()),
                          translate("rules", "It can be left out."));
    }
}

void optionAliases(const RuleInput &input, Report &report)
{
    for (auto it = input.plan.options.cbegin(); it != input.plan.options.cend(); ++it) {
        const OptionSpec *spec = bondOption(it.key());
        const auto own = spec ? input.plan.options.constFind(spec->name) : input.plan.options.constEnd();
        if (spec && it.key() != spec->name && own != input.plan.options.constEnd()
            && canonicalValue(*spec, own.value()) != canonicalValue(*spec, it.value()))
            report.error(u"options.alias"_s, optionField(it.key()),
                         translate("rules", "%1 and %2 are two names of one option, and their values differ.")
                             .arg(spec->name, it.key()),
                         translate("rules", "Keep only one of them."));
    }
}

void runtimeOnlyOptions(const RuleInput &input, Report &report)
{
    if (input.plan.options.isSet(u"active_slave"))
        report.warning(u"options.runtime-only"_s, optionField(u"active_slave"_s),
                       translate("rules", "active_slave switches a running bond and is not kept."),
                       translate("rules", "Use primary to prefer a NIC for good."));
}

void obsoleteUseCarrier(const RuleInput &input, Report &report)
{
    if (input.plan.options.ignoresCarrier())
        report.warning(u"options.obsolete"_s, optionField(u"use_carrier"_s),
                       translate("rules", "use_carrier=0 is obsolete; Linux 6.18 and later refuse it."),
                       translate("rules", "Remove it."));
}

} // namespace bondwright::rules
