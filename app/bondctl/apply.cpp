// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/changeoptions.h"
#include "common/changerunner.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/rehearse.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Whether the plan works in this kernel. Says so on the error stream, which JSON does not go to.
bool passesRehearsal(Context &context, const BondPlan &plan)
{
    const rehearsal::Report report
        = rehearse(plan, context.host.facts().value_or(HostFacts()), rehearsal::plannedSwitch(plan.mode));
    const bool passes = report.outcome == RehearsalOutcome::Passed;
    context.err << (passes ? rehearsal::summary(report) + u'\n' : rehearsalText(report)) << Qt::flush;
    return passes;
}

int runApply(Context &context, const Arguments &arguments)
{
    if (context.host.isOther() && arguments.has(u"rehearse"_s))
        return reportError(context,
                           {u"usage"_s,
                            //: @error
                            Words::tr("--rehearse tries the plan on this computer's kernel, not on another host's."),
                            //: @info what to do, a command
                            Words::tr("Rehearse it there: ssh %1 bondctl rehearse - < PLAN").arg(context.host.name())});
    const auto request = changeRequest(arguments);
    const auto parsed = request ? readPlan(arguments.word(0)) : tl::unexpected(request.error());
    if (!parsed)
        return reportError(context, parsed.error());
    sayUnknownMembers(context, parsed->unknownMembers);
    if (arguments.has(u"rehearse"_s) && !passesRehearsal(context, parsed->plan)) {
        context.err << Words::tr("Nothing was changed.") << '\n';
        return Failure;
    }
    ChangeRequest change = *request;
    if (arguments.has(u"rehearse"_s))
        change.options.rehearsed = RehearsalOutcome::Passed;
    return applyPlan(context, parsed->plan, change);
}

} // namespace

Command applyCommand()
{
    QList<Option> options = changeOptions();
    //: @info what an option does
    options.append({u"rehearse"_s, Words::tr("rehearse the plan first, and change nothing if it fails")});
    return {CommandGroup::Change,
            u"apply"_s,
            //: @info what a command does
            Words::tr("Creates or changes a bond by a plan; reverts unless confirmed."),
            //: @info
            Words::tr("On a terminal it shows the differences and asks, then counts down and takes the answer; "
                      "elsewhere it ends as soon as the change runs, and “bondctl confirm” keeps it."),
            {takes::planWord()},
            options,
            {u"apply bond0.json --dry-run"_s, u"apply bond0.json --yes --no-wait --ping 192.0.2.1"_s},
            runApply};
}

} // namespace bondwright::cli
