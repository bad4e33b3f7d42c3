// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/replayedpinger.h"

#include <QPointer>

namespace bondwright::ping
{

ReplayedPinger::ReplayedPinger(const PingTarget &target, QObject *parent)
    : Pinger(parent)
    , m_target(target)
{
}

void ReplayedPinger::take(const PingReply &reply)
{
    const PingLedger::Change change = m_ledger.add(reply);
    const QPointer<ReplayedPinger> self(this);
    Q_EMIT replied(reply);
    if (self && change.started)
        Q_EMIT outageStarted(*change.started);
    if (self && change.ended)
        Q_EMIT outageEnded(*change.ended);
}

} // namespace bondwright::ping
