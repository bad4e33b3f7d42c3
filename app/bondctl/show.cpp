// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/kerneljson.h"
#include "common/output.h"
#include "common/procbonds.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"
#include "i18n/printable.h"
#include "kernel/bondview.h"
#include "models/texts.h"

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

QString slaveRole(const BondState &bond, const SlaveState &slave, const NicState &nic)
{
    switch (kernel::roleOf(bond, slave, &nic)) {
    case kernel::SlaveRole::Active: {
        //: @status of a slave in a table: carries traffic
        const QString active = QCoreApplication::translate("bondctl", "active");
        const bool isPrimary = bond.options.primary() == slave.name;
        return isPrimary ? active + u" (primary)"_s : active;
    }
    case kernel::SlaveRole::Standby:
        //: @status of a slave in a table: ready to take over
        return QCoreApplication::translate("bondctl", "standby");
    case kernel::SlaveRole::Unknown:
        //: @status of a slave in a table: whether it carries traffic cannot be told
        return slave.mii == kernel::MiiStatus::Up ? QCoreApplication::translate("bondctl", "unknown") : QString();
    default:
        return {}; // the columns of link and MII say it
    }
}

void printLines(Context &context, const QStringList &lines)
{
    for (const QString &line : lines) {
        if (!line.isEmpty())
            context.out << "  " << i18n::printable(context.host.withHost(line)) << '\n';
    }
}

void printBondHead(Context &context, const BondState &bond, const Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    const diagnosis::Diagnosis health = surveyed.judge(bond, snapshot);
    const NicState nic = snapshot.nics.value(bond.ifindex);
    const QString mode = bond.unknownMode.isEmpty() ? modeText(bond.mode) : i18n::printable(bond.unknownMode);
    context.out << i18n::printable(bond.name) << "  " << mode << "  " << nic.addresses.toStrings().join(u' ') << "  "
                << health.word << '\n';
    printLines(context, {health.cause, health.evidence, health.nextStep});
    for (const diagnosis::Finding &finding : health.findings) {
        if (finding.rule == health.rule && finding.cause == health.cause)
            continue;
        context.out << '\n';
        printLines(context, {finding.cause, finding.evidence, finding.nextStep});
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
                    << i18n::printable(QCoreApplication::translate("bondctl", "%1 here:   %2")
                                           .arg(slave.name, words(slave.actorPortState)))
                    << "\n  "
                    //: @info LACP states that the switch tells: %1 a slave's name, %2 words
                    << i18n::printable(QCoreApplication::translate("bondctl", "%1 switch: %2")
                                           .arg(slave.name, words(slave.partnerPortState)))
                    << '\n';
    }
}

void printSlaves(Context &context, const BondState &bond, const Snapshot &snapshot,
                 const neighbours::SwitchPorts &ports)
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
    // No empty column: most hosts receive no LLDP.
    const bool hasPorts = std::any_of(bond.slaves.cbegin(), bond.slaves.cend(),
                                      [&ports](const SlaveState &slave) { return ports.contains(slave.name); });
    if (hasPorts)
        headers.append(column(QT_TRANSLATE_NOOP("bondctl", "SWITCH PORT")));
    TextTable table(headers, {4, 7});
    for (const SlaveState &slave : bond.slaves) {
        const NicState nic = snapshot.nics.value(slave.ifindex);
        QStringList row{slave.name,
                        linkWord(nic),
                        nic.carrier ? Texts::speed(nic.speedMbps) : QString(),
                        Texts::mii(slave.mii),
                        QString::number(slave.linkFailures),
                        slaveRole(bond, slave, nic),
                        slave.permanentMac.toString()};
        if (isLacp)
            row.append(slave.aggregatorId ? QString::number(*slave.aggregatorId) : QString());
        if (hasPorts)
            row.append(ports.contains(slave.name) ? switchPortText(ports.value(slave.name)) : QString());
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
                    << (option.value().isEmpty() ? QStringLiteral("–") : i18n::printable(option.value())) << '\n';
    for (const QString &option : bond.privilegedOptions)
        //: @info value of an option that only root can read
        context.out << "  " << padded(option, 20) << QCoreApplication::translate("bondctl", "(needs root to be read)")
                    << '\n';
}

void printAggregator(Context &context, const kernel::AdInfo &ad)
{
    //: @info LACP state of a bond; numbers and a MAC address
    context.out << "\n  "
                << QCoreApplication::translate("bondctl", "Aggregator %1 with %2 ports, partner %3 (key %4)")
                       .arg(ad.aggregatorId)
                       .arg(ad.ports)
                       .arg(ad.partnerMac.toString())
                       .arg(ad.partnerKey)
                << '\n';
}

void printBond(Context &context, const BondState &bond, const Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    printBondHead(context, bond, snapshot, surveyed);
    context.out << '\n';
    printSlaves(context, bond, snapshot, surveyed.ports);
    if (bond.ad)
        printAggregator(context, *bond.ad);
    context.out << '\n';
    printOptions(context, bond);
}

void printUnknownLines(Context &context, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    //: @title above lines of a file, as they are
    context.out << "\n  " << Words::tr("Lines that were not understood:") << '\n';
    for (const QString &line : lines)
        context.out << "    " << i18n::printable(line) << '\n';
}

/// A word that is no file names a bond to be shown.
QStringList wantedBonds(const Arguments &arguments)
{
    QStringList names;
    for (const QString &word : arguments.words()) {
        if (word != u"-" && !QFileInfo::exists(word))
            names.append(word);
    }
    return names;
}

QList<BondState> chosen(const Snapshot &snapshot, const QStringList &names)
{
    QList<BondState> bonds;
    for (const BondState &bond : snapshot.bonds) {
        if (names.isEmpty() || names.contains(bond.name))
            bonds.append(bond);
    }
    return bonds;
}

int showProc(Context &context, const Arguments &arguments)
{
    const QStringList names = wantedBonds(arguments);
    QStringList sources = arguments.values(u"proc"_s);
    for (const QString &word : arguments.words()) {
        if (!names.contains(word))
            sources.append(word);
    }
    const ProcBonds proc = readProcBonds(sources);
    int status = Success;
    for (const Error &problem : proc.problems)
        status = reportError(context, problem);
    const QList<BondState> bonds = chosen(proc.snapshot, names);
    for (const QString &name : names) {
        if (const auto missing = findBond(proc.snapshot, name); !missing)
            status = reportError(context, missing.error());
    }
    QJsonArray array;
    for (const BondState &bond : bonds) {
        const QStringList unknown = proc.unknownLines.value(bond.ifindex);
        if (arguments.has(u"json"_s)) {
            QJsonObject object = bondToJson(bond, proc.snapshot);
            object.insert(u"not_understood"_s, QJsonArray::fromStringList(unknown));
            array.append(object);
            continue;
        }
        if (bond.ifindex != bonds.first().ifindex)
            context.out << '\n';
        printBond(context, bond, proc.snapshot, {});
        printUnknownLines(context, unknown);
    }
    if (array.size() == 1)
        printJson(context, array.first().toObject());
    else if (!array.isEmpty())
        printJson(context, array);
    return status;
}

int runShow(Context &context, const Arguments &arguments)
{
    if (arguments.has(u"proc"_s))
        return showProc(context, arguments);
    if (arguments.words().size() != 1)
        //: @error
        return reportUsage(context, Words::tr("“show” needs either BOND or --proc FILE."));
    const Result<Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const Result<BondState> bond = findBond(*snapshot, arguments.word(0));
    if (!bond)
        return reportError(context, bond.error());
    const watch::Surveyed surveyed = context.host.survey();
    if (arguments.has(u"json"_s))
        printJson(context, bondToJson(*bond, *snapshot, surveyed));
    else
        printBond(context, *bond, *snapshot, surveyed);
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
            {{takes::bond(), Words::tr("name of the bond; with --proc also more files"), 0, -1}},
            {takes::otherHost(),
             //: @info what an option does
             {u"proc"_s,
              Words::tr("copies of /proc/net/bonding instead of a bond of this host: a file, “-”, a folder, or a "
                        "support report (folder or tar archive)"),
              takes::file(), false, true, u"host"_s},
             takes::json()},
            {u"show bond0"_s, u"show --proc bond0.txt --json"_s, u"show --proc sosreport-web1.tar.xz"_s},
            runShow};
}

} // namespace bondwright::cli
