// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/formatfiles.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "formats/bundle/bundle.h"
#include "formats/formatlist.h"
#include "rollout/export.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Below a root it is a file of its own, for %include.
int renderKickstart(Context &context, const Arguments &arguments, const BondPlan &plan)
{
    QList<Finding> findings;
    const auto lines = formats::kickstartLines(plan, &findings);
    if (!lines)
        return reportError(context, lines.error());
    if (const QString root = arguments.value(u"root"_s); !root.isEmpty()) {
        formats::Rendering rendering{{}, findings};
        rendering.changes.add(formats::FileSnapshot().change(u"/%1.ks"_s.arg(plan.name), *lines));
        return deliver(context, arguments, rendering, FormatId::Kickstart, root, {ChangeAction::Render, plan.name});
    }
    printFindings(context, findings);
    context.out << QString::fromUtf8(*lines);
    return Success;
}

int renderForAnsible(Context &context, const rollout::Exported &exported)
{
    if (!exported.leftOut.isEmpty())
        //: @info:shell %1 names of options
        context.err << Words::tr("It cannot say there: %1").arg(exported.leftOut.join(u", "_s)) << '\n';
    context.out << QString::fromUtf8(exported.yaml);
    return Success;
}

int runRender(Context &context, const Arguments &arguments)
{
    const auto parsed = readPlan(arguments.word(0));
    if (!parsed)
        return reportError(context, parsed.error());
    sayUnknownMembers(context, parsed->unknownMembers);
    const BondPlan &plan = parsed->plan;
    const QList<Finding> problems = check(plan, HostFacts());
    if (hasErrors(problems)) {
        printFindings(context, problems);
        return Failure;
    }
    const auto wanted = formatFromName(arguments.value(u"format"_s));
    if (wanted == FormatId::Kickstart)
        return renderKickstart(context, arguments, plan);
    if (arguments.value(u"format"_s) == u"ansible")
        return renderForAnsible(context, rollout::ansibleTask(plan));
    if (arguments.value(u"format"_s) == u"system-role")
        return renderForAnsible(context, rollout::systemRoleVariables(plan));

    const QString root = arguments.value(u"root"_s);
    const auto format = formatFor(wanted, arguments, root);
    if (!format)
        return reportError(context, format.error());
    const auto snapshot = root.isEmpty() ? Result<formats::FileSnapshot>(formats::FileSnapshot())
                                         : formats::takeSnapshot(root, **format);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const auto rendering = formats::renderReplacing(**format, plan, *snapshot);
    if (!rendering)
        return reportError(context, rendering.error());
    return deliver(context, arguments, *rendering, (*format)->id(), root, {ChangeAction::Render, plan.name});
}

} // namespace

Command renderCommand()
{
    return {CommandGroup::Elsewhere,
            u"render"_s,
            //: @info what a command does
            Words::tr("Prints a plan's configuration files, or writes them below a folder."),
            //: @info
            Words::tr("Without --format, the release found below the folder decides."),
            {takes::planWord()},
            {//: @info what an option does
             {u"format"_s, Words::tr("format to write"),
              takes::choice(formats::formatNames()
                            + QStringList{formatName(FormatId::Kickstart), u"ansible"_s, u"system-role"_s})},
             takes::rhel(),
             takes::service(),
             //: @info what an option does
             takes::root(Words::tr("write below this folder; without it the files are only printed")),
             takes::diff(),
             takes::json()},
            {u"render bond0.json --format ifcfg --rhel 6"_s, u"render bond0.json --root /mnt/image --diff"_s},
            runRender};
}

} // namespace bondwright::cli
