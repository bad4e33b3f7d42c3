// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/rules.h"
#include "domain/switchside.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

void minLinks(const RuleInput &input, Report &report)
{
    const std::int64_t wanted = input.plan.options.number(u"min_links");
    if (input.isMode({Mode::Ieee8023ad}) && wanted > input.plan.slaves.size())
        report.error(
            u"lacp.min-links"_s, optionField(u"min_links"_s),
            //: @status %1 and %2 are numbers
            translate("rules", "min_links asks for %1 links, but the bond has %2 NICs: it would never come up.")
                .arg(wanted)
                .arg(input.plan.slaves.size()),
            translate("rules", "Lower min_links, or add NICs."));
}

void lacpPassive(const RuleInput &input, Report &report)
{
    if (input.isMode({Mode::Ieee8023ad}) && input.plan.options.isLacpPassive())
        report.warning(u"lacp.passive"_s, optionField(u"lacp_active"_s),
                       translate("rules",
                                 "With lacp_active=off this host waits for the switch to speak first; if both "
                                 "wait, the group never forms."),
                       translate("rules", "Set the switch's ports to LACP active, or leave lacp_active on."));
}

void hashPolicy(const RuleInput &input, Report &report)
{
    if (input.isMode({Mode::BalanceXor, Mode::Ieee8023ad}) && input.plan.options.xmitPolicy() == XmitPolicy::Layer2)
        report.advice(u"hash.layer2"_s, optionField(u"xmit_hash_policy"_s),
                      translate("rules",
                                "With the hash policy layer2, everything that goes through one router leaves over "
                                "one NIC."),
                      translate("rules", "Choose layer2+3 or layer3+4 to spread it better."));
}

void switchFirst(const RuleInput &input, Report &report)
{
    if (switchNeedOf(input.plan) != SwitchNeed::Nothing)
        report.warning(u"switch.configure-first"_s, u"mode"_s, switchRequirement(input.plan),
                       translate("rules", "Configure the switch first; “bondctl switch” writes the text for it."));
}

} // namespace bondwright::rules
