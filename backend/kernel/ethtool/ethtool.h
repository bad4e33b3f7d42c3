// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/netlink/socket.h"
#include "kernel/statetracker.h"

namespace bondwright::kernel::ethtool
{

/// Speed and duplex out of one ETHTOOL_MSG_LINKMODES_GET_REPLY; pure.
std::optional<std::pair<int, LinkSpeed>> parseLinkModes(const netlink::Message &message);

/// Asks drivers for what rtnetlink does not report. No privileges needed.
class Ethtool
{
public:
    /// Finds out whether the kernel speaks ethtool netlink (5.6); without it ioctls are used.
    void open();
    /// All interfaces that have a speed, in one request; nullopt if each must be asked by itself.
    std::optional<QHash<int, LinkSpeed>> allSpeeds();
    /// Unknown where the driver reports no speed.
    LinkSpeed speed(int ifindex, const QString &name);
    DeviceFacts facts(const NicState &nic);

private:
    struct Descriptor {
        Descriptor() = default;
        Q_DISABLE_COPY(Descriptor)
        ~Descriptor();
        int value = -1;
    };
    std::optional<quint16> resolveFamily();
    LinkSpeed speedByIoctl(const QString &name);
    MacAddress permanentMac(const QString &name);

    std::optional<netlink::Socket> m_netlink;
    quint16 m_family = 0;
    Descriptor m_ioctl;
};

} // namespace bondwright::kernel::ethtool
