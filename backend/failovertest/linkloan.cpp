// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/linkloan.h"

#include "domain/errorcode.h"

#include <QTimer>

namespace bondwright::failover
{

using namespace std::chrono_literals;

namespace
{

constexpr int tries = 20;
constexpr auto pauseBetweenTries = 500ms;

} // namespace

LinkLoan::LinkLoan(std::shared_ptr<Cables> cables, const QString &bond, const QString &slave)
    : QObject(cables->owner())
    , m_cables(std::move(cables))
    , m_bond(bond)
    , m_slave(slave)
    , m_triesLeft(tries)
{
}

void LinkLoan::take()
{
    m_isTaking = true;
    m_cables->setLink(m_bond, m_slave, false, this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT refused(done.error());
        m_isTaking = false;
        if (!done && !mayBeTaken(done.error()))
            return end(); // giving it back would only be refused as well, or ask for a password again
        if (m_isWanted)
            tryToGiveBack();
    });
}

bool LinkLoan::mayBeTaken(const Error &error)
{
    return error.code == errorcode::unreachable || error.code == errorcode::hostOffline;
}

void LinkLoan::giveBack()
{
    if (!std::exchange(m_isWanted, true) && !m_isTaking)
        tryToGiveBack();
}

/// A helper that dies takes the request along; asked again, the bus starts another one. Without that the link
/// would stay down until the helper's deadline.
void LinkLoan::tryToGiveBack()
{
    m_cables->setLink(m_bond, m_slave, true, this, [this](const Result<void> &done) {
        const bool isFirst = m_triesLeft-- == tries;
        if (done)
            return end();
        if (m_triesLeft == 0 || done.error().code == errorcode::notAuthorized) {
            Q_EMIT gaveUp(done.error());
            return end();
        }
        if (isFirst)
            Q_EMIT troubleOccurred(done.error().message);
        QTimer::singleShot(pauseBetweenTries, this, &LinkLoan::tryToGiveBack);
    });
}

void LinkLoan::end()
{
    deleteLater();
    Q_EMIT ended();
}

} // namespace bondwright::failover
