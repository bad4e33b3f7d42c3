// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/icmpsocket.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <time.h>

namespace bondwright::ping
{

namespace
{

QByteArray socketAddress(const PingAddress &address)
{
    if (address.ip.family() == IpAddress::Family::V4) {
        sockaddr_in ipv4{};
        ipv4.sin_family = AF_INET;
        std::memcpy(&ipv4.sin_addr, address.ip.bytes().data(), sizeof ipv4.sin_addr);
        return QByteArray(reinterpret_cast<const char *>(&ipv4), sizeof ipv4);
    }
    sockaddr_in6 ipv6{};
    ipv6.sin6_family = AF_INET6;
    std::memcpy(&ipv6.sin6_addr, address.ip.bytes().data(), sizeof ipv6.sin6_addr);
    if (const QByteArray scope = address.zone.toUtf8(); !scope.isEmpty()) {
        bool isNumber = false;
        const uint number = scope.toUInt(&isNumber);
        ipv6.sin6_scope_id = isNumber ? number : if_nametoindex(scope.constData());
    }
    return QByteArray(reinterpret_cast<const char *>(&ipv6), sizeof ipv6);
}

/// Port and scope apart: an answer must come from the address that was asked.
bool isSameHost(const sockaddr_storage &from, const QByteArray &target)
{
    sockaddr_storage to{};
    std::memcpy(&to, target.constData(), std::size_t(target.size()));
    if (from.ss_family != to.ss_family)
        return false;
    if (from.ss_family == AF_INET)
        return reinterpret_cast<const sockaddr_in &>(from).sin_addr.s_addr
            == reinterpret_cast<const sockaddr_in &>(to).sin_addr.s_addr;
    return std::memcmp(&reinterpret_cast<const sockaddr_in6 &>(from).sin6_addr,
                       &reinterpret_cast<const sockaddr_in6 &>(to).sin6_addr, sizeof(in6_addr))
        == 0;
}

} // namespace

int IcmpSocket::open(const PingTarget &target)
{
    m_family = target.address.ip.family() == IpAddress::Family::V6 ? Family::IPv6 : Family::IPv4;
    m_address = socketAddress(target.address);
    UniqueFd fd(m_family == Family::IPv4
                    ? ::socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_ICMP)
                    : ::socket(AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_ICMPV6));
    if (!fd.isValid())
        return errno;
    const int on = 1;
    if (::setsockopt(fd.get(), SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on) != 0)
        return errno;
    // Unprivileged since Linux 5.7.
    const QByteArray device = target.boundTo.toUtf8();
    if (!device.isEmpty()
        && ::setsockopt(fd.get(), SOL_SOCKET, SO_BINDTODEVICE, device.constData(), socklen_t(device.size())) != 0)
        return errno;
    m_socket = std::move(fd);
    return 0;
}

int IcmpSocket::send(const EchoMark &mark)
{
    const QByteArray packet = echoRequest(m_family, mark);
    const ssize_t sent
        = ::sendto(m_socket.get(), packet.constData(), std::size_t(packet.size()), MSG_DONTWAIT | MSG_NOSIGNAL,
                   reinterpret_cast<const sockaddr *>(m_address.constData()), socklen_t(m_address.size()));
    return sent < 0 ? errno : 0;
}

std::optional<IcmpSocket::Answer> IcmpSocket::receive()
{
    // Bounded, so that a flood of foreign packets cannot hold the event loop.
    bool isDrained = false;
    for (int tries = 0; tries < 256 && !isDrained; ++tries) {
        if (const std::optional<Answer> answer = read(isDrained))
            return answer;
    }
    return std::nullopt;
}

std::optional<IcmpSocket::Answer> IcmpSocket::read(bool &isDrained)
{
    std::array<char, 512> data;
    alignas(cmsghdr) std::array<char, 256> control;
    sockaddr_storage from{};
    iovec vector{data.data(), data.size()};
    msghdr message{};
    message.msg_name = &from;
    message.msg_namelen = sizeof from;
    message.msg_iov = &vector;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t size = ::recvmsg(m_socket.get(), &message, MSG_DONTWAIT);
    if (size < 0) {
        // Any other error was that of one packet and is cleared by being read.
        isDrained = errno == EAGAIN || errno == EWOULDBLOCK;
        return std::nullopt;
    }
    if (!isSameHost(from, m_address))
        return std::nullopt;
    const auto mark = parseEchoReply(m_family, QByteArrayView(data.data(), size));
    if (!mark)
        return std::nullopt;
    Answer answer{*mark, 0};
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec stamp{};
        std::memcpy(&stamp, CMSG_DATA(header), sizeof stamp);
        answer.receivedRealtimeNs = qint64(stamp.tv_sec) * 1'000'000'000 + stamp.tv_nsec;
    }
    return answer;
}

} // namespace bondwright::ping
