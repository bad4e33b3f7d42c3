// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostsnapshot.h"
#include "common/kerneljson.h"
#include "common/output.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"
#include "kernel/health.h"
#include "kernel/proc/procsnapshot.h"
#include "models/texts.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

using kernel::BondState;
using kernel::NicState;
using kernel::SlaveState;
using kernel::Snapshot;
using models::Texts;

namespace
{

/// The bond of a copy of a /proc/net/bonding file, which is named after the file.
Result<Snapshot> procSnapshot(const QString &name)
{
    constexpr qint64 largest = 1024 * 1024;
    return readInput(name, largest)
        .and_then([](const QByteArray &text) { return kernel::parseProcBonding(text); })
        .map([&](QList<kernel::ProcBond> bonds) {
            for (kernel::ProcBond &bond : bonds) {
                if (bond.bond.name.isEmpty())
                    bond.bond.name = QFileInfo(name).fileName();
            }
            return kernel::snapshotOf(bonds);
        });
}

QString slaveRole(const BondState &bond, const SlaveState &slave)
{
    if (slave.mii != kernel::MiiStatus::Up)
        return {};
    if (!bond.isActiveKnown())
        //: @status of a slave in a table: whether it carries traffic cannot be told
        return QCoreApplication::translate("bondctl", "unknown");
    if (!slave.active)
        //: @status of a slave in a table: ready to take over
        return QCoreApplication::translate("bondctl", "standby");
    //: @status of a slave in a table: carries traffic
    const QString active = QCoreApplication::translate("bondctl", "active");
    return bond.options.value(QStringLiteral("primary")) == slave.name ? active + QStringLiteral(" (primary)") : active;
}

void printBondHead(Context &context, const BondState &bond, const Snapshot &snapshot)
{
    const kernel::Health health = kernel::judge(bond, snapshot);
    const NicState nic = snapshot.nics.value(bond.ifindex);
    const QString mode = bond.unknownMode.isEmpty()
        ? QStringLiteral("%1 (%2)").arg(kernelName(bond.mode)).arg(int(bond.mode))
        : printable(bond.unknownMode);
    context.out << printable(bond.name) << "  " << mode << "  " << nic.addresses.join(u' ') << "  "
                << Texts::verdict(health.verdict) << '\n';
    for (const QString &line : {health.cause, health.nextStep}) {
        if (!line.isEmpty())
            context.out << "  " << printable(line) << '\n';
    }
}

/// The LACP states in lines of their own: in the table they would be wider than any terminal.
void printPortStates(Context &context, const BondState &bond)
{
    const auto words
        = [](const auto &state) { return state ? portStateWords(quint16(*state)).join(u' ') : QStringLiteral("–"); };
    if (bond.isLacpHidden) {
        //: @info in place of the LACP states of each slave
        context.out << "\n  " << QCoreApplication::translate("bondctl", "LACP: unknown without root.") << '\n';
        return;
    }
    context.out << '\n';
    for (const SlaveState &slave : bond.slaves) {
        //: @info LACP states of a slave: %1 its name, %2 words such as "activity aggregation"
        context.out << "  "
                    << printable(QCoreApplication::translate("bondctl", "%1 here:   %2")
                                     .arg(slave.name, words(slave.actorPortState)))
                    << "\n  "
                    //: @info LACP states that the switch tells: %1 a slave's name, %2 words
                    << printable(QCoreApplication::translate("bondctl", "%1 switch: %2")
                                     .arg(slave.name, words(slave.partnerPortState)))
                    << '\n';
    }
}

void printSlaves(Context &context, const BondState &bond, const Snapshot &snapshot)
{
    const auto column = [](const char *text) { return QCoreApplication::translate("bondctl", text); };
    const bool isLacp = bond.mode == Mode::Ieee8023ad;
    //: @title:column
    QStringList headers{column(QT_TRANSLATE_NOOP("bondctl", "SLAVE")),    column(QT_TRANSLATE_NOOP("bondctl", "LINK")),
                        column(QT_TRANSLATE_NOOP("bondctl", "SPEED")),    column(QT_TRANSLATE_NOOP("bondctl", "MII")),
                        column(QT_TRANSLATE_NOOP("bondctl", "FAILURES")), column(QT_TRANSLATE_NOOP("bondctl", "ROLE")),
                        column(QT_TRANSLATE_NOOP("bondctl", "MAC"))};
    if (isLacp)
        headers.append(column(QT_TRANSLATE_NOOP("bondctl", "AGGREGATOR")));
    TextTable table(headers, {4, 7});
    for (const SlaveState &slave : bond.slaves) {
        const NicState nic = snapshot.nics.value(slave.ifindex);
        QStringList row{slave.name,
                        linkWord(nic),
                        nic.carrier ? Texts::speed(nic.speedMbps) : QString(),
                        Texts::mii(slave.mii),
                        QString::number(slave.linkFailures),
                        slaveRole(bond, slave),
                        slave.permanentMac};
        if (isLacp)
            row.append(slave.aggregatorId ? QString::number(*slave.aggregatorId) : QString());
        table.addRow(row);
    }
    table.print(context.out, QStringLiteral("  "));
    if (isLacp)
        printPortStates(context, bond);
}

void printOptions(Context &context, const BondState &bond)
{
    for (auto option = bond.options.cbegin(); option != bond.options.cend(); ++option)
        context.out << "  " << padded(option.key(), 20)
                    << (option.value().isEmpty() ? QStringLiteral("–") : printable(option.value())) << '\n';
    for (const QString &option : bond.privilegedOptions)
        //: @info value of an option that only root can read
        context.out << "  " << padded(option, 20) << QCoreApplication::translate("bondctl", "(needs root to be read)")
                    << '\n';
}

int runShow(Context &context, const Arguments &arguments)
{
    // A file that somebody sent takes the place of this host's bond.
    const QString file = arguments.value(u"proc"_s);
    if (file.isEmpty() == arguments.words().isEmpty())
        //: @error
        return reportUsage(context, Words::tr("“show” needs either BOND or --proc FILE."));
    const Result<Snapshot> snapshot = file.isEmpty() ? hostSnapshot(context) : procSnapshot(file);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const Result<BondState> bond = findBond(*snapshot, file.isEmpty() ? arguments.word(0) : QFileInfo(file).fileName());
    if (!bond)
        return reportError(context, bond.error());
    if (arguments.has(u"json"_s)) {
        printJson(context, bondToJson(*bond, *snapshot));
        return Success;
    }
    printBondHead(context, *bond, *snapshot);
    context.out << '\n';
    printSlaves(context, *bond, *snapshot);
    if (bond->ad) {
        context.out << '\n';
        //: @info LACP state of a bond; numbers and a MAC address
        context.out << "  "
                    << QCoreApplication::translate("bondctl", "Aggregator %1 with %2 ports, partner %3 (key %4)")
                           .arg(bond->ad->aggregatorId)
                           .arg(bond->ad->ports)
                           .arg(bond->ad->partnerMac)
                           .arg(bond->ad->partnerKey)
                    << '\n';
    }
    context.out << '\n';
    printOptions(context, *bond);
    return Success;
}

} // namespace

Command showCommand()
{
    return {CommandGroup::Look,
            u"show"_s,
            //: @info what a command does
            Words::tr("Shows one bond: state, slaves, LACP, all options."),
            {},
            //: @info what the argument BOND is
            {{takes::bond(), Words::tr("name of the bond"), 0}},
            {//: @info what an option does
             {u"proc"_s, Words::tr("a copy of a /proc/net/bonding file instead of a bond of this host"), takes::file()},
             takes::json()},
            {u"show bond0"_s, u"show --proc bond0.txt --json"_s},
            runShow};
}

} // namespace bondwright::cli
