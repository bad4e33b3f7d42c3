// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/linkmessage.h"

#include <QtEndian>

// Before net/if.h comes in through another header: both define IFF_*.
#include <linux/if_arp.h>
#include <linux/if_ether.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace bondwright::kernel::netlink
{

namespace
{

// Newer than some headers we build with.
constexpr std::uint16_t parentDeviceName = 56; // IFLA_PARENT_DEV_NAME, kernel 5.14
constexpr std::uint32_t interfaceUp = 1; // IFF_UP

struct LinkInfo {
    InterfaceKind kind; ///< Unknown for hardware
    InterfaceKind masterKind;
    Attributes data{Bytes()};
    Attributes slaveData{Bytes()};
};

LinkInfo parseLinkInfo(Attributes nest)
{
    LinkInfo info;
    for (const Attribute &attribute : nest) {
        switch (attribute.type) {
        case IFLA_INFO_KIND:
            info.kind = InterfaceKind::fromString(attribute.text());
            break;
        case IFLA_INFO_SLAVE_KIND:
            info.masterKind = InterfaceKind::fromString(attribute.text());
            break;
        case IFLA_INFO_DATA:
            info.data = Attributes(attribute.payload);
            break;
        case IFLA_INFO_SLAVE_DATA:
            info.slaveData = Attributes(attribute.payload);
            break;
        default:
            break;
        }
    }
    return info;
}

InterfaceKind hardwareKind(quint32 hardwareType)
{
    if (hardwareType == ARPHRD_LOOPBACK)
        return InterfaceKind::Loopback;
    return hardwareType == ARPHRD_INFINIBAND ? InterfaceKind::InfiniBand : InterfaceKind::Physical;
}

void readAttribute(const Attribute &attribute, NicState &nic)
{
    switch (attribute.type) {
    case IFLA_IFNAME:
        nic.name = attribute.text();
        break;
    case IFLA_ADDRESS:
        nic.mac = attribute.hardwareAddress();
        break;
    case IFLA_PERM_ADDRESS:
        nic.permanentMac = attribute.hardwareAddress();
        break;
    case IFLA_MTU:
        nic.mtu = attribute.as<quint32>().value_or(0);
        break;
    case IFLA_MAX_MTU:
        nic.maxMtu = attribute.as<quint32>().value_or(0);
        break;
    case IFLA_MASTER:
        nic.masterIndex = attribute.as<qint32>().value_or(0);
        break;
    case IFLA_CARRIER:
        nic.carrier = attribute.number() == 1U;
        break;
    case IFLA_CARRIER_UP_COUNT:
        nic.carrierUpCount = attribute.as<quint32>().value_or(0);
        break;
    case IFLA_CARRIER_DOWN_COUNT:
        nic.carrierDownCount = attribute.as<quint32>().value_or(0);
        break;
    case parentDeviceName:
        nic.busAddress = attribute.text();
        break;
    default:
        break;
    }
}

/// Nothing of another protocol: 802.1ad has ids of its own.
std::optional<quint16> vlanIdOf(Attributes data)
{
    const auto protocol = data.find(IFLA_VLAN_PROTOCOL);
    const auto id = data.find(IFLA_VLAN_ID);
    const bool isDot1q = !protocol || protocol->as<quint16>() == qToBigEndian(quint16(ETH_P_8021Q));
    return id && isDot1q ? id->as<quint16>() : std::nullopt;
}

} // namespace

std::optional<LinkMessage> parseLink(const Message &message)
{
    const auto header = readAs<ifinfomsg>(message.payload);
    if (!header || header->ifi_family != AF_UNSPEC || header->ifi_index <= 0)
        return std::nullopt;
    LinkMessage link;
    link.removed = message.header.nlmsg_type == RTM_DELLINK;
    link.nic.ifindex = header->ifi_index;
    link.nic.hardwareType = header->ifi_type;
    link.nic.adminUp = (header->ifi_flags & interfaceUp) != 0;
    LinkInfo info;
    int lowerIndex = 0;
    for (const Attribute &attribute : attributesAfter<ifinfomsg>(message.payload)) {
        if (attribute.type == IFLA_LINKINFO)
            info = parseLinkInfo(Attributes(attribute.payload));
        else if (attribute.type == IFLA_LINK)
            lowerIndex = attribute.as<qint32>().value_or(0);
        else
            readAttribute(attribute, link.nic);
    }
    if (link.nic.name.isEmpty())
        return std::nullopt;
    link.nic.kind = info.kind == InterfaceKind::Unknown ? hardwareKind(link.nic.hardwareType) : info.kind;
    // A deleted bond's last message no longer has all its data; that it is gone is all we need.
    if (info.kind == InterfaceKind::Bond && !link.removed) {
        link.bond = parseBond(info.data, &link.primaryIndex);
        link.bond->ifindex = link.nic.ifindex;
        link.bond->name = link.nic.name;
        link.bond->miiUp = link.nic.carrier && link.nic.adminUp;
    }
    if (info.kind == InterfaceKind::Vlan)
        link.nic.vlanId = vlanIdOf(info.data);
    if (link.nic.vlanId)
        link.nic.lowerIndex = lowerIndex;
    if (info.masterKind == InterfaceKind::Bond && link.nic.masterIndex > 0) {
        link.slave = parseSlave(info.slaveData);
        link.slave->ifindex = link.nic.ifindex;
        link.slave->name = link.nic.name;
    }
    return link;
}

} // namespace bondwright::kernel::netlink
