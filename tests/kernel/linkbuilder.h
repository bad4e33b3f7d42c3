// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/netlink/bondattribute.h"
#include "kernel/netlink/message.h"
#include "kernel/netlink/request.h"

#include <QByteArray>
#include <QtEndian>

#include <linux/if_link.h>
#include <linux/rtnetlink.h>

/// Builds the messages that the kernel sends about interfaces.
class LinkBuilder
{
public:
    LinkBuilder(std::uint16_t type, int ifindex, const QByteArray &name, int family = 0)
        : m_request(type, 0)
    {
        ifinfomsg header{};
        header.ifi_family = std::uint8_t(family);
        header.ifi_type = 1;
        header.ifi_index = ifindex;
        header.ifi_flags = 1; // IFF_UP
        m_request.fixed(header);
        if (!name.isEmpty())
            m_request.addText(IFLA_IFNAME, name);
    }
    LinkBuilder &carrier(bool on)
    {
        m_request.addU8(IFLA_CARRIER, on ? 1 : 0);
        return *this;
    }
    LinkBuilder &slaveOf(int master, int mii, bool active = true)
    {
        using namespace bondwright::kernel::netlink;
        m_request.addU32(IFLA_MASTER, std::uint32_t(master));
        m_request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_SLAVE_KIND, "bond").beginNest(IFLA_INFO_SLAVE_DATA);
        m_request.addU8(SlaveAttribute::State, active ? 0 : 1).addU8(SlaveAttribute::MiiStatus, std::uint8_t(mii));
        m_request.addU32(SlaveAttribute::LinkFailureCount, 3).endNest().endNest();
        return *this;
    }
    LinkBuilder &vlanOn(int lower, std::uint16_t id, int protocol)
    {
        m_request.addU32(IFLA_LINK, std::uint32_t(lower));
        m_request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, "vlan").beginNest(IFLA_INFO_DATA);
        m_request.addU16(IFLA_VLAN_ID, id).addU16(IFLA_VLAN_PROTOCOL, qToBigEndian(std::uint16_t(protocol)));
        m_request.endNest().endNest();
        return *this;
    }
    /// A bond of mode 1; 0: none.
    LinkBuilder &bond(int activeSlave, int primary = 0, int mode = 1)
    {
        beginBond(mode);
        if (activeSlave > 0)
            m_request.addU32(2, std::uint32_t(activeSlave));
        if (primary > 0)
            m_request.addU32(11, std::uint32_t(primary));
        return endBond();
    }
    LinkBuilder &beginBond(int mode)
    {
        m_request.beginNest(IFLA_LINKINFO).addText(IFLA_INFO_KIND, "bond").beginNest(IFLA_INFO_DATA);
        m_request.addU8(1, std::uint8_t(mode)).addU32(3, 100);
        return *this;
    }
    LinkBuilder &endBond()
    {
        m_request.endNest().endNest();
        return *this;
    }
    bondwright::kernel::netlink::Request &request() { return m_request; }
    /// Borrows from this builder.
    bondwright::kernel::netlink::Message message() const
    {
        return bondwright::kernel::netlink::splitDatagram(m_request.bytes()).at(0);
    }

private:
    bondwright::kernel::netlink::Request m_request;
};
