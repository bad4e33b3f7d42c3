// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/echo.h"
#include "ping/ping.h"
#include "posix/uniquefd.h"

namespace bondwright::ping
{

/// A non-blocking ICMP datagram socket with kernel receive stamps, for one target.
class IcmpSocket
{
public:
    struct Answer {
        EchoMark mark;
        qint64 receivedRealtimeNs = 0; ///< the kernel's stamp (CLOCK_REALTIME); 0: there was none
    };

    /// @return 0, or the errno of what failed; EACCES: net.ipv4.ping_group_range does not hold this user's group
    int open(const PingTarget &target);
    bool isOpen() const { return m_socket.isValid(); }
    int descriptor() const { return m_socket.get(); }
    /// @return 0 or errno
    int send(const EchoMark &mark);
    /// The next answer from the target; nullopt once nothing more is there. Skips what is not for us.
    std::optional<Answer> receive();

private:
    std::optional<Answer> read(bool &isDrained);

    UniqueFd m_socket;
    Family m_family = Family::IPv4;
    QByteArray m_address; ///< sockaddr of the target
};

} // namespace bondwright::ping
