// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/pendingpings.h"
#include "ping/pingledger.h"

#include <QTimer>

namespace bondwright::ping
{

/// What both ways of pinging share: packets under way, time-outs, statistics, outages.
class DecidingPinger : public Pinger
{
    Q_OBJECT
public:
    DecidingPinger(const PingTarget &target, QObject *parent);

    const PingTarget &target() const override { return m_target; }
    PingStatistics statistics() const override { return m_ledger.statistics(); }

protected:
    PendingPings &pending() { return m_pending; }
    /// Announces what is decided by now and wakes up again when the next packet times out. A slot may stop or delete
    /// this: nothing is announced after that, and the caller must not use this any more.
    void decide();
    /// Emits troubleOccurred() from the event loop, where a slot may do what it likes; not when stopped before.
    void say(const QString &trouble);
    /// Forgets packets under way, which are neither answered nor lost, and all that was not announced yet.
    void abandon();

private:
    PingTarget m_target;
    PendingPings m_pending;
    PingLedger m_ledger;
    QTimer m_expiry;
    quint32 m_run = 0; ///< counts abandon()
};

/// Within the documented bounds: interval 10 ms – 10 s, timeout 10 ms – 60 s.
PingTarget bounded(PingTarget target);

} // namespace bondwright::ping
