// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper_status.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(bondctl)
};

QString yesNo(bool value)
{
    return value ? Words::tr("yes") : Words::tr("no");
}

QJsonObject toJson(const helper::Capabilities &host)
{
    return {{u"interfaceVersion"_s, int(host.interfaceVersion)},
            {u"helperVersion"_s, host.helperVersion},
            {u"kernelRelease"_s, host.kernelRelease},
            {u"osName"_s, host.osName},
            {u"rhelMajor"_s, host.rhelMajor},
            {u"bondingDriver"_s, host.bondingDriver},
            {u"networkManagerRunning"_s, host.networkManagerRunning},
            {u"networkManagerVersion"_s, host.networkManagerVersion},
            {u"networkServiceEnabled"_s, host.networkServiceEnabled},
            {u"backends"_s, QJsonArray::fromStringList(host.backends)},
            {u"backendInCharge"_s, host.backendInCharge},
            {u"backendReason"_s, host.backendReason},
            {u"unsupportedOptions"_s, QJsonArray::fromStringList(host.unsupportedOptions)}};
}

QJsonObject toJson(const helper::Transaction &change)
{
    return {{u"id"_s, change.id},
            {u"state"_s, helper::transactionStateName(change.state)},
            {u"action"_s, change.action},
            {u"bond"_s, change.bond},
            {u"ownerUid"_s, qint64(change.ownerUid)},
            {u"ownerName"_s, change.ownerName},
            {u"startedAt"_s, change.startedAt.toUTC().toString(Qt::ISODate)},
            {u"secondsLeft"_s, qint64(change.secondsLeft)},
            {u"extended"_s, change.extended},
            {u"reason"_s, change.reason},
            {u"differences"_s, QJsonArray::fromStringList(change.differences)},
            {u"manualSteps"_s, QJsonArray::fromStringList(change.manualSteps)},
            {u"backupId"_s, change.backupId}};
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
