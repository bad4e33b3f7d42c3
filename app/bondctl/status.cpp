// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "status.h"
#include "common/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

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
            {u"backends"_s, QJsonArray::fromStringList(host.backends)},
            {u"backend_in_charge"_s, host.backendInCharge},
            {u"backend_reason"_s, host.backendReason},
            {u"unsupported_options"_s, QJsonArray::fromStringList(host.unsupportedOptions)}};
}

QJsonObject toJson(const helper::Transaction &change)
{
    return {{u"id"_s, change.id},
            {u"state"_s, helper::transactionStateName(change.state)},
            {u"action"_s, change.action},
            {u"bond"_s, change.bond},
            {u"owner_uid"_s, qint64(change.ownerUid)},
            {u"owner_name"_s, change.ownerName},
            {u"started_at"_s, change.startedAt.toUTC().toString(Qt::ISODate)},
            {u"seconds_left"_s, qint64(change.secondsLeft)},
            {u"extended"_s, change.extended},
            {u"reason"_s, change.reason},
            {u"differences"_s, QJsonArray::fromStringList(change.differences)},
            {u"manual_steps"_s, QJsonArray::fromStringList(change.manualSteps)},
            {u"backup"_s, change.backupId},
            {u"lasting"_s, change.lasting},
            {u"files"_s, QJsonArray::fromStringList(change.files)}};
}

void printTransaction(QTextStream &out, const helper::Transaction &change)
{
    if (change.state == helper::TransactionState::None) {
        out << Words::tr("No change is pending.") << '\n';
        return;
    }
    out << Words::tr("Change %1 (%2 %3) by %4: %5")
               .arg(change.id, change.action, change.bond, change.ownerName, helper::transactionStateName(change.state))
        << '\n';
    if (change.state == helper::TransactionState::AwaitingConfirm)
        out << u"  "_s << Words::tr("Reverting in %1 s unless confirmed: bondctl confirm").arg(change.secondsLeft)
            << '\n';
    const bool isTakenBack = change.state == helper::TransactionState::RolledBack;
    if (!change.lasting.isEmpty() && !isTakenBack)
        out << "  " << change.lasting << '\n';
    if (!change.reason.isEmpty())
        out << "  " << change.reason << '\n';
    for (const QString &line : change.differences + change.manualSteps)
        out << "  – " << line << '\n';
}

} // namespace

void printStatus(QTextStream &out, const helper::Capabilities &capabilities, const helper::Transaction &transaction,
                 bool json)
{
    if (json) {
        const QJsonObject both{{u"host"_s, toJson(capabilities)}, {u"transaction"_s, toJson(transaction)}};
        out << QJsonDocument(both).toJson();
        return;
    }
    out << Words::tr("Host:            %1, Linux %2").arg(capabilities.osName, capabilities.kernelRelease) << '\n'
        << Words::tr("Bonding driver:  %1").arg(yesNo(capabilities.bondingDriver)) << '\n'
        << Words::tr("NetworkManager:  %1")
               .arg(capabilities.networkManagerRunning ? capabilities.networkManagerVersion : Words::tr("not running"))
        << '\n'
        << Words::tr("In charge:       %1 – %2").arg(capabilities.backendInCharge, capabilities.backendReason) << '\n';
    if (!capabilities.unsupportedOptions.isEmpty())
        out << Words::tr("Not known here:  %1").arg(capabilities.unsupportedOptions.join(u", "_s)) << '\n';
    printTransaction(out, transaction);
}

} // namespace bondwright::cli
