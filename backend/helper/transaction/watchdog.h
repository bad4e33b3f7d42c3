// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/transaction/transactor.h"

#include <QElapsedTimer>
#include <QTimer>

namespace bondwright::helper
{

/// A second process that watches a transaction as soon as there is a record of it. It rolls the change back when the helper
/// lets its deadline pass, or at once when the helper died in the middle of it. While the helper lives and works it holds
/// the lock, so the two never work at the same time.
class Watchdog final : public QObject
{
    Q_OBJECT
public:
    Watchdog(const Environment &environment, const Clock &clock, Transactor &transactor, QObject *parent = nullptr);
    void start();

    static constexpr std::chrono::milliseconds grace{1000}; ///< the helper's own timer first

Q_SIGNALS:
    void finished(); ///< nothing is left to be watched

private:
    void look();

    RecordStore m_store;
    const Clock &m_clock;
    Transactor &m_transactor;
    QTimer m_timer;
    QElapsedTimer m_patience;
    bool m_sawRecord = false;
};

} // namespace bondwright::helper
