// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/rules.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

constexpr std::int64_t slowMs = 1000;
constexpr std::int64_t fastMs = 10;

bool needsMiimon(const RuleInput &input)
{
    return input.isMode({Mode::Ieee8023ad, Mode::BalanceTlb, Mode::BalanceAlb});
}

} // namespace

void monitoringPresent(const RuleInput &input, Report &report)
{
    if (input.plan.options.monitorsByMii())
        return;
    const QString field = optionField(u"miimon"_s);
    // A value that cannot be read has a finding already; what it would have meant is not known.
    if (input.plan.options.isSet(u"miimon")
        && !canonicalValue(*findOption(u"miimon"), input.plan.options.value(u"miimon"_s)))
        return;
    if (needsMiimon(input))
        report.error(u"monitoring.miimon-required"_s, field,
                     //: @status %1 is a mode's name
                     translate("rules", "Mode %1 works only with miimon link monitoring, and miimon is 0.")
                         .arg(kernelName(input.plan.mode)),
                     translate("rules", "Set miimon to 100 (ms), the usual value."));
    else if (!input.plan.options.monitorsByArp())
        report.error(u"monitoring.none"_s, field,
                     translate("rules",
                               "Nothing monitors the links: a broken cable would not be noticed, and no other "
                               "NIC would take over."),
                     translate("rules", "Set miimon to 100 (ms), the usual value, or use ARP monitoring."));
}

void monitoringExclusive(const RuleInput &input, Report &report)
{
    if (input.plan.options.monitorsByMii() && input.plan.options.monitorsByArp())
        report.error(u"monitoring.both"_s, optionField(u"arp_interval"_s),
                     translate("rules", "miimon and arp_interval exclude each other; the kernel keeps only one."),
                     translate("rules", "Set one of the two to 0."));
}

void delaysNeedMiimon(const RuleInput &input, Report &report)
{
    if (input.plan.options.monitorsByMii())
        return;
    for (const QString &name : BondOptions::delayNames()) {
        // The driver answers EPERM even to the value 0.
        if (input.plan.options.isSet(name))
            report.error(u"monitoring.delay-needs-miimon"_s, optionField(name),
                         translate("rules", "%1 can be set only together with miimon.").arg(name),
                         translate("rules", "Remove it, or set miimon."));
    }
}

void delaysAreMultiples(const RuleInput &input, Report &report)
{
    const std::int64_t miimon = input.plan.options.miimon().count();
    if (miimon <= 0)
        return;
    for (const QString &name : BondOptions::delayNames()) {
        const std::int64_t delay = input.plan.options.number(name);
        if (delay % miimon == 0)
            continue;
        const std::int64_t below = delay / miimon * miimon;
        report.error(
            u"monitoring.delay-multiple"_s, optionField(name),
            //: @status %1 is an option's name, %2 and %3 are numbers
            translate("rules", "%1 (%2 ms) is not a multiple of miimon (%3 ms); the kernel would round it down.")
                .arg(name)
                .arg(delay)
                .arg(miimon),
            translate("rules", "Set it to %1 or %2.").arg(below).arg(below + miimon));
    }
}

void monitoringPace(const RuleInput &input, Report &report)
{
    for (const QString &name : {u"miimon"_s, u"arp_interval"_s}) {
        const std::int64_t interval = input.plan.options.number(name);
        if (interval > slowMs)
            report.advice(u"monitoring.slow"_s, optionField(name),
                          translate("rules", "With %1=%2, a broken link stays unnoticed for up to %2 ms.")
                              .arg(name)
                              .arg(interval),
                          translate("rules", "100 ms is the usual value for miimon, 1000 ms for arp_interval."));
        else if (interval > 0 && interval < fastMs)
            report.advice(u"monitoring.fast"_s, optionField(name),
                          translate("rules", "With %1=%2, the links are checked so often that it costs CPU time.")
                              .arg(name)
                              .arg(interval),
                          translate("rules", "100 ms is the usual value for miimon, 1000 ms for arp_interval."));
    }
}

} // namespace bondwright::rules
