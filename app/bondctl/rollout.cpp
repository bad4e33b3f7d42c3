// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/output.h"
#include "common/rolloutprinter.h"
#include "common/stopsignal.h"
#include "common/values.h"
#include "common/words.h"

#include "i18n/printable.h"
#include "posix/wholefile.h"
#include "rollout/report.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <csignal>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

Result<rollout::Settings> rolloutSettings(Context &context, const Arguments &arguments)
{
    rollout::Settings settings;
    const auto plan = readInput(arguments.word(0), maxPlanBytes).and_then([&arguments](const QByteArray &json) {
        return rollout::planTemplateFromJson(json, arguments.has(u"choose"_s));
    });
    if (!plan)
        return tl::unexpected(plan.error());
    sayUnknownMembers(context, plan->unknownMembers);
    settings.plan = plan->plan;
    if (arguments.has(u"batches"_s))
        settings.batches = arguments.value(u"batches"_s).split(u',');
    for (const QString &batch : std::as_const(settings.batches)) {
        if (!rollout::isBatch(batch))
            return usageError(Words::tr("--batches takes numbers of hosts and shares, such as 1,10%,50%."));
    }
    if (arguments.has(u"choose"_s)) {
        const auto rule = rollout::nicRuleFromJson(arguments.value(u"choose"_s).toUtf8());
        if (!rule)
            return tl::unexpected(rule.error());
        settings.choose = *rule;
    }
    if (arguments.has(u"values"_s)) {
        const auto values = rollout::readValues(arguments.value(u"values"_s));
        if (!values)
            return tl::unexpected(values.error());
        if (const auto good = rollout::checkVariables(*values); !good)
            return tl::unexpected(good.error());
        if (const auto good = rollout::checkAddresses(settings.plan, *values); !good)
            return tl::unexpected(good.error());
        settings.values = *values;
    }
    settings.ping = arguments.value(u"ping"_s);
    settings.confirmWithin = std::chrono::seconds(arguments.number(u"confirm-within"_s, 60));
    if (arguments.has(u"failover-limit"_s))
        settings.failoverLimit = std::chrono::milliseconds(arguments.number(u"failover-limit"_s, 0));
    if (settings.failoverLimit && settings.ping.isEmpty())
        return usageError(Words::tr("--failover-limit needs --ping."));
    settings.rehearse = !arguments.has(u"no-rehearsal"_s);
    settings.requireRehearsal = arguments.has(u"require-rehearsal"_s);
    return settings;
}

/// The playbook also where the report has found no room.
Result<void> keepRun(const Arguments &arguments, const rollout::RolloutRun &run)
{
    const QString report = arguments.value(u"report"_s);
    Result<void> kept;
    if (!report.isEmpty()) {
        const QByteArray content = report.endsWith(u".json") ? QJsonDocument(rollout::toJson(run)).toJson()
                                                             : rollout::reportHtml(run).toUtf8();
        kept = writeOutput(report, content, u"report.write"_s);
    }
    const QString file = arguments.value(u"playbook"_s);
    const auto written
        = file.isEmpty() ? Result<void>() : writeOutput(file, rollout::playbook(run.settings()), u"report.write"_s);
    return kept ? written : kept;
}

/// Files that the roll-out reads, also one in the folder of an inventory.
bool isRead(const Arguments &arguments, const QFileInfo &file)
{
    const QFileInfo inventory(arguments.value(u"inventory"_s));
    const bool isOfInventory
        = inventory.isDir() && file.canonicalFilePath().startsWith(inventory.canonicalFilePath() + u'/');
    return file.exists()
        && (isOfInventory || file == inventory || file == QFileInfo(arguments.word(0))
            || file == QFileInfo(arguments.value(u"values"_s)));
}

/// Before anything is done: an hour later is late to hear that there is no such folder.
Result<void> checkFolders(const Arguments &arguments)
{
    const QString report = arguments.value(u"report"_s), playbook = arguments.value(u"playbook"_s);
    for (const QString &path : {report, playbook}) {
        const QFileInfo folder(QFileInfo(path).absolutePath());
        if (!path.isEmpty() && (!folder.isDir() || !folder.isWritable()))
            return fail(u"report.write"_s, Words::tr("There is no folder “%1” to write into.").arg(folder.filePath()));
        const QFileInfo before(path);
        const bool leadsNowhere = before.isSymLink() && !before.exists();
        if (isRead(arguments, before) || leadsNowhere
            || (before.exists() && (!before.isFile() || !before.isWritable())))
            //: @error %1 is a path
            return fail(u"report.write"_s, Words::tr("“%1” is no file that can be written.").arg(path));
    }
    const auto placeOf = [](const QString &path) {
        const QFileInfo file(path);
        return QFileInfo(file.absolutePath()).canonicalFilePath() + u'/' + file.fileName();
    };
    const bool isSame = !report.isEmpty() && !playbook.isEmpty()
        && (placeOf(report) == placeOf(playbook)
            || (QFileInfo::exists(report) && QFileInfo(report) == QFileInfo(playbook)));
    return isSame ? usageError(Words::tr("--report and --playbook need a file each.")) : Result<void>();
}

/// The first interrupt lets the batch come to its end, the second does not.
void stopRollout(rollout::RolloutRun &run, RolloutPrinter *printer, Context &context)
{
    const QString words = run.isStopping()
        ? Words::tr("Ending now. A change that is not confirmed is reverted by its host.")
        : Words::tr("No further batch begins. Interrupt again to end now.");
    if (printer)
        printer->say(words);
    else
        context.err << words << '\n' << Qt::flush;
    if (run.isStopping())
        run.abort();
    else
        run.stopBeforeNextBatch();
}

QString sudoWords(const Arguments &arguments)
{
    return arguments.has(u"ask-become-pass"_s)
        ? Words::tr(
            "sudo did not take the password. Run it again and type the password of the user that ssh logs in as.")
        : Words::tr("sudo on the hosts asks for a password. Run it again with --ask-become-pass.");
}

int runRollout(Context &context, const Arguments &arguments)
{
    const auto settings = rolloutSettings(context, arguments);
    if (!settings)
        return reportError(context, settings.error());
    const QString report = arguments.value(u"report"_s);
    if (!report.isEmpty() && !report.endsWith(u".html") && !report.endsWith(u".json"))
        return reportUsage(context, Words::tr("--report writes .html or .json."));
    if (const auto good = checkFolders(arguments); !good)
        return reportError(context, good.error());
    rollout::RolloutRun run(*settings,
                            {arguments.value(u"inventory"_s),
                             arguments.value(u"limit"_s),
                             arguments.has(u"check"_s),
                             arguments.has(u"ask-become-pass"_s),
                             {}});
    const bool isJson = arguments.has(u"json"_s);
    std::optional<RolloutPrinter> printer;
    if (!isJson)
        printer.emplace(context.out, run.progress());
    ::signal(SIGPIPE, SIG_IGN); // whoever reads may go: the roll-out comes to its end
    const StopSignal signal;
    QObject::connect(&signal, &StopSignal::stopRequested, &run,
                     [&] { stopRollout(run, printer ? &*printer : nullptr, context); });
    QObject::connect(&run, &rollout::RolloutRun::changed, &run, [&printer](const QStringList &hosts) {
        if (printer && !hosts.isEmpty())
            printer->show(hosts);
    });
    QObject::connect(&run, &rollout::RolloutRun::finished, &run, [] { QCoreApplication::quit(); });
    if (const auto started = run.start(); !started)
        return reportError(context, started.error());
    QCoreApplication::exec();
    if (isJson)
        printJson(context, rollout::toJson(run));
    else if (run.progress().hasEnded() || !run.progress().hosts().isEmpty())
        printer->say(rollout::summary(run.progress()));
    // Of an inventory without hosts Ansible says only there that it is.
    const bool hasCome = run.progress().hasEnded() && !run.progress().hosts().isEmpty();
    const bool isPuzzling = run.progress().hasSucceeded() && !run.hasSucceeded();
    if ((!hasCome || isPuzzling) && !run.trouble().isEmpty())
        context.err << i18n::printable(run.trouble(), i18n::Lines::Kept) << '\n';
    if (run.progress().isRefusedBySudo())
        context.err << sudoWords(arguments) << '\n';
    if (const auto kept = keepRun(arguments, run); !kept)
        return reportError(context, kept.error());
    return run.hasSucceeded() ? Success : Failure;
}

} // namespace

Command rolloutCommand()
{
    //: @info what an option does
    Option inventory{u"inventory"_s, Words::tr("Ansible's inventory: a file, a script, a folder, or a list “a,b,”"),
                     takes::text(u"INVENTORY"_s)};
    inventory.isRequired = true;
    //: @info what an option does
    Option required{u"require-rehearsal"_s, Words::tr("stop at a host that cannot rehearse")};
    //: @info what an option does
    Option none{u"no-rehearsal"_s, Words::tr("do not rehearse")};
    none.insteadOf = required.name;
    return {
        CommandGroup::Elsewhere,
        u"rollout"_s,
        //: @info what a command does
        Words::tr("Brings a bond to many hosts with Ansible, batch by batch, with a gate after each."),
        //: @info
        Words::tr("Every host rehearses the plan, applies it, and keeps it if it can be reached over a new connection. "
                  "The next batch begins when the bonds of this one are healthy. A host that is cut off reverts by "
                  "itself. An interrupt (Ctrl+C) lets the batch end and begins no other."),
        {takes::planWord()},
        {inventory,
         //: @info what an option does
         {u"limit"_s, Words::tr("only these hosts or groups of it"), takes::text(u"PATTERN"_s)},
         //: @info what an option does
         {u"batches"_s, Words::tr("hosts at once; default: 1,10%,50%"), takes::text(u"N,N%,…"_s)},
         //: @info what an option does
         {u"check"_s, Words::tr("rehearse and show what would change, and change nothing")},
         //: @info what an option does
         {u"values"_s, Words::tr("variables of the hosts, as CSV with the hosts in the first column"), takes::file()},
         //: @info what an option does
         {u"choose"_s, Words::tr("rule that names the NICs on each host, as JSON"), takes::text(u"RULE"_s)},
         //: @info what an option does
         {u"ping"_s, Words::tr("address that must answer afterwards"), takes::host()},
         //: @info what an option does
         {u"confirm-within"_s, Words::tr("seconds until a host reverts by itself; default: 60"),
          takes::number(u"S"_s, 10, 600)},
         //: @info what an option does
         {u"failover-limit"_s, Words::tr("test each failover, with this longest outage in ms"),
          takes::number(u"MS"_s, 1, 600'000)},
         required,
         none,
         //: @info what an option does
         {u"ask-become-pass"_s, Words::tr("ask for the password of sudo on the hosts")},
         //: @info what an option does
         {u"report"_s, Words::tr("write a report: .html or .json"), takes::file()},
         //: @info what an option does
         {u"playbook"_s, Words::tr("write the playbook, which runs without Bondwright here"), takes::file()},
         takes::json()},
        {u"rollout bond0.json --inventory rack1.ini --check"_s,
         u"rollout bond0.json --inventory rack1.ini --ping 192.0.2.254 --report rack1.html"_s},
        runRollout};
}

} // namespace bondwright::cli
