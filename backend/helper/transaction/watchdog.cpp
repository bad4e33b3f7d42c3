// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/watchdog.h"

#include "domain/errorcode.h"

namespace bondwright::helper
{

using namespace std::chrono_literals;

Watchdog::Watchdog(const Environment &environment, const Clock &clock, Transactor &transactor, QObject *parent)
    : QObject(parent)
    , m_store(environment)
    , m_clock(clock)
    , m_transactor(transactor)
{
    m_transactor.leaveWaitingToHelper(grace);
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::look);
    // One rollback is enough even if it failed: a record that cannot be removed must not start it again.
    connect(&m_transactor, &Transactor::ended, this, &Watchdog::finished);
}

void Watchdog::start()
{
    m_patience.start();
    m_timer.start();
}

void Watchdog::look()
{
    constexpr qint64 patienceMs = 10'000;
    if (m_transactor.isBusy())
        return;
    const auto record = m_store.load();
    m_sawRecord = m_sawRecord || (record && *record);
    const bool isForeign = !record && record.error().code == errorcode::recordVersion;
    if (isForeign || (m_sawRecord && record && !*record)) {
        Q_EMIT finished();
        return;
    }
    // Started before the record is written. If none comes, there may be prepared files to be swept.
    const bool isThere = record && *record;
    if (!isThere && m_patience.elapsed() < patienceMs)
        return;
    const bool awaits = isThere && (*record)->transaction.state == TransactionState::AwaitingConfirm;
    if (awaits && m_clock.bootMs() < (*record)->deadlineBootMs + grace.count())
        return;
    m_transactor.resume(); // tries again by itself as long as the helper holds the lock, and ends one that is stuck
}

} // namespace bondwright::helper
