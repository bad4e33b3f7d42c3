// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/decidingpinger.h"

#include "ping/clock.h"

#include <QPointer>

#include <algorithm>

namespace bondwright::ping
{

using std::chrono::milliseconds;

PingTarget bounded(PingTarget target)
{
    target.interval = std::clamp(target.interval, milliseconds(10), milliseconds(10'000));
    target.timeout = std::clamp(target.timeout, milliseconds(10), milliseconds(60'000));
    return target;
}

DecidingPinger::DecidingPinger(const PingTarget &target, QObject *parent)
    : Pinger(parent)
    , m_target(bounded(target))
    , m_pending(m_target.timeout)
{
    m_expiry.setSingleShot(true);
    m_expiry.setTimerType(Qt::PreciseTimer);
    connect(&m_expiry, &QTimer::timeout, this, &DecidingPinger::decide);
}

void DecidingPinger::decide()
{
    const qint64 now = monotonicNs();
    // A slot may delete this.
    const QPointer<DecidingPinger> self(this);
    for (const PingReply &reply : m_pending.takeDecided(now)) {
        const PingLedger::Change change = m_ledger.add(reply);
        Q_EMIT replied(reply);
        if (self && change.started)
            Q_EMIT outageStarted(*change.started);
        if (self && change.ended)
            Q_EMIT outageEnded(*change.ended);
        if (!self)
            return;
    }
    // While all is answered in time this wakes up once a timeout, not once a packet.
    if (!m_pending.isEmpty() && !m_expiry.isActive()) {
        const qint64 wait = std::max<qint64>(0, m_pending.nextDeadlineNs() - now);
        m_expiry.start(milliseconds(wait / 1'000'000 + 1));
    }
}

void DecidingPinger::abandon()
{
    m_pending = PendingPings(m_target.timeout);
    m_expiry.stop();
}

} // namespace bondwright::ping
