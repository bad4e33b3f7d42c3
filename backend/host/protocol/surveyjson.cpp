// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/protocol/surveyjson.h"

#include "domain/interfacename.h"
#include "domain/plan.h"
#include "kernel/recording/jsonfields.h"
#include "neighbours/foreigntext.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace json = kernel::json;
using neighbours::SwitchPort;
using neighbours::SwitchPorts;

namespace
{

constexpr qsizetype maximumPlans = 1024;
constexpr qsizetype maximumPorts = 4096;

QJsonObject portToJson(const SwitchPort &port)
{
    QJsonObject object{{u"chassis"_s, port.chassis}};
    json::put(object, "system"_L1, port.system);
    json::put(object, "port"_L1, port.port);
    json::put(object, "port_description"_L1, port.portDescription);
    json::put(object, "system_description"_L1, port.systemDescription);
    json::put(object, "vlan"_L1, port.vlan);
    if (port.aggregated)
        object.insert(u"aggregated"_s, *port.aggregated);
    if (port.aggregationPort > 0)
        object.insert(u"aggregation_port"_s, qint64(port.aggregationPort));
    if (port.maxFrame > 0)
        object.insert(u"max_frame"_s, qint64(port.maxFrame));
    return object;
}

SwitchPort portFrom(const QJsonObject &object)
{
    const auto text = [&object](QLatin1String name) { return neighbours::foreignText(json::text(object[name])); };
    SwitchPort port;
    port.chassis = text("chassis"_L1);
    port.system = text("system"_L1);
    port.port = text("port"_L1);
    port.portDescription = text("port_description"_L1);
    port.systemDescription = text("system_description"_L1);
    port.vlan = json::number<quint16>(object[u"vlan"]);
    if (object[u"aggregated"].isBool())
        port.aggregated = object[u"aggregated"].toBool();
    port.aggregationPort = json::numberOr<quint32>(object[u"aggregation_port"], 0);
    port.maxFrame = json::numberOr<quint32>(object[u"max_frame"], 0);
    return port;
}

QJsonObject portsToJson(const SwitchPorts &ports)
{
    QJsonObject object;
    for (auto port = ports.cbegin(); port != ports.cend(); ++port)
        object.insert(port.key(), portToJson(*port));
    return object;
}

SwitchPorts portsFrom(const QJsonObject &object)
{
    SwitchPorts ports;
    for (auto entry = object.begin(); entry != object.end() && ports.size() < maximumPorts; ++entry) {
        const SwitchPort port = portFrom(entry->toObject());
        if (!kernelNameProblem(entry.key()) && !port.chassis.isEmpty())
            ports.insert(entry.key(), port);
    }
    return ports;
}

} // namespace

QJsonObject toJson(const diagnosis::Surveyed &surveyed)
{
    QJsonArray plans;
    for (const BondPlan &plan : surveyed.plans)
        plans.append(QString::fromUtf8(planToJson(plan)));
    return {{u"plans"_s, plans},
            {u"ports"_s, portsToJson(surveyed.ports)},
            {u"former_ports"_s, portsToJson(surveyed.formerPorts)}};
}

diagnosis::Surveyed surveyedFrom(const QJsonObject &object)
{
    diagnosis::Surveyed surveyed;
    const QJsonArray plans = object[u"plans"].toArray();
    for (const QJsonValue &item : plans) {
        const auto plan = planFromJson(item.toString().toUtf8());
        if (plan && surveyed.plans.size() < maximumPlans)
            surveyed.plans.insert(plan->plan.name, plan->plan);
    }
    surveyed.ports = portsFrom(object[u"ports"].toObject());
    surveyed.formerPorts = portsFrom(object[u"former_ports"].toObject());
    return surveyed;
}

} // namespace bondwright::host
