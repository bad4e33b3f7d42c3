// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framesniffer.h"

#include "posix/clock.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lab
{

FrameSniffer::FrameSniffer(const QString &device)
{
    m_realToMonotonic = -bondwright::wallOffset();
    m_fd = ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, htons(ETH_P_ALL));
    if (m_fd < 0)
        return;
    const int on = 1;
    const int room = 8 * 1024 * 1024;
    ::setsockopt(m_fd, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof(on));
    ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof(room));
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = htons(ETH_P_ALL);
    address.sll_ifindex = int(if_nametoindex(device.toLocal8Bit().constData()));
    if (address.sll_ifindex == 0 || ::bind(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0) {
        ::close(m_fd);
        m_fd = -1;
    }
}

FrameSniffer::~FrameSniffer()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

QList<Frame> FrameSniffer::take()
{
    QList<Frame> frames;
    for (;;) {
        char data[128];
        char control[128];
        sockaddr_ll from{};
        iovec part{data, sizeof(data)};
        msghdr message{};
        message.msg_name = &from;
        message.msg_namelen = sizeof(from);
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof(control);
        const ssize_t length = ::recvmsg(m_fd, &message, MSG_DONTWAIT);
        if (length <= 0)
            return frames;
        Frame frame;
        frame.isOutgoing = from.sll_pkttype == PACKET_OUTGOING;
        frame.bytes = QByteArray(data, qsizetype(length));
        for (cmsghdr *c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c)) {
            if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_TIMESTAMPNS) {
                timespec stamp{};
                std::copy_n(CMSG_DATA(c), sizeof(stamp), reinterpret_cast<unsigned char *>(&stamp));
                frame.monotonicNs = qint64(stamp.tv_sec) * 1'000'000'000 + stamp.tv_nsec + m_realToMonotonic;
            }
        }
        frames.append(frame);
    }
}

std::chrono::microseconds longestSilence(const QList<Frame> &frames, std::chrono::milliseconds undecided)
{
    // Answers belong to requests by the ICMP sequence number and the bytes that follow it (the first 16 of the
    // payload): a sequence number alone comes around again.
    QHash<QByteArray, bool> answered;
    const auto keyOf = [](const Frame &frame) { return frame.bytes.mid(14 + 20 + 6, 2 + 16); };
    const auto isIcmp = [](const Frame &frame, char type) {
        return frame.bytes.size() > 14 + 20 + 8 && frame.bytes.at(12) == 8 && frame.bytes.at(13) == 0
            && frame.bytes.at(23) == 1 && frame.bytes.at(34) == type;
    };
    qint64 end = 0;
    for (const Frame &frame : frames) {
        end = std::max(end, frame.monotonicNs);
        if (isIcmp(frame, 0))
            answered.insert(keyOf(frame), true);
    }
    qint64 longest = 0;
    qint64 silentSince = 0;
    for (const Frame &frame : frames) {
        if (!isIcmp(frame, 8) || frame.monotonicNs > end - std::chrono::nanoseconds(undecided).count())
            continue;
        const bool isAnswered = answered.contains(keyOf(frame));
        if (!isAnswered && silentSince == 0)
            silentSince = frame.monotonicNs;
        if (isAnswered && silentSince != 0) {
            longest = std::max(longest, frame.monotonicNs - silentSince);
            silentSince = 0;
        }
    }
    return std::chrono::microseconds(longest / 1000);
}

} // namespace lab
