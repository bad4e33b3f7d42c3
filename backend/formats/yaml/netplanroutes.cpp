// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/yaml/netplanroutes.h"

#include "formats/yaml/foreignroutes.h"

#include <linux/rtnetlink.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::netplan
{

using yaml::Node;
using Family = IpAddress::Family;

namespace
{

IpConfig &of(IpPair *ip, Family family)
{
    return family == Family::V6 ? ip->ipv6 : ip->ipv4;
}

const IpConfig &of(const IpPair &ip, Family family)
{
    return family == Family::V6 ? ip.ipv6 : ip.ipv4;
}

QString gatewayKey(Family family)
{
    return family == Family::V6 ? u"gateway6"_s : u"gateway4"_s;
}

/// A route as a plan has them; none where no plan says it.
struct PlanRoute {
    IpNetwork to;
    std::optional<IpAddress> via;
    std::optional<quint32> metric;
};

bool isOfMain(const Node &route)
{
    return !route.contains(u"table") || route.at(u"table").number() == quint32(RT_TABLE_MAIN);
}

std::optional<PlanRoute> planRoute(const Node &route)
{
    const QString to = route.at(u"to").scalar;
    const QString via = route.at(u"via").scalar;
    const auto gateway = IpAddress::fromString(via);
    const bool isDefault = isDefaultRoute(to);
    const auto target = isDefault ? IpNetwork::any((via.isEmpty() ? to : via).contains(u':') ? Family::V6 : Family::V4)
                                  : IpNetwork::fromString(to);
    const bool isUsual = !route.contains(u"type") || route.at(u"type").scalar == u"unicast";
    if (!target || !isOfMain(route) || !isUsual || (!gateway && (isDefault || !via.isEmpty())))
        return std::nullopt;
    return PlanRoute{*target, gateway, route.at(u"metric").number()};
}

struct Gateway {
    IpAddress address;
    std::optional<quint32> metric;
    qsizetype item = -1; ///< of "routes"; -1: gateway4, gateway6
};

/// The one that the kernel takes.
std::optional<Gateway> gatewayOf(const Node &definition, Family family)
{
    QList<Gateway> all;
    const QList<Node> &items = definition.at(u"routes").items;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto route = planRoute(items.at(i));
        if (route && route->to.isAny() && route->to.address.family() == family)
            all.append({*route->via, route->metric, i});
    }
    if (const auto gateway = IpAddress::fromString(definition.at(gatewayKey(family)).scalar))
        all.append({*gateway, {}, -1});
    const auto first = std::min_element(all.cbegin(), all.cend(), [family](const Gateway &a, const Gateway &b) {
        return yaml::rankOf(family, a.metric) < yaml::rankOf(family, b.metric);
    });
    return first == all.cend() ? std::nullopt : std::optional(*first);
}

void append(Node *routes, const Node &route)
{
    routes->kind = Node::Kind::List;
    routes->items.append(route);
}

Node routeNode(const QString &to, const QString &via, std::optional<quint32> metric)
{
    Node route = Node::ofMap({});
    route.set(u"to"_s, Node::ofScalar(to));
    route.set(u"via"_s, via.isEmpty() ? Node() : Node::ofScalar(via));
    route.set(u"scope"_s, via.isEmpty() ? Node::ofScalar(u"link"_s) : Node());
    route.set(u"metric"_s, metric ? Node::ofNumber(*metric) : Node());
    return route;
}

Node routeNode(const IpRoute &route)
{
    return routeNode(route.destination.text(), route.gateway.text(), route.metric);
}

Node defaultNode(const IpConfig &ip, Family family)
{
    return routeNode(IpNetwork::any(family).toString(), ip.gateway.text(), ip.metric);
}

bool isOtherGateway(const IpConfig &before, const IpConfig &wanted)
{
    return before.gateway != wanted.gateway || (!wanted.gateway.isEmpty() && before.metric != wanted.metric);
}

/// Whether it is a default route, and another one is the gateway.
bool isOutranked(const Node &definition, const PlanRoute &route, qsizetype item)
{
    return route.to.isAny() && gatewayOf(definition, route.to.address.family())->item != item;
}

/// The default route that is the gateway, with all else that it says; Null: there is to be none.
Node changedGateway(const Node &route, const IpConfig &before, const IpConfig &wanted)
{
    if (!isOtherGateway(before, wanted))
        return route;
    return wanted.gateway.isEmpty() ? Node()
                                    : route.with({u"via"_s}, Node::ofScalar(wanted.gateway.text()))
                                          .with({u"metric"_s}, wanted.metric ? Node::ofNumber(*wanted.metric) : Node());
}

} // namespace

bool isDefaultRoute(const QString &destination)
{
    const auto network = IpNetwork::fromString(destination);
    return destination == u"default" || (network && network->isAny());
}

void readRoutes(const Node &definition, IpPair *ip)
{
    for (const Node &item : definition.at(u"routes").items) {
        const auto route = planRoute(item);
        if (route && !route->to.isAny())
            of(ip, route->to.address.family()).routes.append({route->to, route->via, route->metric});
    }
    for (const Family family : {Family::V4, Family::V6}) {
        if (const auto gateway = gatewayOf(definition, family)) {
            of(ip, family).gateway = gateway->address;
            of(ip, family).metric = gateway->metric;
        }
    }
}

void nameForeignRoutes(const Node &definition, const QString &program, const QString &place, QList<Finding> *findings)
{
    const auto name = [&](const QString &text, yaml::WhyForeign why) {
        findings->append(yaml::foreignRoute(program + u".foreign-route"_s, place, text, why));
    };
    const QList<Node> &items = definition.at(u"routes").items;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto route = planRoute(items.at(i));
        const QString text = yaml::routeText(items.at(i), u"to");
        if (!route)
            name(text, isOfMain(items.at(i)) ? yaml::WhyForeign::Attributes : yaml::WhyForeign::Table);
        else if (isOutranked(definition, *route, i))
            name(text, yaml::WhyForeign::Outranked);
    }
    for (const Family family : {Family::V4, Family::V6}) {
        const QString key = gatewayKey(family);
        const auto gateway = gatewayOf(definition, family);
        if (gateway && gateway->item >= 0 && definition.contains(key))
            name(key + u' ' + definition.at(key).scalar, yaml::WhyForeign::Outranked);
    }
    for (const Node &rule : definition.at(u"routing-policy").items)
        findings->append(yaml::foreignRouting(program + u".foreign-routing"_s, place,
                                              u"routing-policy "_s + yaml::routeText(rule, {})));
}

Node routesNode(const IpPair &ip)
{
    Node routes;
    for (const Family family : {Family::V4, Family::V6}) {
        if (!of(ip, family).gateway.isEmpty())
            append(&routes, defaultNode(of(ip, family), family));
        for (const IpRoute &route : of(ip, family).routes)
            append(&routes, routeNode(route));
    }
    return routes;
}

bool isOtherGateway(const QString &key, const IpPair &before, const IpPair &wanted)
{
    for (const Family family : {Family::V4, Family::V6}) {
        if (key == gatewayKey(family))
            return isOtherGateway(of(before, family), of(wanted, family));
    }
    return false;
}

Node changedRoutes(const Node &definition, const IpPair &before, const IpPair &wanted)
{
    Node routes;
    QList<IpRoute> missing = wanted.ipv4.routes + wanted.ipv6.routes;
    const QList<Node> &items = definition.at(u"routes").items;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto route = planRoute(items.at(i));
        const Family family = route ? route->to.address.family() : Family::V4;
        if (!route) {
            append(&routes, items.at(i));
        } else if (isOutranked(definition, *route, i)) {
            if (!of(wanted, family).gateway.isEmpty()) // else it would become the gateway
                append(&routes, items.at(i));
        } else if (!route->to.isAny()) {
            if (missing.removeOne({route->to, route->via, route->metric}))
                append(&routes, items.at(i));
        } else if (const Node gateway = changedGateway(items.at(i), of(before, family), of(wanted, family));
                   !gateway.isNull()) {
            append(&routes, gateway);
        }
    }
    for (const Family family : {Family::V4, Family::V6}) {
        const auto present = gatewayOf(definition, family);
        const bool isByKey = present && present->item < 0;
        const bool isNew = !present || (isByKey && isOtherGateway(of(before, family), of(wanted, family)));
        if (isNew && !of(wanted, family).gateway.isEmpty())
            append(&routes, defaultNode(of(wanted, family), family));
    }
    for (const IpRoute &route : std::as_const(missing))
        append(&routes, routeNode(route));
    return routes;
}

} // namespace bondwright::formats::netplan
