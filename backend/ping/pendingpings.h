// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/ping.h"

#include <QList>

#include <deque>

namespace bondwright::ping
{

/// Packets on their way. Decides each once, answered or lost, and hands them out in the order of sequence:
/// an answer waits until all packets sent before it are answered or have timed out.
class PendingPings
{
public:
    explicit PendingPings(std::chrono::nanoseconds timeout)
        : m_timeoutNs(timeout.count())
    {
    }

    /// @param sequence rising
    void sent(quint32 sequence, qint64 monotonicNs);
    /// Ignored if it is a duplicate, came too late, or was never sent.
    void answered(quint32 sequence, std::chrono::nanoseconds rtt);
    /// The packet will not be answered (sending failed): lost without waiting.
    void failed(quint32 sequence);
    /// Everything decided by now.
    QList<PingReply> takeDecided(qint64 nowNs);
    /// When the oldest packet times out; 0 if none is under way.
    qint64 nextDeadlineNs() const;
    bool isEmpty() const { return m_packets.empty(); }

private:
    struct Packet {
        PingReply reply;
        bool isFailed = false;
    };
    Packet *find(quint32 sequence);

    std::deque<Packet> m_packets;
    qint64 m_timeoutNs;
};

} // namespace bondwright::ping
