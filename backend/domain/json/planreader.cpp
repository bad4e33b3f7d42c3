// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json/jsontext.h"
#include "domain/json/objectreader.h"
#include "domain/plan.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonParseError>

#include <limits>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

using json::ObjectReader;

constexpr qint64 u32Max = std::numeric_limits<quint32>::max();

QString oneOf(const QStringList &values)
{
    //: @error %1 is a list of values; follows “The plan's “mode” must be ”
    return QCoreApplication::translate("plan", "one of %1").arg(values.join(u", "_s));
}

template <typename T>
std::optional<T> narrowed(const std::optional<qint64> &value)
{
    return value ? std::optional(static_cast<T>(*value)) : std::nullopt;
}

QList<IpRoute> readRoutes(ObjectReader &reader)
{
    QList<IpRoute> routes;
    reader.objects(u"routes"_s, maxPlanListEntries, [&](ObjectReader &entry) {
        IpRoute route;
        route.destination = entry.requiredText(u"destination"_s);
        route.gateway = entry.text(u"gateway"_s);
        route.metric = narrowed<quint32>(entry.number(u"metric"_s, 0, u32Max));
        routes.append(route);
    });
    return routes;
}

IpConfig readIp(ObjectReader &reader, const QString &name)
{
    IpConfig ip;
    reader.object(name, [&](ObjectReader &member) {
        const auto method = ipMethodFromName(member.requiredText(u"method"_s));
        if (!method)
            member.failAt(u"method"_s, u"plan.json.range"_s,
                          oneOf({u"disabled"_s, u"auto"_s, u"manual"_s, u"link-local"_s}));
        ip.method = method.value_or(IpMethod::Disabled);
        ip.addresses = member.texts(u"addresses"_s, maxPlanListEntries);
        ip.gateway = member.text(u"gateway"_s);
        ip.dns = member.texts(u"dns"_s, maxPlanListEntries);
        ip.search = member.texts(u"search"_s, maxPlanListEntries);
        ip.routes = readRoutes(member);
        ip.metric = narrowed<quint32>(member.number(u"metric"_s, 0, u32Max));
    });
    return ip;
}

QList<SlavePlan> readSlaves(ObjectReader &reader)
{
    QList<SlavePlan> slaves;
    reader.objects(u"slaves"_s, maxPlanSlaves, [&](ObjectReader &entry) {
        SlavePlan slave;
        slave.name = entry.requiredText(u"name"_s);
        slave.mac = entry.text(u"mac"_s);
        slave.queueId = narrowed<quint16>(entry.number(u"queue_id"_s, 0, std::numeric_limits<quint16>::max()));
        slave.prio = narrowed<qint32>(
            entry.number(u"prio"_s, std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max()));
        slaves.append(slave);
    });
    return slaves;
}

QList<VlanPlan> readVlans(ObjectReader &reader)
{
    QList<VlanPlan> vlans;
    reader.objects(u"vlans"_s, maxPlanVlans, [&](ObjectReader &entry) {
        VlanPlan vlan;
        const auto id = entry.number(u"id"_s, 1, 4094);
        if (!id)
            entry.failAt(u"id"_s, u"plan.json.missing"_s, QCoreApplication::translate("plan", "a VLAN id"));
        vlan.id = static_cast<quint16>(id.value_or(1));
        vlan.name = entry.text(u"name"_s);
        vlan.mtu = narrowed<quint32>(entry.number(u"mtu"_s, 0, u32Max));
        vlan.ipv4 = readIp(entry, u"ipv4"_s);
        vlan.ipv6 = readIp(entry, u"ipv6"_s);
        vlans.append(vlan);
    });
    return vlans;
}

Mode readMode(ObjectReader &reader)
{
    const QString text = reader.requiredText(u"mode"_s);
    const auto mode = modeFromText(text);
    if (!mode) {
        QStringList names;
        for (const ModeInfo &info : allModes())
            names.append(info.kernelName);
        reader.failAt(u"mode"_s, u"plan.json.range"_s, oneOf(names));
    }
    return mode.value_or(Mode::ActiveBackup);
}

BondPlan readPlan(ObjectReader &reader)
{
    BondPlan plan;
    if (const auto version = reader.number(u"version"_s, 0, u32Max); version != 1)
        reader.failAt(u"version"_s, u"plan.json.version"_s,
                      QCoreApplication::translate("plan", "1, the version this program reads"));
    plan.name = reader.requiredText(u"name"_s);
    plan.mode = readMode(reader);
    plan.options = reader.textMap(u"options"_s, maxPlanListEntries);
    plan.slaves = readSlaves(reader);
    plan.mac = reader.text(u"mac"_s);
    plan.mtu = narrowed<quint32>(reader.number(u"mtu"_s, 0, u32Max));
    plan.ipv4 = readIp(reader, u"ipv4"_s);
    plan.ipv6 = readIp(reader, u"ipv6"_s);
    plan.vlans = readVlans(reader);
    plan.autoconnect = reader.flag(u"autoconnect"_s, true);
    plan.accept = reader.texts(u"accept"_s, maxPlanListEntries);
    plan.replaces = reader.text(u"replaces"_s);
    reader.finish();
    return plan;
}

} // namespace

Result<QJsonObject> planObjectFromJson(const QByteArray &json)
{
    if (json.size() > maxPlanBytes)
        return fail(u"plan.json.too-big"_s,
                    QCoreApplication::translate("plan", "The plan is larger than %1 KiB.").arg(maxPlanBytes / 1024));
    const QString hint = QCoreApplication::translate("plan", "docs/plan.schema.json describes the format.");
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull()) {
        const json::TextPosition position = json::positionOf(json, problem.offset);
        return fail(u"plan.json.syntax"_s,
                    //: @error %1 is the JSON reader's message
                    QCoreApplication::translate("plan", "The plan is not valid JSON: %1, in line %2, column %3.")
                        .arg(problem.errorString())
                        .arg(position.line)
                        .arg(position.column),
                    hint);
    }
    if (!document.isObject())
        return fail(u"plan.json.syntax"_s,
                    document.isArray()
                        ? QCoreApplication::translate("plan", "These are several plans in a list; give one of them.")
                        : QCoreApplication::translate("plan", "The plan is not a JSON object."),
                    hint);
    if (const auto repeated = json::repeatedMember(json))
        return fail(u"plan.json.repeated"_s,
                    QCoreApplication::translate("plan", "“%1” is given twice, the second time in line %2, column %3.")
                        .arg(repeated->name)
                        .arg(repeated->position.line)
                        .arg(repeated->position.column),
                    QCoreApplication::translate("plan", "Keep only one of them."));
    return document.object();
}

Result<ParsedPlan> planFromJson(const QByteArray &json)
{
    const auto object = planObjectFromJson(json);
    if (!object)
        return tl::unexpected(object.error());
    json::ReadLog log;
    ObjectReader reader(*object, {}, log);
    ParsedPlan parsed;
    parsed.plan = readPlan(reader);
    if (log.error)
        return tl::unexpected(*log.error);
    parsed.unknownMembers = log.unknownMembers;
    return parsed;
}

} // namespace bondwright
