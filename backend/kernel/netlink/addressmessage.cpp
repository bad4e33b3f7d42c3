// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/addressmessage.h"

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>

namespace bondwright::kernel::netlink
{

namespace
{

constexpr std::size_t maximumNexthops = 32;

std::optional<IpAddress> gatewayOf(Attributes attributes)
{
    if (const auto gateway = attributes.find(RTA_GATEWAY))
        return gateway->ipAddress();
    // An IPv4 route over an IPv6 neighbour: struct rtvia, family and address.
    if (const auto via = attributes.find(RTA_VIA); via && via->payload.size() > sizeof(std::uint16_t))
        return Attribute{RTA_GATEWAY, via->payload.subspan(sizeof(std::uint16_t))}.ipAddress();
    return std::nullopt;
}

std::vector<NextHop> severalHops(Bytes rest)
{
    std::vector<NextHop> hops;
    while (const auto hop = readAs<rtnexthop>(rest)) {
        if (hop->rtnh_len < sizeof(rtnexthop) || hop->rtnh_len > rest.size() || hops.size() >= maximumNexthops)
            break;
        const Attributes own(rest.subspan(sizeof(rtnexthop), hop->rtnh_len - sizeof(rtnexthop)));
        hops.push_back({hop->rtnh_ifindex, gatewayOf(own), quint8(std::min(hop->rtnh_hops, quint8(254)) + 1),
                        (hop->rtnh_flags & RTNH_F_ONLINK) != 0});
        rest = rest.subspan(std::min<std::size_t>(RTNH_ALIGN(hop->rtnh_len), rest.size()));
    }
    return hops;
}

} // namespace

std::optional<AddressMessage> parseAddress(const Message &message)
{
    const auto header = readAs<ifaddrmsg>(message.payload);
    if (!header || header->ifa_index == 0 || header->ifa_index > quint32(std::numeric_limits<int>::max()))
        return std::nullopt;
    const Attributes attributes = attributesAfter<ifaddrmsg>(message.payload);
    // IFA_LOCAL is our own end of a point-to-point link, IFA_ADDRESS then the other; IPv6 has only the latter.
    const auto local = attributes.find(IFA_LOCAL);
    const auto address = local ? local : attributes.find(IFA_ADDRESS);
    const auto parsed = address ? address->ipAddress() : std::nullopt;
    if (!parsed || header->ifa_prefixlen > parsed->bits())
        return std::nullopt;
    // The eight bits of the header are the older half of the flags.
    const auto allFlags = attributes.find(IFA_FLAGS);
    const quint64 flags = allFlags ? allFlags->number().value_or(header->ifa_flags) : header->ifa_flags;
    return AddressMessage{message.header.nlmsg_type == RTM_DELADDR,
                          int(header->ifa_index),
                          {*parsed, int(header->ifa_prefixlen)},
                          (flags & IFA_F_PERMANENT) == 0};
}

std::vector<NextHop> parseNextHops(const Message &message)
{
    const auto header = readAs<rtmsg>(message.payload);
    if (!header)
        return {};
    const Attributes attributes = attributesAfter<rtmsg>(message.payload);
    std::vector<NextHop> hops;
    if (const auto interface = attributes.find(RTA_OIF))
        hops = {
            {interface->as<qint32>().value_or(0), gatewayOf(attributes), 1, (header->rtm_flags & RTNH_F_ONLINK) != 0}};
    else if (const auto several = attributes.find(RTA_MULTIPATH))
        hops = severalHops(several->payload);
    std::erase_if(hops, [](const NextHop &hop) { return hop.ifindex <= 0; });
    return hops;
}

std::vector<DefaultRoute> parseDefaultRoutes(const Message &message)
{
    const auto header = readAs<rtmsg>(message.payload);
    if (!header || header->rtm_dst_len != 0 || header->rtm_type != RTN_UNICAST || header->rtm_table != RT_TABLE_MAIN
        || (header->rtm_flags & RTM_F_CLONED) || (header->rtm_family != AF_INET && header->rtm_family != AF_INET6))
        return {};
    const Attributes attributes = attributesAfter<rtmsg>(message.payload);
    DefaultRoute route;
    route.isIp6 = header->rtm_family == AF_INET6;
    if (const auto metric = attributes.find(RTA_PRIORITY))
        route.metric = metric->as<quint32>().value_or(0);
    std::vector<DefaultRoute> routes;
    for (const NextHop &hop : parseNextHops(message)) {
        route.ifindex = hop.ifindex;
        route.gateway = hop.gateway;
        routes.push_back(route);
    }
    return routes;
}

} // namespace bondwright::kernel::netlink
