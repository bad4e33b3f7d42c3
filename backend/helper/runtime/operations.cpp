// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/operations.h"

#include "domain/ipaddress.h"
#include "domain/options.h"
#include "kernel/netlink/bondattribute.h"

#include <QCoreApplication>
#include <QtEndian>

#include <arpa/inet.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>

namespace bondwright::helper::runtime
{

using namespace Qt::StringLiterals;
namespace nl = bondwright::kernel::netlink;

namespace
{

QByteArray addressBytes(const QString &text)
{
    QByteArray bytes(16, '\0');
    if (inet_pton(AF_INET, text.toLatin1().constData(), bytes.data()) == 1)
        return bytes.left(4);
    if (inet_pton(AF_INET6, text.toLatin1().constData(), bytes.data()) == 1)
        return bytes;
    return {};
}

QByteArray macBytes(const QString &text)
{
    return QByteArray::fromHex(QByteArray(text.toLatin1()).replace(':', ""));
}

int indexOf(const QString &name)
{
    return int(if_nametoindex(name.toUtf8().constData()));
}

ifinfomsg linkHeader(const QString &name)
{
    ifinfomsg header{};
    header.ifi_index = indexOf(name);
    return header;
}

/// An option's value as the number the kernel wants.
std::optional<quint32> numberOf(const OptionSpec &spec, const QString &value)
{
    for (const OptionName &name : spec.names) {
        if (name.name == value)
            return quint32(name.number);
    }
    bool isNumber = false;
    const quint32 number = value.toUInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void addTargets(nl::Request &request, quint16 attribute, const QString &list)
{
    request.beginNest(attribute);
    quint16 position = 0;
    for (const QString &address : list.split(u',', Qt::SkipEmptyParts))
        request.addBytes(position++, addressBytes(address.trimmed()));
    request.endNest();
}

void addOption(nl::Request &request, const nl::BondOptionWire &wire, const OptionSpec &spec, const QString &value)
{
    const quint32 number = numberOf(spec, value).value_or(0);
    switch (wire.wire) {
    case nl::Wire::U8:
        request.addU8(wire.attribute, quint8(number));
        break;
    case nl::Wire::U16:
        request.addU16(wire.attribute, quint16(number));
        break;
    case nl::Wire::U32:
    case nl::Wire::S32:
        request.addU32(wire.attribute, number);
        break;
    case nl::Wire::Ip4List:
    case nl::Wire::Ip6List:
        addTargets(request, wire.attribute, value);
        break;
    case nl::Wire::Mac:
        request.addBytes(wire.attribute, macBytes(value));
        break;
    case nl::Wire::IfIndex:
        request.addU32(wire.attribute, quint32(value.isEmpty() ? 0 : indexOf(value)));
        break;
    }
}

/// In the order the driver needs them (the table's), whatever the order they were given in.
void addOptions(nl::Request &request, const QMap<QString, QString> &options, bool withPrimary)
{
    for (const nl::BondOptionWire &wire : nl::bondOptionWires()) {
        const auto it = options.constFind(wire.name);
        const OptionSpec *spec = findOption(QString(wire.name));
        if (it == options.cend() || !spec || (wire.wire == nl::Wire::IfIndex && !withPrimary))
            continue;
        addOption(request, wire, *spec, canonicalValue(*spec, *it).value_or(*it));
    }
}

} // namespace

Operations::Operations(nl::Socket socket)
    : m_socket(std::move(socket))
{
}

Result<Operations> Operations::open()
{
    auto socket = nl::Socket::openForRequests(NETLINK_ROUTE);
    if (!socket)
        return tl::unexpected(socket.error());
    return Operations(std::move(*socket));
}

Result<void> Operations::send(nl::Request &request, const QString &what)
{
    const auto done = m_socket.request(request);
    if (!done)
        return fail(
            u"helper.failed"_s,
            QCoreApplication::translate("helper", "The kernel refused “%1”: %2").arg(what, done.error().message));
    return {};
}

Result<void> Operations::setUp(const QString &name, bool up)
{
    ifinfomsg header = linkHeader(name);
    header.ifi_flags = up ? IFF_UP : 0;
    header.ifi_change = IFF_UP;
    nl::Request request(RTM_NEWLINK, NLM_F_ACK);
    request.fixed(header);
    return send(request, name + (up ? u" up"_s : u" down"_s));
}

Result<void> Operations::setMaster(const QString &name, const QString &master)
{
    nl::Request request(RTM_NEWLINK, NLM_F_ACK);
    request.fixed(linkHeader(name)).addU32(IFLA_MASTER, quint32(master.isEmpty() ? 0 : indexOf(master)));
    return send(request, u"%1 → %2"_s.arg(name, master));
}

Result<void> Operations::setMtu(const QString &name, quint32 mtu)
{
    nl::Request request(RTM_NEWLINK, NLM_F_ACK);
    request.fixed(linkHeader(name)).addU32(IFLA_MTU, mtu);
    return send(request, u"%1 mtu %2"_s.arg(name).arg(mtu));
}

Result<void> Operations::setMac(const QString &name, const QString &mac)
{
    nl::Request request(RTM_NEWLINK, NLM_F_ACK);
    request.fixed(linkHeader(name)).addBytes(IFLA_ADDRESS, macBytes(mac));
    return send(request, u"%1 address %2"_s.arg(name, mac));
}

Result<void> Operations::removeLink(const QString &name)
{
    nl::Request request(RTM_DELLINK, NLM_F_ACK);
    request.fixed(linkHeader(name));
    return send(request, u"remove %1"_s.arg(name));
}

Result<void> Operations::addVlan(const QString &base, quint16 id, const QString &name)
{
    nl::Request request(RTM_NEWLINK, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL);
    request.fixed(ifinfomsg{}).addText(IFLA_IFNAME, name.toUtf8()).addU32(IFLA_LINK, quint32(indexOf(base)));
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, "vlan");
    request.beginNest(IFLA_INFO_DATA).addU16(IFLA_VLAN_ID, id).endNest().endNest();
    return send(request, u"add %1"_s.arg(name));
}

Result<void> Operations::addAddress(const QString &name, const QString &cidr)
{
    const auto network = IpNetwork::fromString(cidr);
    if (!network)
        return fail(u"helper.invalid"_s, cidr);
    const QByteArray bytes = addressBytes(network->address.toString());
    ifaddrmsg header{};
    header.ifa_family = bytes.size() == 4 ? AF_INET : AF_INET6;
    header.ifa_prefixlen = quint8(network->prefix);
    header.ifa_index = quint32(indexOf(name));
    nl::Request request(RTM_NEWADDR, NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE);
    request.fixed(header).addBytes(IFA_LOCAL, bytes).addBytes(IFA_ADDRESS, bytes);
    if (bytes.size() == 4 && network->prefix < 31) {
        const quint32 hosts = network->prefix == 0 ? ~0U : (1U << (32 - network->prefix)) - 1;
        QByteArray broadcast(4, '\0');
        qToBigEndian(qFromBigEndian<quint32>(bytes.constData()) | hosts, broadcast.data());
        request.addBytes(IFA_BROADCAST, broadcast);
    }
    return send(request, u"%1 %2"_s.arg(name, cidr));
}

Result<void> Operations::removeAddress(const QString &name, const QString &cidr)
{
    const auto network = IpNetwork::fromString(cidr);
    if (!network)
        return fail(u"helper.invalid"_s, cidr);
    const QByteArray bytes = addressBytes(network->address.toString());
    ifaddrmsg header{};
    header.ifa_family = bytes.size() == 4 ? AF_INET : AF_INET6;
    header.ifa_prefixlen = quint8(network->prefix);
    header.ifa_index = quint32(indexOf(name));
    nl::Request request(RTM_DELADDR, NLM_F_ACK);
    request.fixed(header).addBytes(IFA_LOCAL, bytes);
    return send(request, u"%1 remove %2"_s.arg(name, cidr));
}

Result<void> Operations::addRoute(const Route &route)
{
    return changeRoute(route, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE);
}

Result<void> Operations::removeRoute(const Route &route)
{
    return changeRoute(route, RTM_DELROUTE, 0);
}

Result<void> Operations::changeRoute(const Route &route, quint16 type, quint16 flags)
{
    const auto network = IpNetwork::fromString(route.destination);
    if (!network)
        return fail(u"helper.invalid"_s, route.destination);
    rtmsg header{};
    header.rtm_family = quint8(network->address.family() == IpAddress::Family::V4 ? AF_INET : AF_INET6);
    header.rtm_dst_len = quint8(network->prefix);
    header.rtm_table = RT_TABLE_MAIN;
    header.rtm_protocol = route.protocol ? route.protocol : quint8(RTPROT_STATIC);
    header.rtm_scope = route.gateway.isEmpty() && header.rtm_family == AF_INET ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE;
    header.rtm_type = RTN_UNICAST;
    nl::Request request(type, quint16(NLM_F_ACK | flags));
    request.fixed(header);
    if (network->prefix > 0)
        request.addBytes(RTA_DST, addressBytes(network->address.toString()));
    if (!route.gateway.isEmpty())
        request.addBytes(RTA_GATEWAY, addressBytes(route.gateway));
    if (!route.source.isEmpty())
        request.addBytes(RTA_PREFSRC, addressBytes(route.source));
    if (route.metric > 0)
        request.addU32(RTA_PRIORITY, route.metric);
    request.addU32(RTA_OIF, quint32(indexOf(route.device)));
    return send(request, u"%1 via %2 dev %3"_s.arg(route.destination, route.gateway, route.device));
}

Result<void> Operations::addBond(const BondPlan &plan)
{
    QMap<QString, QString> options = plan.options;
    options.insert(u"mode"_s, kernelName(plan.mode));
    nl::Request request(RTM_NEWLINK, NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL);
    request.fixed(ifinfomsg{}).addText(IFLA_IFNAME, plan.name.toUtf8());
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, "bond").beginNest(IFLA_INFO_DATA);
    addOptions(request, options, false);
    request.endNest().endNest();
    return send(request, u"add %1"_s.arg(plan.name));
}

Result<void> Operations::setBondOptions(const QString &bond, const QMap<QString, QString> &options)
{
    nl::Request request(RTM_NEWLINK, NLM_F_ACK);
    request.fixed(linkHeader(bond));
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, "bond").beginNest(IFLA_INFO_DATA);
    addOptions(request, options, true);
    request.endNest().endNest();
    return send(request, u"%1 %2"_s.arg(bond, options.keys().join(u' ')));
}

Result<void> Operations::setActiveSlave(const QString &bond, const QString &slave)
{
    nl::Request request(RTM_NEWLINK, NLM_F_ACK);
    request.fixed(linkHeader(bond));
    request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, "bond").beginNest(IFLA_INFO_DATA);
    request.addU32(nl::BondAttribute::ActiveSlave, quint32(indexOf(slave)));
    request.endNest().endNest();
    return send(request, u"%1 active_slave %2"_s.arg(bond, slave));
}

} // namespace bondwright::helper::runtime
