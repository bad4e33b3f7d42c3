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
    out << Words::tr("Change %1 (%2 %3) by %4: %5")
               .arg(change.id, changeActionName(change.action.value_or(ChangeAction::Apply)), change.bond,
                    change.ownerName, helper::transactionStateName(change.state))
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
