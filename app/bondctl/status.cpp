// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/helperjson.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/transactionfollower.h"
#include "common/values.h"
#include "common/words.h"

#include "helperclient/helperclient.h"
#include "models/texts.h"

using namespace Qt::StringLiterals;
using bondwright::helper::HelperClient;

namespace bondwright::cli
{

namespace
{

QString nameOfBackend(const helper::Capabilities &host)
{
    return host.backendInCharge ? helper::backendName(*host.backendInCharge) : QString();
}

QString yesNo(bool value)
{
    return value ? Words::tr("yes") : Words::tr("no");
}

QString actionWord(ChangeAction action)
{
    switch (action) {
    case ChangeAction::Remove:
        //: @status what a change is
        return Words::tr("removal");
    case ChangeAction::Restore:
        //: @status what a change is
        return Words::tr("restored backup");
    case ChangeAction::Migrate:
        //: @status what a change is
        return Words::tr("migration");
    case ChangeAction::Apply:
    case ChangeAction::Render:
        break;
    }
    //: @status what a change is
    return Words::tr("configuration");
}

QString stateWords(helper::TransactionState state)
{
    using helper::TransactionState;
    switch (state) {
    case TransactionState::Preparing:
        //: @status of a change
        return Words::tr("is being prepared");
    case TransactionState::Writing:
        //: @status of a change
        return Words::tr("files are being written");
    case TransactionState::Activating:
        //: @status of a change
        return Words::tr("is being activated");
    case TransactionState::Verifying:
        //: @status of a change
        return Words::tr("is being verified");
    case TransactionState::AwaitingConfirm:
        //: @status of a change
        return Words::tr("waits for confirmation");
    case TransactionState::Done:
        //: @status of a change
        return Words::tr("kept");
    case TransactionState::RollingBack:
        //: @status of a change
        return Words::tr("is being reverted");
    case TransactionState::RolledBack:
        //: @status of a change
        return Words::tr("reverted");
    case TransactionState::Failed:
        //: @status of a change
        return Words::tr("failed");
    case TransactionState::None:
        break;
    }
    return {};
}

QJsonObject toJson(const helper::Capabilities &host)
{
    return {{u"interface_version"_s, int(host.interfaceVersion)},
            {u"helper_version"_s, host.helperVersion},
            {u"kernel_release"_s, host.kernelRelease},
            {u"os_name"_s, host.osName},
            {u"rhel_major"_s, host.rhelMajor},
            {u"bonding_driver"_s, host.bondingDriver},
            {u"networkmanager_running"_s, host.networkManagerRunning},
            {u"networkmanager_version"_s, host.networkManagerVersion},
            {u"network_service_enabled"_s, host.networkServiceEnabled},
            {u"backends"_s, QJsonArray::fromStringList(helper::backendNames(host.backends))},
            {u"backend_in_charge"_s, nameOfBackend(host)},
            {u"backend_reason"_s, host.backendReason},
            {u"unsupported_options"_s, QJsonArray::fromStringList(host.unsupportedOptions)}};
}

void printTransaction(QTextStream &out, const helper::Transaction &change, const HostAccess &host)
{
    if (change.state == helper::TransactionState::None) {
        out << Words::tr("No change is pending.") << '\n';
        return;
    }
    QStringList what{actionWord(change.action.value_or(ChangeAction::Apply)), change.bond};
    what.removeAll(QString()); // a backup may be of several bonds
    //: @status %1 an id, %2 what the change is and of which bond, %3 a user, %4 its state in words
    out << Words::tr("Change %1 (%2) by %3: %4")
               .arg(change.id, models::Texts::list(what), change.ownerName, stateWords(change.state))
        << '\n';
    if (change.state == helper::TransactionState::AwaitingConfirm)
        out << u"  "_s
            << Words::tr("Reverting in %1 s unless confirmed: %2 confirm")
                   .arg(change.secondsLeft)
                   .arg(host.commandBegin())
            << '\n';
    const bool isRolledBack = change.state == helper::TransactionState::RolledBack;
    if (!change.lasting.isEmpty() && !isRolledBack)
        out << "  " << change.lasting << '\n';
    if (!change.reason.isEmpty())
        out << "  " << host.withHost(change.reason) << '\n';
    for (const QString &line : change.differences + change.manualSteps)
        out << "  – " << host.withHost(line) << '\n';
}

void printStatus(QTextStream &out, const helper::Capabilities &capabilities, const helper::Transaction &transaction,
                 const HostAccess &access)
{
    out << Words::tr("Host:            %1, Linux %2").arg(capabilities.osName, capabilities.kernelRelease) << '\n'
        << Words::tr("Bonding driver:  %1").arg(yesNo(capabilities.bondingDriver)) << '\n'
        << Words::tr("NetworkManager:  %1")
               .arg(capabilities.networkManagerRunning ? capabilities.networkManagerVersion : Words::tr("not running"))
        << '\n'
        << Words::tr("In charge:       %1 – %2").arg(nameOfBackend(capabilities), capabilities.backendReason) << '\n';
    if (!capabilities.unsupportedOptions.isEmpty())
        out << Words::tr("Not known here:  %1").arg(capabilities.unsupportedOptions.join(u", "_s)) << '\n';
    printTransaction(out, transaction, access);
}

int runStatus(Context &context, const Arguments &arguments)
{
    helper::HelperClient &client = context.host.helper();
    QObject scope;
    client.capabilities(&scope, [&](const Result<helper::Capabilities> &host) {
        if (!host)
            return endLoop(reportError(context, host.error()));
        client.transaction(&scope, [&, host = *host](const Result<helper::Transaction> &transaction) {
            if (!transaction)
                return endLoop(reportError(context, transaction.error()));
            if (arguments.has(u"json"_s))
                printJson(context,
                          QJsonObject{{u"host"_s, toJson(host)}, {u"transaction"_s, transactionToJson(*transaction)}});
            else
                printStatus(context.out, host, *transaction, context.host);
            endLoop(Success);
        });
    });
    return QCoreApplication::exec();
}

} // namespace

Command statusCommand()
{
    return {CommandGroup::Look,
            u"status"_s,
            //: @info what a command does
            Words::tr("Shows what the helper finds on this host, and the pending change."),
            {},
            {},
            {takes::otherHost(), takes::json()},
            {u"status"_s},
            runStatus};
}

} // namespace bondwright::cli
