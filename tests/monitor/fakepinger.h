// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/ping.h"
#include "posix/clock.h"

#include <QTimer>

#include <functional>

namespace bondwright
{

/// Answers as long as `isAnswered` says so; a loss is known at once.
class FakePinger : public ping::Pinger
{
    Q_OBJECT
public:
    FakePinger(const ping::PingTarget &target, std::function<bool()> isAnswered, QObject *parent)
        : Pinger(parent)
        , m_target(target)
        , m_isAnswered(std::move(isAnswered))
    {
        m_timer.setInterval(target.interval);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &FakePinger::send);
    }
    void start() override { m_timer.start(); }
    void stop() override { m_timer.stop(); }
    const ping::PingTarget &target() const override { return m_target; }
    Method method() const override { return Method::IcmpSocket; }
    ping::PingStatistics statistics() const override { return m_statistics; }
    void send()
    {
        using namespace std::chrono_literals;
        ping::PingReply reply;
        reply.sequence = quint32(++m_statistics.sent);
        reply.sentMonotonicNs = monotonicNow();
        if (m_isAnswered()) {
            ++m_statistics.received;
            reply.rtt = 250us;
            m_statistics.mean = m_statistics.p50 = m_statistics.p95 = m_statistics.p99 = m_statistics.maximum = 250us;
        }
        if (!reply.rtt && m_outage.startMonotonicNs == 0) {
            m_outage.startMonotonicNs = reply.sentMonotonicNs;
            Q_EMIT outageStarted(m_outage);
        } else if (reply.rtt && m_outage.startMonotonicNs != 0) {
            m_outage.endMonotonicNs = reply.sentMonotonicNs;
            Q_EMIT outageEnded(m_outage);
            m_outage = {};
        }
        m_outage.packets += reply.rtt ? 0 : 1;
        Q_EMIT replied(reply);
    }

private:
    ping::PingTarget m_target;
    std::function<bool()> m_isAnswered;
    ping::PingStatistics m_statistics;
    ping::PingOutage m_outage;
    QTimer m_timer;
};

} // namespace bondwright
