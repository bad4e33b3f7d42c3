// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "switchcapture.h"

#include <array>
#include <cstring>
#include <fcntl.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

namespace
{

int openThere()
{
    const int home = ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    const int there = ::open("/run/netns/switch", O_RDONLY | O_CLOEXEC);
    if (there < 0 || ::setns(there, CLONE_NEWNET) != 0)
        return -1;
    const int fd = ::socket(AF_PACKET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, htons(ETH_P_IP));
    if (::setns(home, CLONE_NEWNET) != 0)
        qFatal("cannot come back from the switch");
    ::close(home);
    ::close(there);
    const int on = 1, room = 4 << 20;
    ::setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on);
    ::setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room);
    return fd;
}

} // namespace

SwitchCapture::SwitchCapture()
    : m_fd(openThere())
{
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { drain(); });
}

SwitchCapture::~SwitchCapture()
{
    m_notifier.reset();
    ::close(m_fd);
}

void SwitchCapture::drain()
{
    for (;;) {
        std::array<unsigned char, 256> packet;
        alignas(cmsghdr) std::array<char, 128> control;
        iovec vector{packet.data(), packet.size()};
        msghdr message{};
        message.msg_iov = &vector;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const ssize_t size = ::recvmsg(m_fd, &message, 0);
        if (size < 0)
            return;
        // An IPv4 header of 20 bytes, then ICMP type 8: each is seen at its port and again on the bridge.
        if (size < 28 || packet[0] != 0x45 || packet[9] != IPPROTO_ICMP || packet[20] != 8)
            continue;
        const int sequence = packet[26] * 256 + packet[27];
        for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
            if (header->cmsg_type != SCM_TIMESTAMPNS || m_requests.contains(sequence))
                continue;
            timespec stamp{};
            std::memcpy(&stamp, CMSG_DATA(header), sizeof stamp);
            m_requests.insert(sequence, qint64(stamp.tv_sec) * 1'000'000'000 + stamp.tv_nsec);
        }
    }
}

const QMap<int, qint64> &SwitchCapture::requests()
{
    drain();
    return m_requests;
}

SwitchCapture::Gap SwitchCapture::longestGap()
{
    Gap longest;
    const QMap<int, qint64> &seen = requests();
    for (auto at = seen.cbegin(); at != seen.cend() && std::next(at) != seen.cend(); ++at) {
        const auto next = std::next(at);
        if (next.key() - at.key() - 1 > longest.packets)
            longest = {next.key() - at.key() - 1, at.value(), next.value()};
    }
    return longest;
}
