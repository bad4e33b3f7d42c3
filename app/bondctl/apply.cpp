// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "common/changerunner.h"
#include "common/terminalagent.h"
#include "common/words.h"
#include "status.h"

#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using bondwright::helper::HelperClient;

namespace bondwright::cli
{

namespace
{

std::unique_ptr<HelperClient> connectHelper()
{
    return std::unique_ptr<HelperClient>(helper::createHelperClient());
}

/// Runs the event loop until somebody ends it with the exit status.
int loop()
{
    return QCoreApplication::exec();
}

int runApply(Context &context)
{
    const auto arguments = parseChangeArguments(context, 1);
    if (!arguments)
        return Usage;
    const auto input = readInput(arguments->positional.first(), maxPlanBytes);
    if (!input)
        return reportError(context, input.error());
    const auto parsed = planFromJson(*input);
    if (!parsed)
        return reportError(context, parsed.error());
    for (const QString &member : parsed->unknownMembers)
        context.err << Words::tr("The plan's member “%1” is not known and was passed over.").arg(member) << '\n';
    context.err.flush();
    const TerminalAgent agent;
    const auto client = connectHelper();
    ChangeRunner runner(*client, context, *arguments);
    const BondPlan plan = parsed->plan;
    client->preview(plan, arguments->options.backend, &runner, [&](const Result<helper::Preview> &preview) {
        runner.onPreview(preview, [&](const QString &id, const helper::ApplyOptions &options, auto done) {
            client->apply(id, plan, options, &runner, done);
        });
    });
    return loop();
}

int runRemove(Context &context)
{
    const auto arguments = parseChangeArguments(context, 1);
    if (!arguments)
        return Usage;
    const QString bond = arguments->positional.first();
    const TerminalAgent agent;
    const auto client = connectHelper();
    ChangeRunner runner(*client, context, *arguments);
    client->previewRemove(bond, &runner, [&](const Result<helper::Preview> &preview) {
        runner.onPreview(preview, [&](const QString &id, const helper::ApplyOptions &options, auto done) {
            client->remove(id, bond, options, &runner, done);
        });
    });
    return loop();
}

int runRestore(Context &context)
{
    const auto arguments = parseChangeArguments(context, 1);
    if (!arguments)
        return Usage;
    const QString backup = arguments->positional.first();
    const TerminalAgent agent;
    const auto client = connectHelper();
    ChangeRunner runner(*client, context, *arguments);
    client->backupDiff(backup, &runner, [&](const Result<QList<helper::FileDiff>> &files) {
        runner.onDiff(files, [&](const QString &id, const helper::ApplyOptions &options, auto done) {
            client->restore(id, backup, options, &runner, done);
        });
    });
    return loop();
}

using Answer = void (HelperClient::*)(const helper::Ticket &, QObject *, HelperClient::Callback<HelperClient::Nothing>);

/// confirm, rollback, extend: of the named transaction, or of the one that is pending.
int runAnswer(Context &context, Answer answer, const QString &done)
{
    const auto arguments = parsePositional(context, 0, 1);
    if (!arguments)
        return Usage;
    const TerminalAgent agent;
    const auto client = connectHelper();
    QObject scope;
    const auto end = [&](const Result<HelperClient::Nothing> &result) {
        if (result)
            context.out << done << '\n';
        else
            reportError(context, result.error());
        endLoop(result ? int(Success) : exitStatusOf(result.error()));
    };
    client->transaction(&scope, [&](const Result<helper::Transaction> &transaction) {
        if (!transaction)
            return end(tl::unexpected(transaction.error()));
        const QString id = arguments->isEmpty() ? transaction->id : arguments->first();
        if (id.isEmpty())
            return end(fail(u"transaction.none"_s, Words::tr("No change is waiting for an answer.")));
        (client.get()->*answer)(TokenStore().find(id), &scope, end);
    });
    return loop();
}

int runStatus(Context &context)
{
    const bool json = context.arguments.removeAll(u"--json"_s) > 0;
    if (!parsePositional(context, 0, 0))
        return Usage;
    const TerminalAgent agent;
    const auto client = connectHelper();
    QObject scope;
    helper::Capabilities capabilities;
    client->capabilities(&scope, [&](const Result<helper::Capabilities> &result) {
        if (!result) {
            endLoop((reportError(context, result.error()), exitStatusOf(result.error())));
            return;
        }
        capabilities = *result;
        client->transaction(&scope, [&](const Result<helper::Transaction> &transaction) {
            if (!transaction) {
                endLoop((reportError(context, transaction.error()), exitStatusOf(transaction.error())));
                return;
            }
            printStatus(context.out, capabilities, *transaction, json);
            endLoop(Success);
        });
    });
    return loop();
}

int runActivate(Context &context)
{
    const auto arguments = parsePositional(context, 2, 2);
    if (!arguments)
        return Usage;
    const TerminalAgent agent;
    const auto client = connectHelper();
    QObject scope;
    client->activateSlave(arguments->at(0), arguments->at(1), &scope, [&](const Result<HelperClient::Nothing> &result) {
        if (result)
            context.out << Words::tr("%1 is now the active slave of %2.").arg(arguments->at(1), arguments->at(0))
                        << '\n';
        else
            reportError(context, result.error());
        endLoop(result ? int(Success) : exitStatusOf(result.error()));
    });
    return loop();
}

} // namespace

std::vector<Command> helperCommands()
{
    return {
        {u"apply"_s,
         u"apply PLAN [--backend nm|ifcfg|runtime|auto] [--confirm-within S | --confirm] [--ping HOST] [--wait | --no-wait] [--yes]"_s,
         Words::tr("Creates or changes a bond; taken back by itself unless confirmed."), runApply},
        {u"confirm"_s, u"confirm [ID]"_s, Words::tr("Keeps the pending change."),
         [](Context &context) {
             return runAnswer(context, &HelperClient::confirm, Words::tr("The configuration is kept."));
         }},
        {u"rollback"_s, u"rollback [ID]"_s, Words::tr("Takes the pending change back now."),
         [](Context &context) {
             return runAnswer(context, &HelperClient::rollback, Words::tr("The change is being taken back."));
         }},
        {u"extend"_s, u"extend [ID]"_s, Words::tr("Gives the pending change its time once more."),
         [](Context &context) {
             return runAnswer(context, &HelperClient::extend, Words::tr("The deadline was extended."));
         }},
        {u"status"_s, u"status [--json]"_s, Words::tr("What the helper finds on this host, and the pending change."),
         runStatus},
        {u"remove"_s, u"remove BOND [--confirm-within S | --confirm] [--ping HOST] [--wait | --no-wait] [--yes]"_s,
         Words::tr("Removes a bond; its cards get their former configuration back."), runRemove},
        {u"restore"_s, u"restore ID [--confirm-within S | --confirm] [--wait | --no-wait] [--yes]"_s,
         Words::tr("Puts a backup's files back on this host."), runRestore},
        {u"activate"_s, u"activate BOND SLAVE"_s, Words::tr("Makes a slave the active one (modes 1, 5, 6)."),
         runActivate},
    };
}

} // namespace bondwright::cli
