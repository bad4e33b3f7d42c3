// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/pingledger.h"

namespace bondwright::ping
{

PingLedger::Change PingLedger::add(const PingReply &reply)
{
    Change change;
    ++m_sent;
    if (reply.rtt) {
        m_rtts.add(*reply.rtt);
        if (m_outage) {
            m_outage->endMonotonicNs = reply.sentMonotonicNs;
            change.ended = std::exchange(m_outage, std::nullopt);
        }
    } else if (m_outage) {
        ++m_outage->packets;
    } else {
        m_outage = PingOutage{reply.sentMonotonicNs, 0, 1};
        change.started = m_outage;
    }
    return change;
}

PingStatistics PingLedger::statistics() const
{
    return {m_sent,           m_rtts.count(),         m_rtts.minimum(),        m_rtts.mean(),
            m_rtts.maximum(), m_rtts.percentile(0.5), m_rtts.percentile(0.95), m_rtts.percentile(0.99)};
}

} // namespace bondwright::ping
