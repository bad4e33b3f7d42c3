// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/state.h"

#include "domain/ipaddress.h"
#include "kernel/netlink/dump.h"
#include "kernel/netlink/linkmessage.h"
#include "kernel/netlink/socket.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace bondwright::helper::runtime
{

using namespace Qt::StringLiterals;
namespace nl = bondwright::kernel::netlink;

namespace
{

using Names = QHash<int, QString>;

void readAddress(const nl::Message &message, const Names &names, State *state)
{
    const auto header = nl::readAs<ifaddrmsg>(message.payload);
    if (message.header.nlmsg_type != RTM_NEWADDR || !header || !names.contains(int(header->ifa_index)))
        return;
    const auto attributes = nl::attributesAfter<ifaddrmsg>(message.payload);
    const auto flags = attributes.find(IFA_FLAGS);
    const quint32 allFlags = flags ? flags->as<quint32>().value_or(0) : header->ifa_flags;
    // Addresses with a lifetime belong to a DHCP client or to router advertisements, which will bring
    // them back; link-local ones the kernel makes itself.
    // A port of a bond is to have none at all.
    Link &link = state->links[names.value(int(header->ifa_index))];
    if ((!(allFlags & IFA_F_PERMANENT) && link.master.isEmpty()) || header->ifa_scope == RT_SCOPE_LINK)
        return;
    const auto local = attributes.find(IFA_LOCAL);
    const auto address = local ? local : attributes.find(IFA_ADDRESS);
    if (const auto parsed = address ? address->ipAddress() : std::nullopt) {
        link.addresses.append({*parsed, int(header->ifa_prefixlen)});
        if (allFlags & IFA_F_NOPREFIXROUTE)
            link.unrouted.append(link.addresses.constLast());
    }
}

/// A route to the network of one of the link's own addresses. Others that the kernel makes by itself come from
/// routers' announcements.
bool isConnected(const Route &route, const Link &link)
{
    const IpNetwork &network = route.destination;
    return std::any_of(link.addresses.cbegin(), link.addresses.cend(), [&network](const IpNetwork &own) {
        return own.prefix == network.prefix && network.contains(own.address);
    });
}

QList<Hop> hopsOf(const nl::Message &message, const Names &names)
{
    QList<Hop> hops;
    for (const nl::NextHop &hop : nl::parseNextHops(message))
        hops.append({hop.gateway, names.value(hop.ifindex), hop.weight, hop.isOnLink});
    return hops;
}

/// @param names of all interfaces
void readRoute(const nl::Message &message, const Names &names, State *state)
{
    const auto header = nl::readAs<rtmsg>(message.payload);
    if (message.header.nlmsg_type != RTM_NEWROUTE || !header || header->rtm_table != RT_TABLE_MAIN
        || header->rtm_type != RTN_UNICAST || header->rtm_protocol == RTPROT_RA
        || (header->rtm_family != AF_INET && header->rtm_family != AF_INET6))
        return;
    QList<Hop> hops = hopsOf(message, names);
    const auto ours
        = std::find_if(hops.begin(), hops.end(), [state](const Hop &hop) { return state->links.contains(hop.device); });
    if (ours == hops.end())
        return;
    const auto attributes = nl::attributesAfter<rtmsg>(message.payload);
    Route route;
    route.hop = *ours;
    hops.erase(ours);
    route.otherHops = hops;
    route.protocol = header->rtm_protocol;
    using enum IpAddress::Family;
    route.destination = IpNetwork::any(header->rtm_family == AF_INET ? V4 : V6);
    if (const auto destination = attributes.find(RTA_DST)) {
        const auto address = destination->ipAddress();
        if (!address)
            return;
        route.destination = {*address, int(header->rtm_dst_len)};
    }
    if (const auto metric = attributes.find(RTA_PRIORITY))
        route.metric = metric->as<quint32>().value_or(0);
    if (const auto source = attributes.find(RTA_PREFSRC))
        route.source = source->ipAddress();
    if (route.protocol != RTPROT_KERNEL || isConnected(route, state->links.value(route.hop.device)))
        state->routes.append(route);
}

Result<nl::Socket::DumpEnd> dump(nl::Socket &socket, quint16 type, const nl::Socket::Handler &handler)
{
    nl::Request request(type, NLM_F_DUMP);
    request.fixed(rtgenmsg{AF_UNSPEC});
    return socket.request(request, handler);
}

/// @param wanted names
bool isOnBond(const nl::LinkMessage &vlan, const std::vector<nl::LinkMessage> &all, const QStringList &wanted)
{
    return vlan.nic.vlanId && std::any_of(all.cbegin(), all.cend(), [&](const nl::LinkMessage &other) {
               return other.nic.ifindex == vlan.nic.lowerIndex && other.bond && wanted.contains(other.nic.name);
           });
}

/// One reading. @param isWhole false if something changed meanwhile
Result<State> read(nl::Socket &socket, const QStringList &wanted, bool *isWhole)
{
    using DumpEnd = nl::Socket::DumpEnd;
    State state;
    Names names;
    Names allNames;
    std::vector<nl::LinkMessage> links;
    const auto gotLinks = nl::dumpLinks(socket, links);
    if (!gotLinks)
        return tl::unexpected(gotLinks.error());
    for (const nl::LinkMessage &link : links)
        allNames.insert(link.nic.ifindex, link.nic.name);
    for (const nl::LinkMessage &link : links) {
        const kernel::NicState &nic = link.nic;
        if (!wanted.contains(nic.name) && !isOnBond(link, links, wanted))
            continue;
        names.insert(nic.ifindex, nic.name);
        state.links.insert(nic.name,
                           {nic.name,
                            nic.kind,
                            nic.ifindex,
                            nic.mac,
                            nic.mtu,
                            nic.adminUp,
                            allNames.value(nic.masterIndex),
                            {},
                            {},
                            allNames.value(nic.lowerIndex),
                            nic.vlanId.value_or(0)});
    }
    const auto gotAddresses
        = dump(socket, RTM_GETADDR, [&](const nl::Message &message) { readAddress(message, names, &state); });
    if (!gotAddresses)
        return tl::unexpected(gotAddresses.error());
    const auto gotRoutes
        = dump(socket, RTM_GETROUTE, [&](const nl::Message &message) { readRoute(message, allNames, &state); });
    if (!gotRoutes)
        return tl::unexpected(gotRoutes.error());
    *isWhole = *gotLinks == DumpEnd::Complete && *gotAddresses == DumpEnd::Complete && *gotRoutes == DumpEnd::Complete;
    return state;
}

} // namespace

Result<State> capture(const QStringList &wanted)
{
    auto socket = nl::Socket::openForRequests(NETLINK_ROUTE);
    if (!socket)
        return tl::unexpected(socket.error());
    for (int attempt = 1;; ++attempt) {
        bool isWhole = false;
        auto state = read(*socket, wanted, &isWhole);
        if (!state || isWhole || attempt == nl::maximumTries)
            return state;
    }
}

QString Route::toString() const
{
    QString text = u"%1 via %2 dev %3"_s.arg(destination.toString(), textOf(hop.gateway), hop.device);
    for (const Hop &other : otherHops)
        text += u" and %1 dev %2"_s.arg(textOf(other.gateway), other.device);
    return text;
}

static QJsonArray hopsToJson(const QList<Hop> &hops)
{
    QJsonArray array;
    for (const Hop &hop : hops)
        array.append(QJsonObject{{u"gateway"_s, textOf(hop.gateway)},
                                 {u"device"_s, hop.device},
                                 {u"weight"_s, hop.weight},
                                 {u"on-link"_s, hop.isOnLink}});
    return array;
}

static QList<Hop> hopsFromJson(const QJsonArray &array)
{
    QList<Hop> hops;
    for (const QJsonValue &value : array)
        hops.append({IpAddress::fromString(value[u"gateway"_s].toString()), value[u"device"_s].toString(),
                     quint8(value[u"weight"_s].toInt(1)), value[u"on-link"_s].toBool()});
    return hops;
}

QJsonObject toJson(const State &state)
{
    QJsonArray links;
    for (const Link &link : state.links)
        links.append(QJsonObject{{u"name"_s, link.name},
                                 {u"kind"_s, link.kind.toString()},
                                 {u"index"_s, link.index},
                                 {u"mac"_s, link.mac.toString()},
                                 {u"mtu"_s, qint64(link.mtu)},
                                 {u"up"_s, link.up},
                                 {u"master"_s, link.master},
                                 {u"addresses"_s, QJsonArray::fromStringList(link.addresses.toStrings())},
                                 {u"unrouted"_s, QJsonArray::fromStringList(link.unrouted.toStrings())},
                                 {u"lower"_s, link.lower},
                                 {u"vlan-id"_s, link.vlanId}});
    QJsonArray routes;
    for (const Route &route : state.routes)
        routes.append(QJsonObject{{u"destination"_s, route.destination.toString()},
                                  {u"hops"_s, hopsToJson(QList{route.hop} + route.otherHops)},
                                  {u"metric"_s, qint64(route.metric)},
                                  {u"protocol"_s, route.protocol},
                                  {u"source"_s, textOf(route.source)}});
    return {{u"links"_s, links}, {u"routes"_s, routes}};
}

State stateFromJson(const QJsonObject &json)
{
    State state;
    for (const QJsonValue &value : json.value(u"links"_s).toArray()) {
        Link link;
        link.name = value[u"name"_s].toString();
        link.kind = InterfaceKind::fromString(value[u"kind"_s].toString());
        link.index = value[u"index"_s].toInt();
        link.mac = MacAddress::fromKernelText(value[u"mac"_s].toString());
        link.mtu = quint32(value[u"mtu"_s].toInteger());
        link.up = value[u"up"_s].toBool();
        link.master = value[u"master"_s].toString();
        for (const QJsonValue &address : value[u"addresses"_s].toArray())
            link.addresses += IpNetworks{address.toString()};
        for (const QJsonValue &address : value[u"unrouted"_s].toArray())
            link.unrouted += IpNetworks{address.toString()};
        link.lower = value[u"lower"_s].toString();
        link.vlanId = quint16(value[u"vlan-id"_s].toInt());
        state.links.insert(link.name, link);
    }
    for (const QJsonValue &value : json.value(u"routes"_s).toArray()) {
        const auto destination = IpNetwork::fromString(value[u"destination"_s].toString());
        QList<Hop> hops = hopsFromJson(value[u"hops"_s].toArray());
        if (!destination || hops.isEmpty())
            continue;
        Route route;
        route.destination = *destination;
        route.hop = hops.takeFirst();
        route.otherHops = hops;
        route.metric = quint32(value[u"metric"_s].toInteger());
        route.protocol = quint8(value[u"protocol"_s].toInt());
        route.source = IpAddress::fromString(value[u"source"_s].toString());
        state.routes.append(route);
    }
    return state;
}

bool leadsTheSameWay(const QList<Route> &routes, const Route &route)
{
    return std::any_of(routes.cbegin(), routes.cend(),
                       [&route](const Route &other) { return isSameWay(other, route); });
}

bool isSameWay(const Route &one, const Route &other)
{
    const auto hopsOf = [](const Route &route) { return QList{route.hop} + route.otherHops; };
    const QList<Hop> all = hopsOf(one);
    const QList<Hop> others = hopsOf(other);
    // In any order: the kernel keeps its own.
    return one.destination == other.destination && all.size() == others.size()
        && std::all_of(all.cbegin(), all.cend(), [&others](const Hop &hop) {
               return std::any_of(others.cbegin(), others.cend(), [&hop](const Hop &same) {
                   return same.gateway == hop.gateway && same.device == hop.device;
               });
           });
}

bool isOtherVlan(const Link &one, const Link &other)
{
    return one.vlanId != 0 && (one.vlanId != other.vlanId || one.lower != other.lower);
}

QStringList missing(const State &then, const State &now)
{
    QStringList found;
    for (const Link &link : then.links) {
        const auto current = now.links.constFind(link.name);
        if (current == now.links.cend()) {
            found.append(link.name);
            continue;
        }
        if (isOtherVlan(link, *current))
            found.append(u"%1 vlan %2 on %3"_s.arg(link.name).arg(link.vlanId).arg(link.lower));
        if (current->master != link.master)
            found.append(u"%1 → %2"_s.arg(link.name, link.master.isEmpty() ? u"–"_s : link.master));
        if (link.up && !current->up)
            found.append(u"%1 up"_s.arg(link.name));
        if (link.master.isEmpty() && current->mtu != link.mtu)
            found.append(u"%1 mtu %2"_s.arg(link.name).arg(link.mtu));
        // A bond's may be that of its active slave (fail_over_mac), and its VLANs follow it.
        const bool hasOwnMac = link.kind != InterfaceKind::Bond && link.kind != InterfaceKind::Vlan;
        if (link.master.isEmpty() && hasOwnMac && !link.mac.isEmpty() && current->mac != link.mac)
            found.append(u"%1 mac %2"_s.arg(link.name, link.mac.toString()));
        for (const IpNetwork &address : link.addresses) {
            if (!current->addresses.contains(address))
                found.append(u"%1 %2"_s.arg(link.name, address.toString()));
        }
    }
    for (const Route &route : then.routes) {
        if (!leadsTheSameWay(now.routes, route))
            found.append(route.toString());
    }
    return found;
}

} // namespace bondwright::helper::runtime
