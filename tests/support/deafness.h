// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>

#include <algorithm>
#include <chrono>
#include <utility>

namespace bondwright
{

/// For how long this thread has answered nothing, while its events are handled. Time in which it wanted to run and other
/// programs ran instead does not count: that is the machine's (Documentation/scheduler/sched-stats.rst).
class Deafness final : public QObject
{
public:
    Deafness()
    {
        forget();
        startTimer(std::chrono::milliseconds(5), Qt::PreciseTimer);
    }

    /// Milliseconds.
    qint64 worst() const { return m_worst; }

    void forget()
    {
        m_worst = 0;
        m_last.start();
        m_waited = waited();
    }

protected:
    void timerEvent(QTimerEvent *) override
    {
        const qint64 now = waited();
        const qint64 own = m_last.nsecsElapsed() - (now - std::exchange(m_waited, now));
        m_last.start();
        m_worst = std::max(m_worst, own / 1'000'000);
    }

private:
    /// Nanoseconds, of a kernel that counts them; else 0.
    static qint64 waited()
    {
        QFile statistics(QStringLiteral("/proc/thread-self/schedstat"));
        return statistics.open(QIODevice::ReadOnly) ? statistics.readAll().split(' ').value(1).toLongLong() : 0;
    }

    QElapsedTimer m_last;
    qint64 m_worst = 0;
    qint64 m_waited = 0; ///< in all
};

} // namespace bondwright
