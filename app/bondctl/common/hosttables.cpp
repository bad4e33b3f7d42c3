// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/hosttables.h"

#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/kerneljson.h"
#include "common/output.h"
#include "common/texttable.h"

#include "models/nicuse.h"
#include "models/texts.h"
#include "watch/survey.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bondwright::cli
{

using kernel::BondState;
using kernel::NicState;
using kernel::SlaveState;
using kernel::Snapshot;
using models::Texts;

namespace
{

QString useText(const NicState &nic, const Snapshot &snapshot)
{
    if (nic.kind == InterfaceKind::Bond)
        return QStringLiteral("bond");
    const models::NicUsage usage = models::NicJudge::usage(nic, snapshot);
    if (usage.use == models::NicUse::Free)
        //: @status of a NIC in a table
        return QCoreApplication::translate("bondctl", "free");
    return usage.reason;
}

QString switchText(const watch::Surveyed &surveyed, const QString &nic)
{
    const auto port = surveyed.ports.constFind(nic);
    return port == surveyed.ports.cend() ? QString() : neighbours::switchPortText(*port);
}

void printBonds(QTextStream &out, const Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    if (snapshot.bonds.isEmpty()) {
        //: @info
        out << QCoreApplication::translate("bondctl", "There is no bond on this host.") << '\n';
        return;
    }
    const auto column = [](const char *text) { return QCoreApplication::translate("bondctl", text); };
    TextTable table({column(QT_TRANSLATE_NOOP("bondctl", "BOND")), column(QT_TRANSLATE_NOOP("bondctl", "MODE")),
                     column(QT_TRANSLATE_NOOP("bondctl", "STATE")), column(QT_TRANSLATE_NOOP("bondctl", "ACTIVE")),
                     column(QT_TRANSLATE_NOOP("bondctl", "SLAVES")),
                     column(QT_TRANSLATE_NOOP("bondctl", "ADDRESSES"))});
    for (const BondState &bond : snapshot.bonds) {
        const QStringList slaves = bond.slaveNames();
        table.addRow({bond.name, modeText(bond.mode), surveyed.judge(bond, snapshot).word,
                      bond.activeSlave ? snapshot.nics.value(*bond.activeSlave).name : QString(), slaves.join(u' '),
                      snapshot.nics.value(bond.ifindex).addresses.toStrings().join(u' ')});
    }
    table.print(out);
}

void printNics(QTextStream &out, const Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    const auto column = [](const char *text) { return QCoreApplication::translate("bondctl", text); };
    QStringList headers{column(QT_TRANSLATE_NOOP("bondctl", "NIC")),    column(QT_TRANSLATE_NOOP("bondctl", "KIND")),
                        column(QT_TRANSLATE_NOOP("bondctl", "DRIVER")), column(QT_TRANSLATE_NOOP("bondctl", "SLOT")),
                        column(QT_TRANSLATE_NOOP("bondctl", "LINK")),   column(QT_TRANSLATE_NOOP("bondctl", "SPEED")),
                        column(QT_TRANSLATE_NOOP("bondctl", "MAC")),    column(QT_TRANSLATE_NOOP("bondctl", "USE"))};
    if (!surveyed.ports.isEmpty())
        headers.append(column(QT_TRANSLATE_NOOP("bondctl", "SWITCH PORT")));
    TextTable table(headers);
    for (const NicState &nic : snapshot.nics) {
        QStringList row{nic.name,
                        nic.kind.toString(),
                        nic.driver,
                        nic.busAddress,
                        linkWord(nic),
                        nic.carrier ? Texts::speed(nic.speedMbps) : QString(),
                        nic.ownMac().toString(),
                        useText(nic, snapshot)};
        if (!surveyed.ports.isEmpty())
            row.append(switchText(surveyed, nic.name));
        table.addRow(row);
    }
    table.print(out);
}

QJsonArray bondsToJson(const Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    QJsonArray array;
    for (const BondState &bond : snapshot.bonds)
        array.append(bondToJson(bond, snapshot, surveyed));
    return array;
}

QJsonArray nicsToJson(const Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    QJsonArray array;
    for (const NicState &nic : snapshot.nics)
        array.append(nicToJson(nic, snapshot, surveyed));
    return array;
}

} // namespace

int listHost(Context &context, const Arguments &arguments, HostPart part)
{
    const Result<Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const watch::Surveyed surveyed = context.host.survey();
    if (arguments.has(QStringLiteral("json"))) {
        const QJsonArray bonds = bondsToJson(*snapshot, surveyed);
        const QJsonArray nics = nicsToJson(*snapshot, surveyed);
        if (part == HostPart::Both)
            printJson(context, QJsonObject{{QStringLiteral("bonds"), bonds}, {QStringLiteral("nics"), nics}});
        else
            printJson(context, part == HostPart::Bonds ? bonds : nics);
        return Success;
    }
    if (part != HostPart::Nics)
        printBonds(context.out, *snapshot, surveyed);
    if (part == HostPart::Both)
        context.out << '\n';
    if (part != HostPart::Bonds)
        printNics(context.out, *snapshot, surveyed);
    return Success;
}

} // namespace bondwright::cli
