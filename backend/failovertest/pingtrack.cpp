// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/pingtrack.h"

#include <algorithm>

namespace bondwright::failover
{

void PingTrack::beginStep()
{
    m_points.clear();
    m_lostLinkNs = m_returnNs = 0;
    m_calmFromNs = m_lossStartNs = m_lastAnswerNs = 0;
    m_sent = m_lost = 0;
    m_outageNs = m_outageBackNs = 0;
}

void PingTrack::count(const Point &point)
{
    ++m_sent;
    m_lost += point.rttUs < 0 ? 1 : 0;
    if (m_points.size() < maxPoints)
        m_points.append({(point.sentNs - m_lostLinkNs) / 1000, point.rttUs});
}

void PingTrack::linkLost(qint64 ns)
{
    m_lostLinkNs = ns;
    // The packets that were under way when the link went are part of the outage.
    for (const Point &point : m_recent) {
        if (point.sentNs >= ns - 1'000'000'000)
            count(point);
    }
}

void PingTrack::close(qint64 endNs)
{
    if (m_lossStartNs <= 0)
        return;
    qint64 &longest = m_returnNs > 0 && m_lossStartNs >= m_returnNs ? m_outageBackNs : m_outageNs;
    if (m_lostLinkNs > 0)
        longest = std::max(longest, endNs - m_lossStartNs);
    m_lossStartNs = 0;
}

void PingTrack::replied(const ping::PingReply &reply)
{
    const Point point{reply.sentMonotonicNs,
                      reply.rtt ? qint32(std::min<qint64>(reply.rtt->count() / 1000, 2'000'000'000)) : -1};
    m_recent.push_back(point);
    if (m_recent.size() > maxRecent)
        m_recent.pop_front();
    if (m_lostLinkNs > 0)
        count(point);
    if (reply.rtt) {
        close(point.sentNs);
        m_lastAnswerNs = point.sentNs;
        if (m_calmFromNs == 0)
            m_calmFromNs = point.sentNs;
    } else {
        m_calmFromNs = 0;
        if (m_lossStartNs == 0)
            m_lossStartNs = point.sentNs;
    }
}

bool PingTrack::isCalmSince(qint64 ns, std::chrono::nanoseconds length) const
{
    return m_calmFromNs > 0 && m_lastAnswerNs - std::max(ns, m_calmFromNs) >= length.count();
}

TargetResult PingTrack::result(qint64 nowNs) const
{
    PingTrack closed = *this;
    closed.close(nowNs);
    TargetResult result;
    result.target = m_target;
    result.sent = m_sent;
    result.lost = m_lost;
    result.outage = std::chrono::microseconds(closed.m_outageNs / 1000);
    result.outageBack = std::chrono::microseconds(closed.m_outageBackNs / 1000);
    result.points = m_points;
    return result;
}

} // namespace bondwright::failover
