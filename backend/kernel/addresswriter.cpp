// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/addresswriter.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <linux/if_addr.h>
#include <linux/rtnetlink.h>

#include <array>
#include <cstring>

namespace bondwright::kernel
{

using netlink::Bytes;
using netlink::Request;

namespace
{

struct WireAddress {
    std::array<std::byte, 16> bytes{};
    std::size_t size = 0;

    explicit WireAddress(const IpAddress &address)
        : size(std::size_t(address.bits()) / 8)
    {
        const int family = address.family() == IpAddress::Family::V4 ? AF_INET : AF_INET6;
        ::inet_pton(family, address.toString().toLatin1().constData(), bytes.data());
    }
    Bytes view() const { return Bytes(bytes).first(size); }
};

quint8 familyOf(const IpAddress &address)
{
    return address.family() == IpAddress::Family::V4 ? AF_INET : AF_INET6;
}

WireAddress broadcastOf(const IpNetwork &network)
{
    WireAddress broadcast(network.address);
    for (int bit = network.prefix; bit < 32; ++bit)
        broadcast.bytes[std::size_t(bit) / 8] |= std::byte(0x80U >> (bit % 8));
    return broadcast;
}

Request addressRequest(quint16 type, quint16 flags, int ifindex, const IpNetwork &network)
{
    ifaddrmsg header{};
    header.ifa_family = familyOf(network.address);
    header.ifa_prefixlen = quint8(network.prefix);
    header.ifa_index = quint32(ifindex);
    const WireAddress address(network.address);
    Request request(type, flags);
    request.fixed(header).add(IFA_LOCAL, address.view()).add(IFA_ADDRESS, address.view());
    return request;
}

void addGateway(Request &request, const IpNetwork &destination, const IpAddress &gateway)
{
    const WireAddress address(gateway);
    if (gateway.family() == destination.address.family()) {
        request.add(RTA_GATEWAY, address.view());
        return;
    }
    QByteArray via(sizeof(rtvia), '\0'); // an IPv4 route over an IPv6 neighbour
    const __kernel_sa_family_t family = familyOf(gateway);
    std::memcpy(via.data(), &family, sizeof family);
    via.append(reinterpret_cast<const char *>(address.bytes.data()), qsizetype(address.size));
    request.addBytes(RTA_VIA, via);
}

/// RTA_MULTIPATH: one rtnexthop after the other, each with attributes of its own.
void addHops(Request &request, const Route &route)
{
    request.beginNest(RTA_MULTIPATH);
    for (const netlink::NextHop &hop : route.hops) {
        rtnexthop header{};
        header.rtnh_hops = quint8(hop.weight - 1);
        header.rtnh_flags = hop.isOnLink ? RTNH_F_ONLINK : 0;
        header.rtnh_ifindex = hop.ifindex;
        request.beginSized(header);
        if (hop.gateway)
            addGateway(request, route.destination, *hop.gateway);
        request.endNest();
    }
    request.endNest();
}

Request routeRequest(quint16 type, quint16 flags, const Route &route)
{
    rtmsg header{};
    header.rtm_family = familyOf(route.destination.address);
    header.rtm_dst_len = quint8(route.destination.prefix);
    header.rtm_table = RT_TABLE_MAIN;
    header.rtm_type = RTN_UNICAST;
    const bool isNew = type == RTM_NEWROUTE;
    const netlink::NextHop &first = route.hops.front();
    header.rtm_protocol = isNew && route.protocol == 0 ? RTPROT_STATIC : route.protocol;
    header.rtm_scope = !isNew ? RT_SCOPE_NOWHERE : first.gateway ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK;
    header.rtm_flags = route.hops.size() == 1 && first.isOnLink ? RTNH_F_ONLINK : 0;
    Request request(type, flags);
    request.fixed(header);
    if (route.destination.prefix > 0)
        request.add(RTA_DST, WireAddress(route.destination.address).view());
    if (route.source)
        request.add(RTA_PREFSRC, WireAddress(*route.source).view());
    if (route.hops.size() > 1) {
        addHops(request, route);
    } else {
        if (first.gateway)
            addGateway(request, route.destination, *first.gateway);
        if (first.ifindex > 0)
            request.addU32(RTA_OIF, quint32(first.ifindex));
    }
    if (route.metric > 0)
        request.addU32(RTA_PRIORITY, route.metric);
    return request;
}

} // namespace

AddressWriter::AddressWriter(netlink::Socket socket)
    : m_socket(std::move(socket))
{
}

Result<AddressWriter> AddressWriter::open()
{
    auto socket = netlink::Socket::openForRequests(NETLINK_ROUTE);
    if (!socket)
        return tl::unexpected(socket.error());
    return AddressWriter(std::move(*socket));
}

Result<void> AddressWriter::send(Request &request, const QString &what)
{
    const auto answered = m_socket.request(request);
    if (answered)
        return {};
    Error error = answered.error();
    //: @error %1 address or route, %2 sentence
    error.message = QCoreApplication::translate("Kernel", "%1: %2").arg(what, error.message);
    return tl::unexpected(error);
}

Result<void> AddressWriter::addAddress(int ifindex, const IpNetwork &address, PrefixRoute route)
{
    Request request = addressRequest(RTM_NEWADDR, NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE, ifindex, address);
    // A /31 and a /32 have none (RFC 3021).
    if (address.address.family() == IpAddress::Family::V4 && address.prefix < 31)
        request.add(IFA_BROADCAST, broadcastOf(address).view());
    if (route == PrefixRoute::ByOthers)
        request.addU32(IFA_FLAGS, IFA_F_PERMANENT | IFA_F_NOPREFIXROUTE);
    return send(request, address.toString());
}

Result<void> AddressWriter::removeAddress(int ifindex, const IpNetwork &address)
{
    Request request = addressRequest(RTM_DELADDR, NLM_F_ACK, ifindex, address);
    return send(request, address.toString());
}

Result<void> AddressWriter::addRoute(const Route &route)
{
    Request request = routeRequest(RTM_NEWROUTE, NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE, route);
    return send(request, route.destination.toString());
}

Result<void> AddressWriter::removeRoute(const Route &route)
{
    Request request = routeRequest(RTM_DELROUTE, NLM_F_ACK, route);
    return send(request, route.destination.toString());
}

} // namespace bondwright::kernel
