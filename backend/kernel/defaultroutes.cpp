// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/defaultroutes.h"

#include <algorithm>

namespace bondwright::kernel
{

bool setDefaultRoutes(Snapshot &snapshot, std::vector<netlink::DefaultRoute> routes)
{
    std::ranges::stable_sort(routes, {},
                             [](const netlink::DefaultRoute &route) { return std::pair(route.isIp6, route.metric); });
    QHash<int, std::optional<IpAddress>> gateways;
    QHash<int, std::optional<IpAddress>> ipv6Gateways;
    for (const netlink::DefaultRoute &route : routes) {
        if (!gateways.contains(route.ifindex))
            gateways.insert(route.ifindex, route.gateway);
        if (route.isIp6 && !ipv6Gateways.contains(route.ifindex))
            ipv6Gateways.insert(route.ifindex, route.gateway);
    }
    bool isChanged = false;
    for (auto nic = snapshot.nics.cbegin(); nic != snapshot.nics.cend(); ++nic) {
        const bool carries = gateways.contains(nic.key());
        const auto gateway = gateways.value(nic.key());
        const auto ipv6Gateway = ipv6Gateways.value(nic.key());
        if (nic->carriesDefaultRoute == carries && nic->gateway == gateway && nic->ipv6Gateway == ipv6Gateway)
            continue;
        NicState changed = *nic;
        changed.carriesDefaultRoute = carries;
        changed.gateway = gateway;
        changed.ipv6Gateway = ipv6Gateway;
        nic = snapshot.nics.insert(nic.key(), changed);
        isChanged = true;
    }
    return isChanged;
}

} // namespace bondwright::kernel
