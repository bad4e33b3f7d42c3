// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/switchport.h"

#include "domain/macaddress.h"

#include <QCoreApplication>
#include <QSet>

namespace bondwright::neighbours
{

namespace
{

struct SwitchPortText {
    Q_DECLARE_TR_FUNCTIONS(Neighbours)
};

} // namespace

QString systemName(const SwitchPort &port)
{
    return port.system.isEmpty() ? port.chassis : port.system;
}

QString portName(const SwitchPort &port)
{
    const bool isAddress = !MacAddress::fromString(port.port).isEmpty();
    return (port.port.isEmpty() || isAddress) && !port.portDescription.isEmpty() ? port.portDescription : port.port;
}

QString shortSwitchPortText(const SwitchPort &port)
{
    return systemName(port) + u' ' + portName(port);
}

QHash<QString, QString> shortSwitchPortTexts(const SwitchPorts &ports)
{
    QHash<QString, QString> texts;
    for (auto port = ports.cbegin(); port != ports.cend(); ++port)
        texts.insert(port.key(), shortSwitchPortText(*port));
    return texts;
}

QStringList portNamesOnOneSwitch(const SwitchPorts &ports, const QStringList &nics)
{
    QStringList names;
    QSet<QString> switches;
    for (const QString &nic : nics) {
        const SwitchPort port = ports.value(nic);
        names.append(portName(port));
        if (!port.chassis.isEmpty())
            switches.insert(port.chassis);
    }
    return switches.size() == 1 ? names : QStringList();
}

QString switchPortText(const SwitchPort &port)
{
    if (port.vlan)
        //: @info where a cable ends: %1 a switch, %2 its port, %3 a VLAN number
        return SwitchPortText::tr("%1, port %2, VLAN %3")
            .arg(systemName(port), portName(port), QString::number(*port.vlan));
    //: @info where a cable ends: %1 a switch, %2 its port
    return SwitchPortText::tr("%1, port %2").arg(systemName(port), portName(port));
}

} // namespace bondwright::neighbours
