// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/flowsocket.h"

#include "helper/live/packetsocket.h"
#include "kernel/flowcensus.h"
#include "kernel/localkernelsource.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bondwright::helper
{

namespace
{

using SteadyClock = std::chrono::steady_clock;

/// Ethernet, two tags, IPv6 with extensions, ports.
constexpr unsigned headerBytes = 192;

/// Lets the headers of frames pass that this host sends; all else the kernel drops.
bool filterSent(int descriptor)
{
    std::array<sock_filter, 4> program{{BPF_STMT(BPF_LD | BPF_B | BPF_ABS, unsigned(SKF_AD_OFF + SKF_AD_PKTTYPE)),
                                        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PACKET_OUTGOING, 0, 1),
                                        BPF_STMT(BPF_RET | BPF_K, headerBytes), BPF_STMT(BPF_RET | BPF_K, 0)}};
    const sock_fprog filter{program.size(), program.data()};
    return ::setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter) == 0;
}

/// @return the socket, or -1 with errno
int openForFlows(int ifindex)
{
    return openPacketSocket(ifindex, ETH_P_ALL, [](int descriptor) {
        const int on = 1;
        return filterSent(descriptor) && ::setsockopt(descriptor, SOL_PACKET, PACKET_AUXDATA, &on, sizeof on) == 0;
    });
}

/// What the kernel tells beside a frame: its length before the filter cut it off, and its VLAN tag.
tpacket_auxdata besideOf(msghdr &message)
{
    tpacket_auxdata beside{};
    for (cmsghdr *one = CMSG_FIRSTHDR(&message); one; one = CMSG_NXTHDR(&message, one)) {
        if (one->cmsg_level == SOL_PACKET && one->cmsg_type == PACKET_AUXDATA
            && one->cmsg_len >= CMSG_LEN(sizeof beside))
            std::memcpy(&beside, CMSG_DATA(one), sizeof beside);
    }
    return beside;
}

/// @return false where the interface is gone
bool readAll(int descriptor, kernel::FlowCensus &census, SteadyClock::time_point end)
{
    std::array<std::byte, headerBytes> bytes{};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(tpacket_auxdata))> control{};
    while (SteadyClock::now() < end) {
        iovec part{bytes.data(), bytes.size()};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const ssize_t length = ::recvmsg(descriptor, &message, MSG_TRUNC | MSG_DONTWAIT);
        if (length < 0)
            return errno == EAGAIN || errno == EINTR || errno == ENOBUFS;
        const auto there = std::min(std::size_t(length), bytes.size());
        const tpacket_auxdata beside = besideOf(message);
        const bool isTagged = beside.tp_status & TP_STATUS_VLAN_VALID;
        const auto tag = isTagged ? std::optional(quint16(beside.tp_vlan_tci & 0x0fff)) : std::nullopt;
        if (const auto flow = kernel::flowOfFrame({bytes.data(), there}, tag))
            census.add(*flow, std::max<quint64>(beside.tp_len, quint64(length)));
    }
    return true;
}

int failed(int number)
{
    std::printf("!%d\n", number);
    return 1;
}

} // namespace

int countFlows(std::chrono::seconds duration, const QString &bond)
{
    const auto end = SteadyClock::now() + duration;
    kernel::LocalKernelSource source;
    source.start();
    const kernel::BondState *state = source.snapshot().bondByName(bond);
    if (!state)
        return failed(ENODEV);
    const auto carrying = kernel::hashCandidates(*state).size();
    const int descriptor = openForFlows(state->ifindex);
    if (descriptor < 0)
        return failed(errno);
    kernel::FlowCensus census(int(carrying > 0 ? carrying : state->slaves.size()));
    bool isThere = true;
    while (isThere && SteadyClock::now() < end) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - SteadyClock::now());
        pollfd wait{descriptor, POLLIN, 0};
        if (::poll(&wait, 1, int(left.count()) + 1) > 0)
            isThere = readAll(descriptor, census, end);
    }
    kernel::FlowCount count = census.count();
    tpacket_stats statistics{};
    socklen_t size = sizeof statistics;
    if (::getsockopt(descriptor, SOL_PACKET, PACKET_STATISTICS, &statistics, &size) == 0)
        count.missed = statistics.tp_drops;
    ::close(descriptor);
    std::fputs(kernel::toLines(count).constData(), stdout);
    return 0;
}

} // namespace bondwright::helper
