// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/lldpclijson.h"

#include "domain/macaddress.h"
#include "neighbours/foreigntext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bondwright::neighbours
{

namespace
{

constexpr qsizetype maxBytes = 1024 * 1024;
constexpr qsizetype maxNeighbours = 1024;

/// Every member is an array; what matters is its first object.
QJsonObject first(const QJsonObject &parent, QLatin1String member)
{
    return parent.value(member).toArray().first().toObject();
}

QString valueOf(const QJsonObject &parent, QLatin1String member)
{
    return foreignText(first(parent, member).value(QLatin1String("value")).toString());
}

QString identity(const QJsonObject &parent)
{
    const QString id = valueOf(parent, QLatin1String("id"));
    const MacAddress mac = MacAddress::fromString(id);
    return mac.isEmpty() ? id : mac.toString();
}

SwitchPort portOf(const QJsonObject &interface)
{
    const QJsonObject chassis = first(interface, QLatin1String("chassis"));
    const QJsonObject port = first(interface, QLatin1String("port"));
    SwitchPort found;
    found.chassis = identity(chassis);
    found.system = valueOf(chassis, QLatin1String("name"));
    found.systemDescription = valueOf(chassis, QLatin1String("descr"));
    found.port = identity(port);
    found.portDescription = valueOf(port, QLatin1String("descr"));
    found.timeToLive = std::chrono::seconds(valueOf(port, QLatin1String("ttl")).toUShort());
    found.maxFrame = valueOf(port, QLatin1String("mfs")).toUShort();
    // The group's number; lldpd leaves it out where there is none, so that "not in a group" cannot be told.
    found.aggregationPort = valueOf(port, QLatin1String("aggregation")).toUInt();
    if (found.aggregationPort > 0)
        found.aggregated = true;
    for (const QJsonValue &value : interface.value(QLatin1String("vlan")).toArray()) {
        const QJsonObject vlan = value.toObject();
        const uint id = vlan.value(QLatin1String("vlan-id")).toString().toUInt();
        if (vlan.value(QLatin1String("pvid")).toBool() && id >= 1 && id <= 4094)
            found.vlan = quint16(id);
    }
    return found;
}

} // namespace

Result<SwitchPorts> parseLldpcliJson(const QByteArray &json)
{
    const QJsonDocument document = json.size() <= maxBytes ? QJsonDocument::fromJson(json) : QJsonDocument();
    const QJsonValue list = document.object().value(QLatin1String("lldp"));
    if (!list.isArray())
        return fail(QStringLiteral("lldp.lldpcli"),
                    //: @error lldpcli is a program
                    QCoreApplication::translate("Neighbours", "What lldpcli printed could not be read."));
    SwitchPorts ports;
    for (const QJsonValue &value : list.toArray().first().toObject().value(QLatin1String("interface")).toArray()) {
        const QJsonObject interface = value.toObject();
        const QString name = foreignText(interface.value(QLatin1String("name")).toString());
        const SwitchPort port = portOf(interface);
        const bool isLldp = interface.value(QLatin1String("via")).toString() == u"LLDP";
        if (isLldp && !name.isEmpty() && !port.chassis.isEmpty() && !ports.contains(name)
            && ports.size() < maxNeighbours)
            ports.insert(name, port);
    }
    return ports;
}

} // namespace bondwright::neighbours
