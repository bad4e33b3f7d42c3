// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/dump.h"

#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace bondwright::kernel::netlink
{

namespace
{

Result<Socket::DumpEnd> dumpAddresses(Socket &socket, std::vector<AddressMessage> &addresses)
{
    Request request(RTM_GETADDR, NLM_F_DUMP);
    request.fixed(ifaddrmsg{});
    return socket.request(request, [&addresses](const Message &message) {
        if (auto address = parseAddress(message))
            addresses.push_back(*address);
    });
}

Result<Socket::DumpEnd> dumpRoutes(Socket &socket, std::uint8_t family, std::vector<DefaultRoute> &routes)
{
    Request request(RTM_GETROUTE, NLM_F_DUMP);
    rtmsg header{};
    header.rtm_family = family;
    header.rtm_table = RT_TABLE_MAIN;
    request.fixed(header);
    const auto end = socket.request(request, [&routes](const Message &message) {
        const auto found = parseDefaultRoutes(message);
        routes.insert(routes.end(), found.begin(), found.end());
    });
    // What the kernel refuses, such as a family that it does not have, has no routes; of what it did not answer nobody knows.
    return end || end.error().code == socketErrorCode ? end : Socket::DumpEnd::Complete;
}

} // namespace

Result<Socket::DumpEnd> dumpLinks(Socket &socket, std::vector<LinkMessage> &links, int masterIndex)
{
    Request request(RTM_GETLINK, NLM_F_DUMP);
    request.fixed(ifinfomsg{});
    request.addU32(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
    if (masterIndex > 0)
        request.addU32(IFLA_MASTER, std::uint32_t(masterIndex));
    return socket.request(request, [&links](const Message &message) {
        if (auto link = parseLink(message))
            links.push_back(std::move(*link));
    });
}

Result<DumpedState> dumpState(Socket &socket, bool *isWhole)
{
    for (int attempt = 1;; ++attempt) {
        DumpedState state;
        const auto links = dumpLinks(socket, state.links);
        if (!links)
            return tl::unexpected(links.error());
        const auto addresses = dumpAddresses(socket, state.addresses);
        if (!addresses)
            return tl::unexpected(addresses.error());
        const auto routes = dumpDefaultRoutes(socket, state.routes);
        if (!routes)
            return tl::unexpected(routes.error());
        using enum Socket::DumpEnd;
        *isWhole = *links == Complete && *addresses == Complete && *routes == Complete;
        if (*isWhole || attempt == maximumTries)
            return state;
    }
}

Result<Socket::DumpEnd> dumpDefaultRoutes(Socket &socket, std::vector<DefaultRoute> &routes)
{
    const auto first = dumpRoutes(socket, AF_INET, routes);
    if (!first)
        return first;
    const auto second = dumpRoutes(socket, AF_INET6, routes);
    return second && *first == Socket::DumpEnd::Interrupted ? first : second;
}

Result<std::vector<LinkMessage>> dumpBond(Socket &socket, int masterIndex)
{
    std::vector<LinkMessage> links;
    Request request(RTM_GETLINK, 0);
    ifinfomsg header{};
    header.ifi_index = masterIndex;
    request.fixed(header).addU32(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS);
    const auto master = socket.request(request, [&links](const Message &message) {
        if (auto link = parseLink(message))
            links.push_back(std::move(*link));
    });
    if (!master)
        return tl::unexpected(master.error());
    const auto slaves = dumpLinks(socket, links, masterIndex);
    if (!slaves)
        return tl::unexpected(slaves.error());
    return links;
}

} // namespace bondwright::kernel::netlink
