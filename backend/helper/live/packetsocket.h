// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cerrno>

#include <arpa/inet.h>
#include <linux/if_packet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bondwright::helper
{

/// Opens a raw socket on one interface.
/// @param prepare what has to hold before the first frame comes: returns false with errno
/// @return the socket, or -1 with errno
template <typename Prepare>
int openPacketSocket(int ifindex, quint16 etherType, Prepare prepare)
{
    // No protocol before it is prepared and bound: else it would hear all interfaces meanwhile.
    const int descriptor = ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return -1;
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(etherType);
    address.sll_ifindex = ifindex;
    if (!prepare(descriptor) || ::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        const int number = errno;
        ::close(descriptor);
        errno = number;
        return -1;
    }
    return descriptor;
}

} // namespace bondwright::helper
