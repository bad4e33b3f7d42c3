// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/pendingpings.h"

#include <algorithm>

namespace bondwright::ping
{

void PendingPings::sent(quint32 sequence, qint64 monotonicNs)
{
    m_packets.push_back({{sequence, monotonicNs, std::nullopt}, false});
}

PendingPings::Packet *PendingPings::find(quint32 sequence)
{
    const auto at = std::find_if(m_packets.begin(), m_packets.end(),
                                 [sequence](const Packet &packet) { return packet.reply.sequence == sequence; });
    return at == m_packets.end() ? nullptr : &*at;
}

void PendingPings::answered(quint32 sequence, std::chrono::nanoseconds rtt)
{
    if (Packet *packet = find(sequence); packet && !packet->reply.rtt && !packet->isFailed)
        packet->reply.rtt = std::max(rtt, std::chrono::nanoseconds(0));
}

void PendingPings::failed(quint32 sequence)
{
    if (Packet *packet = find(sequence); packet && !packet->reply.rtt)
        packet->isFailed = true;
}

QList<PingReply> PendingPings::takeDecided(qint64 nowNs)
{
    QList<PingReply> decided;
    while (!m_packets.empty()) {
        const Packet &oldest = m_packets.front();
        if (!oldest.reply.rtt && !oldest.isFailed && nowNs - oldest.reply.sentMonotonicNs < m_timeoutNs)
            break;
        decided.append(oldest.reply);
        m_packets.pop_front();
    }
    return decided;
}

qint64 PendingPings::nextDeadlineNs() const
{
    return m_packets.empty() ? 0 : m_packets.front().reply.sentMonotonicNs + m_timeoutNs;
}

} // namespace bondwright::ping
