// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ipaddress.h"
#include "kernel/netlink/message.h"

namespace bondwright::kernel::netlink
{

/// What one RTM_NEWADDR or RTM_DELADDR says.
struct AddressMessage {
    bool removed = false;
    int ifindex = 0;
    IpNetwork network;
    bool isLeased = false; ///< it has a lifetime: from DHCP or a router's announcement
};
std::optional<AddressMessage> parseAddress(const Message &message);

/// Where a route leads.
struct NextHop {
    int ifindex = 0;
    std::optional<IpAddress> gateway = {}; ///< none: the link itself; of the other family too (RFC 5549)
    quint8 weight = 1; ///< of a multipath route: its share
    bool isOnLink = false; ///< the gateway is outside of the link's networks (RTNH_F_ONLINK)

    friend bool operator==(const NextHop &, const NextHop &) = default;
};
/// The next hops of an RTM_NEWROUTE or RTM_DELROUTE, at most 32: one, or those of a multipath route.
std::vector<NextHop> parseNextHops(const Message &message);

/// One way out of the host: a default route of the main table.
struct DefaultRoute {
    int ifindex = 0;
    bool isIp6 = false;
    quint32 metric = 0; ///< the lower, the better
    std::optional<IpAddress> gateway; ///< none: the link itself

    friend bool operator==(const DefaultRoute &, const DefaultRoute &) = default;
};
/// Default routes in an RTM_NEWROUTE or RTM_DELROUTE: none for any other route, several for a multipath
/// route (at most 32).
std::vector<DefaultRoute> parseDefaultRoutes(const Message &message);

} // namespace bondwright::kernel::netlink
