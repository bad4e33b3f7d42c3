// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/netlink/message.h"
#include "kernel/netlink/request.h"

#include <functional>
#include <initializer_list>
#include <memory>

struct mnl_socket;

namespace bondwright::kernel::netlink
{

/// Of an error where the kernel did not answer; "kernel.netlink.errno.N" where it refused.
inline constexpr QLatin1String socketErrorCode("kernel.netlink.socket");

/// One netlink socket of this process's network namespace.
class Socket
{
public:
    enum class Reading : quint8 {
        Datagram, ///< data() holds it
        Nothing, ///< nothing to read now
        Overrun, ///< the kernel dropped messages for us (ENOBUFS): the state must be read again
        Broken, ///< errno tells
    };
    enum class DumpEnd : quint8 {
        Complete,
        Interrupted, ///< something changed meanwhile, or the kernel could not tell everything
    };
    using Handler = std::function<void(const Message &)>;

    /// For requests: receiving waits, at most a few seconds, for what the kernel answers at once.
    /// @param protocol NETLINK_ROUTE or NETLINK_GENERIC
    static Result<Socket> openForRequests(int protocol);
    /// For events: receiving never waits; the receive buffer is raised as far as we may.
    /// @param groups RTNLGRP_*
    static Result<Socket> openForEvents(int protocol, std::initializer_list<unsigned> groups);

    int descriptor() const;
    /// Lets the kernel filter dumps (4.20); older ones ignore it and send all.
    void useStrictChecks();
    Reading receive();
    Bytes data() const { return m_data; }

    /// Sends and reads the answer to its end. @p handler gets each message except errors and the end.
    Result<DumpEnd> request(Request &request, const Handler &handler = {});

private:
    struct Closer {
        void operator()(mnl_socket *socket) const;
    };
    explicit Socket(mnl_socket *socket);
    static Result<Socket> open(int protocol, int flags);

    std::unique_ptr<mnl_socket, Closer> m_socket;
    std::vector<std::byte> m_buffer;
    Bytes m_data;
    std::uint32_t m_sequence = 0;
};

} // namespace bondwright::kernel::netlink
