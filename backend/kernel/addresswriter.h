// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ipaddress.h"
#include "domain/result.h"
#include "kernel/netlink/addressmessage.h"
#include "kernel/netlink/socket.h"

#include <vector>

namespace bondwright::kernel
{

/// One unicast route of the main table.
struct Route {
    IpNetwork destination; ///< prefix 0: the default route of that family
    std::vector<netlink::NextHop> hops; ///< at least one; several: multipath
    quint32 metric = 0; ///< 0: the kernel's default (IPv6: 1024)
    quint8 protocol = 0; ///< RTPROT_*, its origin; 0: RTPROT_STATIC when adding, any when removing
    std::optional<IpAddress> source = {}; ///< preferred source
};

/// Who makes the route to an address's network.
enum class PrefixRoute : quint8 {
    ByKernel, ///< the kernel, with metric 0, again whenever the link comes up
    ByOthers, ///< the program that adds the address (IFA_F_NOPREFIXROUTE), as NetworkManager does
};

/// Adds and removes addresses and routes of the running kernel. Needs CAP_NET_ADMIN; errors as LinkWriter's.
class AddressWriter
{
public:
    static Result<AddressWriter> open();

    /// Adding what is there already is no error. IPv4 gets its broadcast address.
    Result<void> addAddress(int ifindex, const IpNetwork &address, PrefixRoute route = PrefixRoute::ByKernel);
    Result<void> removeAddress(int ifindex, const IpNetwork &address);
    /// Replaces one to the same destination with the same metric.
    Result<void> addRoute(const Route &route);
    Result<void> removeRoute(const Route &route);

private:
    explicit AddressWriter(netlink::Socket socket);
    Result<void> send(netlink::Request &request, const QString &what);

    netlink::Socket m_socket;
};

} // namespace bondwright::kernel
