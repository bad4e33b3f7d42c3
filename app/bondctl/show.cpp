// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "show.h"

#include "common/kerneljson.h"
#include "common/parsedarguments.h"
#include "common/texttable.h"
#include "kernel/health.h"
#include "kernel/localkernelsource.h"
#include "kernel/proc/procsnapshot.h"
#include "models/nicuse.h"
#include "models/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace bondwright::cli
{

using kernel::BondState;
using kernel::NicState;
using kernel::SlaveState;
using kernel::Snapshot;
using models::Texts;

namespace
{

QString noArguments()
{
    //: @error
    return QCoreApplication::translate("bondctl", "This command takes no names.");
}

/// @return false after saying why there is no snapshot
bool readSnapshot(Context &context, Snapshot &snapshot)
{
    kernel::LocalKernelSource source;
    QString trouble;
    QObject::connect(&source, &kernel::KernelSource::troubleOccurred, &source,
                     [&trouble](const QString &message) { trouble = message; });
    source.start();
    snapshot = source.snapshot();
    if (!trouble.isEmpty())
        context.err << "bondctl: " << trouble << '\n';
    return !snapshot.nics.isEmpty();
}

/// @return false after saying why there is no snapshot
bool readProcFile(Context &context, const QString &name, Snapshot &snapshot)
{
    QFile file(name);
    constexpr qint64 largest = 1024 * 1024;
    if (!file.open(QIODevice::ReadOnly)) {
        reportError(
            context,
            {QStringLiteral("proc.open"),
             //: @error %1 a file, %2 the system's words
             QCoreApplication::translate("bondctl", "%1 cannot be read: %2").arg(printable(name), file.errorString()),
             {}});
        return false;
    }
    const Result<kernel::ProcBond> parsed = kernel::parseProcBonding(file.read(largest));
    if (!parsed) {
        reportError(context, parsed.error());
        return false;
    }
    snapshot = kernel::snapshotOf(*parsed, QFileInfo(name).fileName());
    return true;
}

void printJson(Context &context, const QJsonDocument &document)
{
    context.out << QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

QString linkWord(const NicState &nic)
{
    if (!nic.adminUp)
        //: @status of an interface in a table
        return QCoreApplication::translate("bondctl", "off");
    //: @status of an interface in a table: cable in and other end alive, or not
    return nic.carrier ? QCoreApplication::translate("bondctl", "link")
                       : QCoreApplication::translate("bondctl", "no link");
}

QString useText(const NicState &nic, const Snapshot &snapshot)
{
    if (nic.kind == u"bond")
        return QStringLiteral("bond");
    const models::NicUsage usage = models::NicJudge::usage(nic, snapshot);
    if (usage.use == models::NicUse::Free)
        //: @status of a network card in a table
        return QCoreApplication::translate("bondctl", "free");
    return usage.reason;
}

QString slaveRole(const BondState &bond, const SlaveState &slave)
{
    if (slave.mii != kernel::MiiStatus::Up)
        return {};
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
    context.out << printable(bond.name) << "  " << kernelName(bond.mode) << " (" << int(bond.mode) << ")  "
                << nic.addresses.join(u' ') << "  " << Texts::verdict(health.verdict) << '\n';
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

} // namespace

int runNics(Context &context)
{
    const Result<ParsedArguments> arguments = ParsedArguments::parse(context.arguments, {jsonFlag}, {});
    if (!arguments || !arguments->words().isEmpty())
        return reportUsage(context, arguments ? noArguments() : arguments.error().message);
    Snapshot snapshot;
    if (!readSnapshot(context, snapshot))
        return Failure;
    if (arguments->has(jsonFlag)) {
        QJsonArray array;
        for (const NicState &nic : snapshot.nics)
            array.append(nicToJson(nic, snapshot));
        printJson(context, QJsonDocument(array));
        return Success;
    }
    const auto column = [](const char *text) { return QCoreApplication::translate("bondctl", text); };
    TextTable table({column(QT_TRANSLATE_NOOP("bondctl", "CARD")), column(QT_TRANSLATE_NOOP("bondctl", "KIND")),
                     column(QT_TRANSLATE_NOOP("bondctl", "DRIVER")), column(QT_TRANSLATE_NOOP("bondctl", "SLOT")),
                     column(QT_TRANSLATE_NOOP("bondctl", "LINK")), column(QT_TRANSLATE_NOOP("bondctl", "SPEED")),
                     column(QT_TRANSLATE_NOOP("bondctl", "MAC")), column(QT_TRANSLATE_NOOP("bondctl", "USE"))});
    for (const NicState &nic : std::as_const(snapshot.nics))
        table.addRow({nic.name, nic.kind, nic.driver, nic.busAddress, linkWord(nic),
                      nic.carrier ? Texts::speed(nic.speedMbps) : QString(),
                      nic.permanentMac.isEmpty() ? nic.mac : nic.permanentMac, useText(nic, snapshot)});
    table.print(context.out);
    return Success;
}

int runBonds(Context &context)
{
    const Result<ParsedArguments> arguments = ParsedArguments::parse(context.arguments, {jsonFlag}, {});
    if (!arguments || !arguments->words().isEmpty())
        return reportUsage(context, arguments ? noArguments() : arguments.error().message);
    Snapshot snapshot;
    if (!readSnapshot(context, snapshot))
        return Failure;
    if (arguments->has(jsonFlag)) {
        QJsonArray array;
        for (const BondState &bond : std::as_const(snapshot.bonds))
            array.append(bondToJson(bond, snapshot));
        printJson(context, QJsonDocument(array));
        return Success;
    }
    if (snapshot.bonds.isEmpty()) {
        //: @info
        context.out << QCoreApplication::translate("bondctl", "There is no bond on this host.") << '\n';
        return Success;
    }
    const auto column = [](const char *text) { return QCoreApplication::translate("bondctl", text); };
    TextTable table({column(QT_TRANSLATE_NOOP("bondctl", "BOND")), column(QT_TRANSLATE_NOOP("bondctl", "MODE")),
                     column(QT_TRANSLATE_NOOP("bondctl", "STATE")), column(QT_TRANSLATE_NOOP("bondctl", "ACTIVE")),
                     column(QT_TRANSLATE_NOOP("bondctl", "SLAVES")),
                     column(QT_TRANSLATE_NOOP("bondctl", "ADDRESSES"))});
    for (const BondState &bond : std::as_const(snapshot.bonds)) {
        QStringList slaves;
        for (const SlaveState &slave : bond.slaves)
            slaves.append(slave.name);
        table.addRow({bond.name, QStringLiteral("%1 (%2)").arg(kernelName(bond.mode)).arg(int(bond.mode)),
                      Texts::verdict(kernel::judge(bond, snapshot).verdict),
                      bond.activeSlave ? snapshot.nics.value(*bond.activeSlave).name : QString(), slaves.join(u' '),
                      snapshot.nics.value(bond.ifindex).addresses.join(u' ')});
    }
    table.print(context.out);
    return Success;
}

int runShow(Context &context)
{
    const QString procOption = QStringLiteral("--proc");
    const Result<ParsedArguments> arguments = ParsedArguments::parse(context.arguments, {jsonFlag}, {procOption});
    // A file that somebody sent takes the place of this host's bond.
    const bool isFile = arguments && arguments->has(procOption);
    if (!arguments || arguments->words().size() != (isFile ? 0 : 1))
        return reportUsage(context,
                           //: @error
                           arguments ? QCoreApplication::translate("bondctl", "Which bond?")
                                     : arguments.error().message);
    Snapshot snapshot;
    const QString file = arguments->value(procOption);
    if (isFile ? !readProcFile(context, file, snapshot) : !readSnapshot(context, snapshot))
        return Failure;
    const QString name = isFile ? QFileInfo(file).fileName() : arguments->words().first();
    const BondState *bond = snapshot.bondByName(name);
    if (!bond)
        return reportError(context,
                           {QStringLiteral("bond.unknown"),
                            //: @error %1 is a name
                            QCoreApplication::translate("bondctl", "There is no bond %1.").arg(printable(name)),
                            //: @info
                            QCoreApplication::translate("bondctl", "“bondctl bonds” lists those there are.")});
    if (arguments->has(jsonFlag)) {
        printJson(context, QJsonDocument(bondToJson(*bond, snapshot)));
        return Success;
    }
    printBondHead(context, *bond, snapshot);
    context.out << '\n';
    printSlaves(context, *bond, snapshot);
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

} // namespace bondwright::cli
