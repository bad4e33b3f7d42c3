// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/nametexts.h"
#include "domain/rules/rules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

// network-scripts takes the letters before the digits as the kind of device and runs ifup-<letters>.
constexpr std::array<QStringView, 17> scriptStems{
    u"aliases", u"bnep", u"ctc",    u"ib",  u"ippp",   u"ipv6", u"isdn",     u"plip",     u"plusb",
    u"post",    u"ppp",  u"routes", u"sit", u"tunnel", u"Team", u"TeamPort", u"wireless",
};

} // namespace

void bondName(const RuleInput &input, Report &report)
{
    if (const auto problem = newNameProblem(input.plan.name))
        report.error(u"name."_s + nameProblemCode(*problem), u"name"_s, nameProblemText(*problem, input.plan.name),
                     nameProblemAdvice(*problem));
}

void bondNameForScripts(const RuleInput &input, Report &report)
{
    const QString &name = input.plan.name;
    if (newNameProblem(name))
        return;
    if (name.contains(u'.') || name.startsWith(u"vlan")) {
        report.warning(u"name.looks-like-vlan"_s, u"name"_s,
                       //: @status
                       translate("rules",
                                 "The name “%1” looks like that of a VLAN; the network service of older Red Hat "
                                 "releases would treat the bond as one.")
                           .arg(name),
                       translate("rules", "Choose a name such as bond0."));
        return;
    }
    const auto digits = std::find_if(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
    const QStringView stem = QStringView(name).first(digits - name.begin());
    if (std::find(scriptStems.begin(), scriptStems.end(), stem) != scriptStems.end() || name.startsWith(u"cipcb"))
        report.warning(u"name.script"_s, u"name"_s,
                       translate("rules",
                                 "With the name “%1”, the network service of older Red Hat releases would run the "
                                 "script for another kind of device.")
                           .arg(name),
                       translate("rules", "Choose a name such as bond0."));
}

} // namespace bondwright::rules
