// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/interfacename.h"
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

// Interfaces that the kernel's modules of these names make when they are loaded: numbers 0 up, by their defaults.
constexpr std::array<QStringView, 4> moduleStems{u"dummy", u"ifb", u"teql", u"rose"};
// Interfaces that the kernel's modules make in each network namespace.
constexpr std::array<QStringView, 10> fallbackNames{u"tunl0",   u"gre0",    u"gretap0", u"erspan0",  u"sit0",
                                                    u"ip6tnl0", u"ip6gre0", u"ip_vti0", u"ip6_vti0", u"nr0"};

bool isMadeByModule(const QString &name)
{
    const auto digits = std::find_if(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
    const bool hasNumber = digits != name.end() && std::all_of(digits, name.end(), [](QChar c) { return c.isDigit(); });
    const QStringView stem = QStringView(name).first(digits - name.begin());
    return (hasNumber && std::find(moduleStems.begin(), moduleStems.end(), stem) != moduleStems.end())
        || std::find(fallbackNames.begin(), fallbackNames.end(), name) != fallbackNames.end();
}

} // namespace

void bondName(const RuleInput &input, Report &report)
{
    if (const auto problem = newNameProblem(input.plan.name))
        report.error(u"name."_s + nameProblemCode(*problem), u"name"_s, nameProblemText(*problem, input.plan.name),
                     nameProblemAdvice(*problem));
    else if (isMadeByModule(input.plan.name))
        report.warning(u"name.module"_s, u"name"_s,
                       translate("rules", "A kernel module makes an interface “%1” of its own when it is loaded.")
                           .arg(input.plan.name),
                       translate("rules", "Choose a name such as bond0."));
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

void replacedBond(const RuleInput &input, Report &report)
{
    if (input.plan.replaces.isEmpty())
        return;
    if (kernelNameProblem(input.plan.replaces))
        report.error(u"replaces.name"_s, u"replaces"_s,
                     translate("rules", "“%1” cannot be the name of an interface.").arg(input.plan.replaces.left(32)),
                     translate("rules", "Name the bond that is renamed, or remove “replaces”."));
    else if (input.plan.replaces == input.plan.name)
        report.error(u"replaces.itself"_s, u"replaces"_s, translate("rules", "A bond cannot replace itself."),
                     translate("rules", "Choose another name, or remove “replaces”."));
}

void acceptedErrors(const RuleInput &input, Report &report)
{
    for (qsizetype i = 0; i < input.plan.accept.size(); ++i) {
        if (!isAcceptable(input.plan.accept.at(i)))
            report.warning(u"accept.unknown"_s, entryField(u"accept"_s, i),
                           translate("rules", "“%1” is not an error that a plan can accept.")
                               .arg(input.plan.accept.at(i).left(64)),
                           translate("rules", "Remove it from “accept”."));
    }
}

} // namespace bondwright::rules
