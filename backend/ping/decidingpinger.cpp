// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/decidingpinger.h"

#include "posix/clock.h"

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
    const qint64 now = monotonicNow();
    const QPointer<DecidingPinger> self(this);
    const auto goesOn = [&self, run = m_run] { return self && self->m_run == run; };
    for (const PingReply &reply : m_pending.takeDecided(now)) {
        const PingLedger::Change change = m_ledger.add(reply);
        Q_EMIT replied(reply);
        if (goesOn() && change.started)
            Q_EMIT outageStarted(*change.started);
        if (goesOn() && change.ended)
            Q_EMIT outageEnded(*change.ended);
        if (!goesOn())
            return;
    }
    // While all is answered in time this wakes up once a timeout, not once a packet.
    if (!m_pending.isEmpty() && !m_expiry.isActive()) {
        const qint64 wait = std::max<qint64>(0, m_pending.nextDeadlineNs() - now);
        m_expiry.start(milliseconds(wait / 1'000'000 + 1));
    }
}

void DecidingPinger::say(const QString &trouble)
{
    const auto emitIt = [this, trouble, run = m_run] {
        if (run == m_run)
            Q_EMIT troubleOccurred(trouble);
    };
    QMetaObject::invokeMethod(this, emitIt, Qt::QueuedConnection);
}

void DecidingPinger::abandon()
{
    ++m_run;
    m_pending = PendingPings(m_target.timeout);
    m_expiry.stop();
}

} // namespace bondwright::ping
