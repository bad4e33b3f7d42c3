// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/state.h"

#include <algorithm>

#include <linux/rtnetlink.h>

namespace bondwright::helper::runtime
{

using namespace Qt::StringLiterals;

namespace
{

bool names(const IpConfig &config, const Route &route)
{
    if (!route.otherHops.isEmpty())
        return false; // no plan has such
    if (route.destination.isAny())
        return route.hop.gateway && config.gateway.value() == route.hop.gateway;
    return std::any_of(config.routes.cbegin(), config.routes.cend(), [&route](const IpRoute &own) {
        return own.destination.value() == route.destination && own.gateway.value() == route.hop.gateway;
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
        const IpNetworks planned = config->networks();
        for (const IpNetwork &address : present->addresses) {
            if (planned.contains(address) && !before->addresses.contains(address))
                link.addresses.append(address);
        }
        for (const Route &route : now.routes) {
            if (route.hop.device == name && names(*config, route) && !leadsTheSameWay(then.routes, route))
                found->routes.append(route);
        }
    }
    if (!link.addresses.isEmpty())
        found->links.insert(name, link);
}

/// A NIC that was a port has no addresses, unless it had some then: they would answer beside the bond's.
void addOfPorts(const State &then, const State &now, State *found)
{
    for (const Link &before : then.links) {
        const auto present = now.links.constFind(before.name);
        if (before.master.isEmpty() || present == now.links.cend())
            continue;
        Link link = *present;
        link.addresses.removeIf([&before](const IpNetwork &address) { return before.addresses.contains(address); });
        if (!link.addresses.isEmpty())
            found->links.insert(link.name, link);
        for (const Route &route : now.routes) {
            // The kernel takes its own away with the address.
            if (route.hop.device == before.name && route.protocol != RTPROT_KERNEL
                && !leadsTheSameWay(then.routes, route))
                found->routes.append(route);
        }
    }
}

/// Where two services restored the same route: the one with the former metric stays.
void addTwice(const State &then, const State &now, State *found)
{
    for (const Route &route : then.routes) {
        const auto same = [&route](const Route &other) { return isSameWay(route, other); };
        QList<Route> present;
        std::copy_if(now.routes.cbegin(), now.routes.cend(), std::back_inserter(present), same);
        qsizetype tooMany = present.size() - std::count_if(then.routes.cbegin(), then.routes.cend(), same);
        for (auto it = present.crbegin(); it != present.crend() && tooMany > 0; ++it) {
            const bool wasThere = std::any_of(then.routes.cbegin(), then.routes.cend(), [&](const Route &other) {
                return same(other) && other.metric == it->metric;
            });
            if (wasThere || found->routes.contains(*it))
                continue;
            found->routes.append(*it);
            --tooMany;
        }
    }
}

} // namespace

State surplus(const State &then, const State &now, const QList<BondPlan> &plans)
{
    State found;
    for (const BondPlan &plan : plans) {
        add(plan.name, {&plan.ipv4, &plan.ipv6}, then, now, &found);
        for (const VlanPlan &vlan : plan.vlans)
            add(vlan.interfaceName(plan.name), {&vlan.ipv4, &vlan.ipv6}, then, now, &found);
    }
    addOfPorts(then, now, &found);
    addTwice(then, now, &found);
    return found;
}

QStringList describe(const State &state)
{
    QStringList texts;
    for (const Link &link : state.links) {
        for (const IpNetwork &address : link.addresses)
            texts.append(u"%1 %2"_s.arg(link.name, address.toString()));
    }
    for (const Route &route : state.routes) {
        const QString metric = route.metric > 0 ? u" metric %1"_s.arg(route.metric) : QString();
        texts.append(route.toString() + metric);
    }
    return texts;
}

} // namespace bondwright::helper::runtime
