// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/lldpsockets.h"

#include "domain/interfacename.h"
#include "helper/live/packetsocket.h"
#include "kernel/localkernelsource.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <linux/if_packet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using neighbours::HeardFrame;

namespace
{

using SteadyClock = std::chrono::steady_clock;

constexpr quint16 lldpEtherType = 0x88cc;
constexpr std::size_t maxNics = 256;
constexpr int maxFrames = 4; ///< of one NIC: a hub or a bridge may pass on those of several devices
/// IEEE 802.1AB-2016 table 7-1: nearest bridge, nearest non-TPMR bridge, nearest customer bridge.
constexpr std::array<quint8, 3> lastBytes{0x0e, 0x03, 0x00};

/// Bound to the NIC: a frame of a standby slave is handed to such a socket, and to no other.
/// @return the socket, or -1 with errno
int openForLldp(int ifindex)
{
    const int descriptor = openPacketSocket(ifindex, lldpEtherType, [](int) { return true; });
    if (descriptor < 0)
        return -1;
    for (const quint8 last : lastBytes) {
        packet_mreq membership{};
        membership.mr_ifindex = ifindex;
        membership.mr_type = PACKET_MR_MULTICAST;
        membership.mr_alen = 6;
        const std::array<quint8, 6> group{0x01, 0x80, 0xc2, 0x00, 0x00, last};
        std::memcpy(membership.mr_address, group.data(), group.size());
        // A NIC that takes no more addresses may still let these pass.
        (void)::setsockopt(descriptor, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &membership, sizeof membership);
    }
    return descriptor;
}

/// All sockets, and what came over them.
class FrameSockets
{
public:
    /// @return 0, or what the system says
    int open(const kernel::NicState &nic)
    {
        const int descriptor = openForLldp(nic.ifindex);
        if (descriptor < 0)
            return errno;
        m_waits.push_back({descriptor, POLLIN, 0});
        m_names.append(nic.name);
        m_silent.insert(nic.name);
        return 0;
    }
    bool isEmpty() const { return m_waits.empty(); }
    void listenUntil(SteadyClock::time_point end)
    {
        while (!m_silent.isEmpty() && SteadyClock::now() < end) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - SteadyClock::now());
            if (::poll(m_waits.data(), m_waits.size(), int(left.count()) + 1) < 0 && errno != EINTR)
                return;
            for (std::size_t at = 0; at < m_waits.size(); ++at) {
                if (m_waits[at].revents != 0 && !read(m_waits[at].fd, m_names.at(qsizetype(at))))
                    m_waits[at].fd = -1; // the interface is gone; poll(2) passes it over
            }
        }
    }

private:
    bool read(int descriptor, const QString &nic)
    {
        std::array<char, HeardFrame::maxSize> bytes{};
        sockaddr_ll from{};
        socklen_t size = sizeof from;
        const ssize_t length
            = ::recvfrom(descriptor, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr *>(&from), &size);
        if (length < 0)
            return errno == EAGAIN || errno == EINTR || errno == ENOBUFS;
        // What a service of this host sends is no neighbour's.
        if (length == 0 || from.sll_pkttype == PACKET_OUTGOING)
            return true;
        const HeardFrame frame{nic, QByteArray(bytes.data(), qsizetype(length))};
        const auto ofNic = std::count_if(m_frames.cbegin(), m_frames.cend(),
                                         [&nic](const HeardFrame &one) { return one.nic == nic; });
        if (ofNic < maxFrames && !m_frames.contains(frame)) {
            m_frames.append(frame);
            std::printf("%s %s\n", qPrintable(nic), frame.bytes.toHex().constData());
        }
        m_silent.remove(nic);
        return true;
    }

    std::vector<pollfd> m_waits;
    QStringList m_names; ///< in the order of m_waits
    QSet<QString> m_silent;
    QList<HeardFrame> m_frames;
};

} // namespace

bool isListenedOn(const kernel::NicState &nic)
{
    return nic.adminUp && nic.carrier && !nic.kind.isStacked() && !nic.kind.isTunnel()
        && nic.kind != InterfaceKind::Loopback;
}

int listenForNeighbours(std::chrono::seconds duration)
{
    const auto end = SteadyClock::now() + duration;
    kernel::LocalKernelSource source;
    source.start();
    FrameSockets sockets;
    int trouble = 0;
    std::size_t opened = 0;
    for (const kernel::NicState &nic : source.snapshot().nics) {
        if (opened >= maxNics || !isListenedOn(nic))
            continue;
        const int number = sockets.open(nic);
        trouble = number != 0 ? number : trouble;
        opened += number == 0 ? 1 : 0;
    }
    if (sockets.isEmpty() && trouble != 0) {
        std::printf("!%d\n", trouble);
        return 1;
    }
    sockets.listenUntil(end);
    return 0;
}

Result<QList<HeardFrame>> framesFromLines(const QByteArray &lines)
{
    QList<HeardFrame> frames;
    const QList<QByteArray> all = lines.split('\n');
    for (const QByteArray &line : all) {
        if (line.startsWith('!'))
            return fail(u"helper.failed"_s,
                        //: @error %1 system error text
                        QCoreApplication::translate("bondwright::helper::Listenings", "LLDP cannot be listened for: %1")
                            .arg(QString::fromLocal8Bit(std::strerror(line.mid(1).toInt()))));
        const qsizetype blank = line.indexOf(' ');
        const HeardFrame frame{QString::fromUtf8(line.left(blank)), QByteArray::fromHex(line.mid(blank + 1))};
        if (blank > 0 && !kernelNameProblem(frame.nic) && !frame.bytes.isEmpty()
            && frame.bytes.size() <= HeardFrame::maxSize)
            frames.append(frame);
    }
    return frames;
}

} // namespace bondwright::helper
