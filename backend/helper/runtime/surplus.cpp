// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sameaddress.h"
#include "helper/runtime/state.h"

#include <algorithm>

namespace bondwright::helper::runtime
{

using namespace Qt::StringLiterals;

namespace
{

bool contains(const QList<Route> &routes, const Route &route)
{
    return std::any_of(routes.cbegin(), routes.cend(), [&route](const Route &other) {
        return other.destination == route.destination && other.gateway == route.gateway && other.device == route.device;
    });
}

bool names(const IpConfig &config, const Route &route)
{
    if (route.destination.endsWith(u"/0"))
        return !config.gateway.isEmpty() && isSameAddress(config.gateway, route.gateway);
    return std::any_of(config.routes.cbegin(), config.routes.cend(), [&route](const IpRoute &own) {
        return isSameAddress(own.destination, route.destination)
            && (own.gateway == route.gateway || isSameAddress(own.gateway, route.gateway));
    });
}

void add(const QString &name, std::initializer_list<const IpConfig *> configs, const State &then, const State &now,
         State *found)
{
    const auto before = then.links.constFind(name);
    const auto present = now.links.constFind(name);
    if (before == then.links.cend() || present == now.links.cend())
        return; // goes as a whole, or is gone
    Link link = *present;
    link.addresses.clear();
    for (const IpConfig *config : configs) {
        for (const QString &address : present->addresses) {
            if (containsAddress(config->addresses, address) && !containsAddress(before->addresses, address))
                link.addresses.append(address);
        }
        for (const Route &route : now.routes) {
            if (route.device == name && names(*config, route) && !contains(then.routes, route))
                found->routes.append(route);
        }
    }
    if (!link.addresses.isEmpty())
        found->links.insert(name, link);
}

} // namespace

State surplus(const State &then, const State &now, const QList<BondPlan> &plans)
{
    State found;
    for (const BondPlan &plan : plans) {
        add(plan.name, {&plan.ipv4, &plan.ipv6}, then, now, &found);
        for (const VlanPlan &vlan : plan.vlans)
            add(vlanName(plan, vlan), {&vlan.ipv4, &vlan.ipv6}, then, now, &found);
    }
    return found;
}

QStringList describe(const State &state)
{
    QStringList texts;
    for (const Link &link : state.links) {
        for (const QString &address : link.addresses)
            texts.append(u"%1 %2"_s.arg(link.name, address));
    }
    for (const Route &route : state.routes)
        texts.append(u"%1 via %2 dev %3"_s.arg(route.destination, route.gateway, route.device));
    return texts;
}

} // namespace bondwright::helper::runtime
