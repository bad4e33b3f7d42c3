// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/json/findingsjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

void print(Context &context, const QList<Finding> &findings)
{
    for (const Finding &finding : findings) {
        context.out << severityLabel(finding.severity) << "  " << (finding.field.isEmpty() ? u"-"_s : finding.field)
                    << "  [" << finding.code << "]\n"
                    << wrapped(finding.message, 3) << '\n';
        if (!finding.advice.isEmpty())
            context.out << wrapped(u"→ "_s + context.host.withHost(finding.advice), 3) << '\n';
    }
    if (findings.isEmpty())
        context.out << QCoreApplication::translate("bondctl", "The plan is fine: no findings.") << '\n';
}

// A plan of a bond that is there already is a change of it, as "apply" will treat it.
QString editedBond(const Arguments &arguments, const BondPlan &plan, const HostFacts &host)
{
    if (arguments.has(u"editing"_s))
        return arguments.value(u"editing"_s);
    const bool exists = std::any_of(host.bonds.begin(), host.bonds.end(),
                                    [&](const BondFacts &bond) { return bond.name == plan.name; });
    return exists ? plan.name : QString();
}

int finish(Context &context, const Arguments &arguments, const QList<Finding> &findings)
{
    if (arguments.has(u"json"_s))
        printJson(context, findingsToJson(findings));
    else
        print(context, findings);
    return hasErrors(findings) ? Failure : Success;
}

int runCheck(Context &context, const Arguments &arguments)
{
    const auto parsed = readPlan(arguments.word(0));
    if (!parsed)
        return arguments.has(u"json"_s) ? finish(context, arguments, {findingOf(parsed.error())})
                                        : reportError(context, parsed.error());
    const auto host = arguments.has(u"no-host"_s) ? Result<HostFacts>(HostFacts()) : context.host.facts();
    if (!host)
        return reportError(context, host.error());
    return finish(context, arguments, check(*parsed, *host, editedBond(arguments, parsed->plan, *host)));
}

} // namespace

Command checkCommand()
{
    return {CommandGroup::Plan,
            u"check"_s,
            //: @info what a command does
            Words::tr("Checks a plan by itself and against this host; exits with 1 if it has errors."),
            //: @info
            Words::tr("If the host has a bond of the plan's name, the plan is checked as a change of that bond."),
            {takes::planWord()},
            {takes::noHost(),
             //: @info what an option does
             {u"editing"_s, Words::tr("the plan changes this bond (for a new name)"), takes::bond()},
             takes::otherHost(),
             takes::json()},
            {u"check bond0.json"_s, u"check - --no-host --json"_s},
            runCheck};
}

} // namespace bondwright::cli
