// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/output.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::cli
{

namespace
{

using neighbours::SwitchPort;
using neighbours::SwitchPorts;

/// Switches send each 30 s.
constexpr auto listenFor = 35s;

QJsonArray toJson(const SwitchPorts &ports, const QStringList &nics)
{
    QJsonArray array;
    for (const QString &nic : nics) {
        const SwitchPort port = ports.value(nic);
        array.append(QJsonObject{{u"nic"_s, nic},
                                 {u"system"_s, systemName(port)},
                                 {u"chassis"_s, port.chassis},
                                 {u"port"_s, portName(port)},
                                 {u"vlan"_s, port.vlan ? QJsonValue(*port.vlan) : QJsonValue::Null}});
    }
    return array;
}

void print(Context &context, const SwitchPorts &ports, const QStringList &nics)
{
    const auto column = [](const char *text) { return QCoreApplication::translate("bondctl", text); };
    TextTable table({column(QT_TRANSLATE_NOOP("bondctl", "NIC")), column(QT_TRANSLATE_NOOP("bondctl", "SWITCH")),
                     column(QT_TRANSLATE_NOOP("bondctl", "PORT")), column(QT_TRANSLATE_NOOP("bondctl", "VLAN")),
                     column(QT_TRANSLATE_NOOP("bondctl", "CHASSIS"))});
    for (const QString &nic : nics) {
        const SwitchPort port = ports.value(nic);
        table.addRow(
            {nic, systemName(port), portName(port), port.vlan ? QString::number(*port.vlan) : QString(), port.chassis});
    }
    table.print(context.out);
}

/// What services of the host hear, and what is heard now on the NICs of which they say nothing.
Result<SwitchPorts> find(Context &context, bool listens)
{
    SwitchPorts ports = context.host.survey().ports;
    if (!listens)
        return ports;
    Result<QList<neighbours::HeardFrame>> heard;
    QObject scope;
    context.host.helper().listen(listenFor, &scope, [&heard](const Result<QList<neighbours::HeardFrame>> &frames) {
        heard = frames;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    if (!heard)
        return tl::unexpected(heard.error());
    const SwitchPorts own = neighbours::portsOf(*heard);
    for (auto port = own.cbegin(); port != own.cend(); ++port) {
        if (!ports.contains(port.key()))
            ports.insert(port.key(), *port);
    }
    return ports;
}

int runNeighbours(Context &context, const Arguments &arguments)
{
    const Result<kernel::Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const Result<SwitchPorts> ports = find(context, arguments.has(u"listen"_s));
    if (!ports)
        return reportError(context, ports.error());
    QStringList nics;
    for (const kernel::NicState &nic : snapshot->nics) {
        if (ports->contains(nic.name))
            nics.append(nic.name);
    }
    if (arguments.has(u"json"_s)) {
        printJson(context, toJson(*ports, nics));
    } else if (!nics.isEmpty()) {
        print(context, *ports, nics);
    } else if (arguments.has(u"listen"_s)) {
        //: @info LLDP is a protocol
        context.out << Words::tr("No switch has announced itself by LLDP within %1 s.").arg(listenFor.count()) << '\n';
    } else if (context.host.isAgentless()) {
        //: @info LLDP is a protocol
        context.out << Words::tr("The host has no Bondwright: whether a service there receives LLDP is not known.")
                    << '\n';
    } else {
        //: @info LLDP is a protocol, the quoted words a command line
        const QString text = Words::tr("No service that this user may ask has heard a switch by LLDP. “bondctl "
                                       "neighbours --listen” listens for %1 s.")
                                 .arg(listenFor.count());
        context.out << context.host.withHost(text) << '\n';
    }
    return Success;
}

} // namespace

Command neighboursCommand()
{
    return {CommandGroup::Look,
            u"neighbours"_s,
            //: @info what a command does
            Words::tr("Lists the switch ports where the cables end, as LLDP tells them."),
            //: @info names are those of programs
            Words::tr("Asks NetworkManager, systemd-networkd and lldpd. With --listen the helper listens itself."),
            {},
            {takes::otherHost(),
             //: @info what an option does
             {u"listen"_s, Words::tr("listen for 35 s, by the helper; needs an administrator")},
             takes::json()},
            {u"neighbours"_s, u"neighbours --listen --json"_s},
            runNeighbours};
}

} // namespace bondwright::cli
