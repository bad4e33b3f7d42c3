// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/rules.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

void primaryIsSlave(const RuleInput &input, Report &report)
{
    const QString primary = input.plan.options.primary();
    // The kernel takes and remembers any text here.
    if (!primary.isEmpty() && !input.hasSlave(primary))
        report.error(u"primary.not-slave"_s, optionField(u"primary"_s),
                     //: @status %1 is the name of a NIC
                     translate("rules", "The primary NIC “%1” does not belong to the bond.").arg(primary),
                     translate("rules", "Choose one of the bond's NICs, or remove primary."));
}

void activeSlaveIsSlave(const RuleInput &input, Report &report)
{
    const QString active = input.plan.options.activeSlave();
    if (!active.isEmpty() && !input.hasSlave(active))
        report.error(u"active-slave.not-slave"_s, optionField(u"active_slave"_s),
                     translate("rules", "The active NIC “%1” does not belong to the bond.").arg(active),
                     translate("rules", "Choose one of the bond's NICs, or remove active_slave."));
}

void slavePriority(const RuleInput &input, Report &report)
{
    const OptionSpec &spec = *findOption(u"prio");
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        const SlavePlan &slave = input.plan.slaves.at(i);
        if (!slave.prio)
            continue;
        if (!acceptsMode(spec, input.plan.mode))
            report.error(
                u"slaves.prio-mode"_s, slaveField(i, u"prio"_s),
                translate("rules", "A NIC's priority does not exist in mode %1.").arg(kernelName(input.plan.mode)),
                translate("rules", "Remove it, or choose active-backup, balance-tlb or balance-alb."));
        else if (!input.plan.options.primary().isEmpty())
            report.advice(
                u"slaves.prio-unused"_s, slaveField(i, u"prio"_s),
                translate("rules", "The priority of “%1” is ignored while there is a primary.").arg(slave.name),
                translate("rules", "Use either the priorities or primary."));
    }
}

} // namespace bondwright::rules
