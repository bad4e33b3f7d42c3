// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/pendingchange.h"

#include <algorithm>

namespace bondwright::ui
{

using helper::TransactionState;

PendingChange::PendingChange(helper::HelperClient *helper, QObject *parent)
    : QObject(parent)
    , m_helper(helper)
{
    connect(helper, &helper::HelperClient::transactionChanged, this, &PendingChange::take);
    connect(helper, &helper::HelperClient::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            refresh();
    });
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] { Q_EMIT secondsChanged(secondsLeft()); });
    // A helper that died is silent; a question starts it again, and it rolls its change back.
    m_ask.setInterval(3000);
    connect(&m_ask, &QTimer::timeout, this, &PendingChange::refresh);
}

void PendingChange::refresh()
{
    m_helper->transaction(this, [this](const Result<helper::Transaction> &answer) {
        if (answer)
            take(*answer);
    });
}

void PendingChange::expectOwn()
{
    m_former = m_transaction.id;
}

void PendingChange::setTicket(const helper::Ticket &ticket)
{
    m_former.reset();
    if (ticket.id.isEmpty())
        return;
    m_ticket = ticket;
    if (isOwn())
        Q_EMIT changed(); // whose it is was not known when it was told
}

bool PendingChange::isOwn() const
{
    if (m_former && m_transaction.id != *m_former)
        return true;
    return !m_ticket.id.isEmpty() && m_ticket.id == m_transaction.id;
}

bool PendingChange::isAwaitingConfirm() const
{
    return m_transaction.state == TransactionState::AwaitingConfirm;
}

bool PendingChange::isRunning() const
{
    return !helper::isOver(m_transaction.state);
}

int PendingChange::secondsLeft() const
{
    if (!isAwaitingConfirm())
        return 0;
    const auto passed = m_sinceReport.isValid() ? m_sinceReport.elapsed() / 1000 : 0;
    return std::max(0, int(m_transaction.secondsLeft) - int(passed));
}

void PendingChange::take(const helper::Transaction &transaction)
{
    const bool isNew = transaction.id != m_transaction.id || transaction.state != m_transaction.state;
    const bool isLonger = int(transaction.secondsLeft) > secondsLeft() + 2;
    m_transaction = transaction;
    m_sinceReport.start();
    if (isAwaitingConfirm() && (isNew || isLonger))
        m_secondsTotal = std::max(1, int(transaction.secondsLeft));
    if (isAwaitingConfirm())
        m_tick.start();
    else
        m_tick.stop();
    if (isRunning())
        m_ask.start();
    else
        m_ask.stop();
    Q_EMIT changed();
    if (isAwaitingConfirm())
        Q_EMIT secondsChanged(secondsLeft());
}

helper::Ticket PendingChange::ticket() const
{
    if (m_ticket.id == m_transaction.id)
        return m_ticket;
    return {m_transaction.id, {}};
}

void PendingChange::tellRefusal(const Result<helper::HelperClient::Nothing> &answer)
{
    if (!answer)
        Q_EMIT refused(answer.error());
}

void PendingChange::keep()
{
    m_helper->confirm(ticket(), this, [this](const auto &answer) { tellRefusal(answer); });
}

void PendingChange::revert()
{
    m_helper->rollback(ticket(), this, [this](const auto &answer) { tellRefusal(answer); });
}

void PendingChange::extend()
{
    m_helper->extend(ticket(), this, [this](const auto &answer) { tellRefusal(answer); });
}

} // namespace bondwright::ui
