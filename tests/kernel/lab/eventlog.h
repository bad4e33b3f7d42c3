// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/kernelsource.h"

/// Writes down what a source reports, in words that a test can compare.
class EventLog : public QObject
{
    Q_OBJECT
public:
    explicit EventLog(bondwright::kernel::KernelSource *source, QObject *parent = nullptr);

    /// One event in words: "failover bond0 eth0>eth1 carrier-lost".
    static QString wordsOf(const bondwright::kernel::BondEvent &event);

    /// Waits for as many events as are expected (at most @p timeout), then a moment longer for any too many.
    /// @return all since the last call
    QStringList take(qsizetype expected, std::chrono::milliseconds timeout = std::chrono::seconds(5));
    const QList<bondwright::kernel::BondEvent> &all() const { return m_all; }
    void clear() { m_seen = m_all.size(); }

private:
    QList<bondwright::kernel::BondEvent> m_all;
    qsizetype m_seen = 0;
};
