// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/ping.h"
#include "ping/rtthistogram.h"

namespace bondwright::ping
{

/// Statistics and outages from replies in the order of sequence. Pure.
class PingLedger
{
public:
    struct Change {
        std::optional<PingOutage> started;
        std::optional<PingOutage> ended;
    };

    /// What the reply begins or ends: an outage begins with the first loss after an answer (or the first
    /// packet of all) and ends with the next answer.
    Change add(const PingReply &reply);
    PingStatistics statistics() const;

private:
    RttHistogram m_rtts;
    quint64 m_sent = 0;
    std::optional<PingOutage> m_outage; ///< the one going on; endMonotonicNs is 0
};

} // namespace bondwright::ping
