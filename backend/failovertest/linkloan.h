// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failovertest/cables.h"

#include <memory>

namespace bondwright::failover
{

/// A slave's link that a test takes down. Lives until the link is given back, even if the test is deleted earlier, then
/// deletes itself.
class LinkLoan final : public QObject
{
    Q_OBJECT
public:
    LinkLoan(std::shared_ptr<Cables> cables, const QString &bond, const QString &slave);

    /// Whether a link may be down although that was the answer: only where none came.
    static bool mayBeTaken(const Error &error);

    const QString &slave() const { return m_slave; }
    void take();
    /// After the answer to take(): the helper may handle two requests in either order.
    void giveBack();

Q_SIGNALS:
    void refused(const bondwright::Error &error); ///< to take it
    void troubleOccurred(const QString &message); ///< the first attempt to give it back has failed
    void gaveUp(const bondwright::Error &error); ///< the helper's deadline has to restore it
    void ended(); ///< given back, never taken, or given up

private:
    void tryToGiveBack();
    void end();

    std::shared_ptr<Cables> m_cables;
    QString m_bond;
    QString m_slave;
    int m_triesLeft;
    bool m_isTaking = false;
    bool m_isWanted = false; ///< back
};

} // namespace bondwright::failover
