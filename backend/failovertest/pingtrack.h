// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failovertest/testresult.h"
#include "ping/ping.h"

#include <deque>

namespace bondwright::failover
{

/// What one target's pings say during a step. Replies come in the order they were sent in, answered or lost,
/// so whatever was sent before the last one is decided.
class PingTrack
{
public:
    static constexpr qsizetype maxPoints = 4'000;
    static constexpr std::size_t maxRecent = 400;

    explicit PingTrack(const QString &target)
        : m_target(target)
    {
    }
    /// Forgets a step; what came in the last moments stays for the next one's beginning.
    void beginStep();
    /// From now on replies count; instants are told from here.
    void linkLost(qint64 ns);
    /// Outages that begin from now on belong to the link's return.
    void linkReturned(qint64 ns) { m_returnNs = ns; }
    void replied(const ping::PingReply &reply);

    /// Answers without a loss between them have come for packets sent from `ns` to at least `length` later.
    bool isCalmSince(qint64 ns, std::chrono::nanoseconds length) const;
    const QString &target() const { return m_target; }
    /// @param nowNs ends a time without answers that still goes on
    TargetResult result(qint64 nowNs) const;

private:
    struct Point {
        qint64 sentNs;
        qint32 rttUs;
    };
    void close(qint64 endNs);
    void count(const Point &point);

    QString m_target;
    std::deque<Point> m_recent;
    QList<PingPoint> m_points;
    qint64 m_lostLinkNs = 0;
    qint64 m_returnNs = 0;
    qint64 m_lastAnswerNs = 0; ///< when the last answered packet was sent
    qint64 m_calmFromNs = 0; ///< the first answered packet since the last loss
    qint64 m_lossStartNs = 0; ///< 0: answering
    quint32 m_sent = 0;
    quint32 m_lost = 0;
    qint64 m_outageNs = 0;
    qint64 m_outageBackNs = 0;
};

} // namespace bondwright::failover
