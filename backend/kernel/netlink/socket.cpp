// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/socket.h"

#include <QCoreApplication>

#include <libmnl/libmnl.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cerrno>

namespace bondwright::kernel::netlink
{

namespace
{

// The kernel fills at most 32 KiB for one read of a dump; one message of its own is never larger than that
// by much.
constexpr std::size_t bufferSize = 64 * 1024;
// The default holds 91 link messages, 11 failovers; 8 MiB about 3,500. Only memory that is really used.
constexpr int wantedReceiveBuffer = 8 * 1024 * 1024;

Error socketError(int number)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    return {QString(socketErrorCode),
            //: @error %1 system error text
            QCoreApplication::translate("Kernel", "The kernel's network interface (netlink) cannot be used: %1")
                .arg(detail),
            //: @info what to do
            QCoreApplication::translate("Kernel", "If the program runs in a sandbox, allow it AF_NETLINK sockets.")};
}

Error answerError(const Message &message)
{
    const int number = message.errorNumber();
    QString detail = message.errorText();
    if (detail.isEmpty())
        detail = QString::fromLocal8Bit(std::strerror(number));
    const QString hint = number == EPERM
        //: @info what to do
        ? QCoreApplication::translate("Kernel", "Changing the network needs administrator rights.")
        : QString();
    return {QStringLiteral("kernel.netlink.errno.%1").arg(number),
            //: @error %1 the kernel's own words
            QCoreApplication::translate("Kernel", "The kernel refused: %1").arg(detail), hint};
}

} // namespace

void Socket::Closer::operator()(mnl_socket *socket) const
{
    mnl_socket_close(socket);
}

Socket::Socket(mnl_socket *socket)
    : m_socket(socket)
    , m_buffer(bufferSize)
{
}

Result<Socket> Socket::open(int protocol, int flags)
{
    mnl_socket *socket = mnl_socket_open2(protocol, SOCK_CLOEXEC | flags);
    if (!socket)
        return tl::unexpected(socketError(errno));
    Socket opened(socket);
    if (mnl_socket_bind(socket, 0, MNL_SOCKET_AUTOPID) < 0)
        return tl::unexpected(socketError(errno));
    // The kernel's own words in errors; older kernels have none to give.
    int on = 1;
    mnl_socket_setsockopt(socket, NETLINK_EXT_ACK, &on, sizeof on);
    return opened;
}

Result<Socket> Socket::openForRequests(int protocol)
{
    auto socket = open(protocol, 0);
    if (socket) {
        const timeval patience{.tv_sec = 5, .tv_usec = 0};
        ::setsockopt(socket->descriptor(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    return socket;
}

Result<Socket> Socket::openForEvents(int protocol, std::initializer_list<unsigned> groups)
{
    auto socket = open(protocol, SOCK_NONBLOCK);
    if (!socket)
        return socket;
    const int descriptor = socket->descriptor();
    // Past net.core.rmem_max only CAP_NET_ADMIN may go; without it the kernel gives what is allowed.
    if (::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &wantedReceiveBuffer, sizeof wantedReceiveBuffer) < 0)
        ::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &wantedReceiveBuffer, sizeof wantedReceiveBuffer);
    for (unsigned group : groups) {
        if (mnl_socket_setsockopt(socket->m_socket.get(), NETLINK_ADD_MEMBERSHIP, &group, sizeof group) < 0)
            return tl::unexpected(socketError(errno));
    }
    return socket;
}

int Socket::descriptor() const
{
    return mnl_socket_get_fd(m_socket.get());
}

void Socket::useStrictChecks()
{
    int on = 1;
    mnl_socket_setsockopt(m_socket.get(), NETLINK_GET_STRICT_CHK, &on, sizeof on);
}

Socket::Reading Socket::receive()
{
    m_data = {};
    ssize_t got = 0;
    do {
        got = mnl_socket_recvfrom(m_socket.get(), m_buffer.data(), m_buffer.size());
    } while (got < 0 && errno == EINTR);
    if (got >= 0) {
        m_data = Bytes(m_buffer).first(std::size_t(got));
        return Reading::Datagram;
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return Reading::Nothing;
    // ENOSPC: a message did not fit into the buffer; to us it is lost all the same.
    return errno == ENOBUFS || errno == ENOSPC ? Reading::Overrun : Reading::Broken;
}

Result<Socket::DumpEnd> Socket::request(Request &request, const Handler &handler)
{
    const std::uint32_t sequence = ++m_sequence;
    request.setSequence(sequence);
    if (mnl_socket_sendto(m_socket.get(), request.bytes().data(), request.bytes().size()) < 0)
        return tl::unexpected(socketError(errno));
    const bool isDump = request.isDump();
    const unsigned port = mnl_socket_get_portid(m_socket.get());
    bool isInterrupted = false;
    while (true) {
        switch (receive()) {
        case Reading::Datagram:
            break;
        case Reading::Nothing:
            return tl::unexpected(socketError(ETIMEDOUT));
        case Reading::Overrun:
        case Reading::Broken:
            return tl::unexpected(socketError(errno));
        }
        Bytes rest = m_data;
        while (const auto message = takeMessage(rest)) {
            if (message->header.nlmsg_seq != sequence || message->header.nlmsg_pid != port)
                continue; // the late answer to a request that timed out
            isInterrupted = isInterrupted || message->isInterrupted();
            if (message->isError()) {
                if (message->errorNumber() != 0)
                    return tl::unexpected(answerError(*message));
                return DumpEnd::Complete;
            }
            if (message->isDone()) {
                // ENOENT is how the kernel says that a table is empty.
                const bool isCutOff = message->errorNumber() != 0 && message->errorNumber() != ENOENT;
                return isInterrupted || isCutOff ? DumpEnd::Interrupted : DumpEnd::Complete;
            }
            if (handler)
                handler(*message);
            if (!isDump && !(message->header.nlmsg_flags & NLM_F_MULTI) && !request.wantsAcknowledgement())
                return DumpEnd::Complete;
        }
    }
}

} // namespace bondwright::kernel::netlink
