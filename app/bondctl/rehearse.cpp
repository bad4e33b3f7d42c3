// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/rehearse.h"
#include "commands.h"
#include "common/arguments.h"
#include "common/failoverreport.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"
#include "posix/wholefile.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

Result<void> write(const QString &path, const rehearsal::Report &report)
{
    if (QFileInfo(path).suffix() != u"json") {
        if (report.test)
            return writeReport(path, *report.test);
        return fail(u"report.nothing"_s, Words::tr("No cable was pulled, so there is no failover report to write."),
                    Words::tr("--report FILE.json writes what there is."));
    }
    return writeWhole(path, QJsonDocument(rehearsal::toJson(report)).toJson(), u"report.write"_s);
}

int runRehearse(Context &context, const Arguments &arguments)
{
    const QString path = arguments.value(u"report"_s);
    if (const auto possible = path.isEmpty() ? Result<void>() : checkReport(path); !possible)
        return reportUsage(context, possible.error().message);
    const auto parsed = readPlan(arguments.word(0));
    if (!parsed)
        return reportError(context, parsed.error());
    sayUnknownMembers(context, parsed->unknownMembers);
    const auto host = arguments.has(u"no-host"_s) ? Result<HostFacts>(HostFacts()) : context.host.facts();
    if (!host)
        return reportError(context, host.error());
    const rehearsal::Report report
        = rehearse(parsed->plan, *host, rehearsal::switchKindFromName(arguments.value(u"switch"_s)),
                   arguments.has(u"helper"_s) ? RehearseBy::Helper : RehearseBy::ThisUser);
    if (arguments.has(u"json"_s))
        printJson(context, rehearsal::toJson(report));
    else
        context.out << rehearsalText(report);
    context.out.flush();
    if (!path.isEmpty()) {
        if (const auto written = write(path, report); !written)
            return reportError(context, written.error());
    }
    return report.outcome == RehearsalOutcome::Passed ? Success : Failure;
}

} // namespace

Command rehearseCommand()
{
    return {CommandGroup::Plan,
            u"rehearse"_s,
            //: @info what a command does
            Words::tr("Tries a plan in this kernel without touching the host; exits with 1 if it does not work."),
            //: @info
            Words::tr("The bond is set up in network namespaces of its own, with virtual NICs and a virtual switch, "
                      "and every cable is pulled once. It needs no privileges, except with --helper."),
            {takes::planWord()},
            {//: @info what an option does
             {u"switch"_s, Words::tr("what the cables lead to; default: what the mode needs, and what others show"),
              takes::choice({u"as-planned"_s, u"none"_s, u"static"_s, u"lacp"_s, u"two"_s})},
             takes::noHost(),
             //: @info what an option does
             {u"helper"_s, Words::tr("let the helper make the namespaces, and load the driver if it is not loaded")},
             //: @info what an option does
             {u"report"_s, Words::tr("write a report: .html, .json, or .pdf (made by bondwright)"), takes::file()},
             takes::json()},
            {u"rehearse bond0.json"_s, u"rehearse bond0.json --switch none"_s},
            runRehearse};
}

} // namespace bondwright::cli
