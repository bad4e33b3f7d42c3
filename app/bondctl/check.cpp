// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/output.h"
#include "common/thishost.h"

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
            context.out << wrapped(u"→ "_s + finding.advice, 3) << '\n';
    }
    if (findings.isEmpty())
        context.out << QCoreApplication::translate("bondctl", "The plan is fine: no findings.") << '\n';
}

// A plan of a bond that is there already is a change of it, as "apply" will treat it.
QString editedBond(const Arguments &arguments, const BondPlan &plan, const HostFacts &host)
{
    if (arguments.hasValue(u"--editing"_s))
        return arguments.value(u"--editing"_s);
    const bool exists = std::any_of(host.bonds.begin(), host.bonds.end(),
                                    [&](const BondFacts &bond) { return bond.name == plan.name; });
    return exists ? plan.name : QString();
}

int finish(Context &context, const Arguments &arguments, const QList<Finding> &findings)
{
    if (arguments.has(u"--json"_s))
        printJson(context, toJson(findings));
    else
        print(context, findings);
    return hasErrors(findings) ? Failure : Success;
}

} // namespace

int runCheck(Context &context)
{
    const Arguments arguments(context.arguments, {"--json", "--no-host"}, {"--editing"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    if (arguments.positional().size() != 1)
        return reportUsage(context, QCoreApplication::translate("bondctl", "Name one plan, or - for standard input."));
    const auto parsed = readPlan(arguments.positional().first());
    if (!parsed)
        return arguments.has(u"--json"_s) ? finish(context, arguments, {findingOf(parsed.error())})
                                          : reportError(context, parsed.error());
    const auto host = arguments.has(u"--no-host"_s) ? Result<HostFacts>(HostFacts()) : thisHost();
    if (!host)
        return reportError(context, host.error());
    return finish(context, arguments, check(*parsed, *host, editedBond(arguments, parsed->plan, *host)));
}

} // namespace bondwright::cli
