// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watchdog.h"

#include <QEvent>
#include <QMetaEnum>

#include <ctime>

namespace bondwright::ui
{

namespace
{

using std::chrono::nanoseconds;

nanoseconds clockNow(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

// /proc/self/schedstat has the time the thread waited for a processor although it could have run.
nanoseconds waitedForProcessor()
{
    static FILE *const file = std::fopen("/proc/thread-self/schedstat", "re");
    if (!file)
        return nanoseconds(0);
    std::rewind(file);
    std::fflush(file);
    unsigned long long ran = 0;
    unsigned long long waited = 0;
    return std::fscanf(file, "%llu %llu", &ran, &waited) == 2 ? nanoseconds(waited) : nanoseconds(0);
}

} // namespace

Watchdog::Watchdog(int &argc, char **argv)
    : QApplication(argc, argv)
{
}

std::chrono::milliseconds Watchdog::limit()
{
#ifdef BONDWRIGHT_SANITIZED
    // Instrumented code works three to four times as long for the same thing.
    return std::chrono::milliseconds(200);
#else
    return std::chrono::milliseconds(50);
#endif
}

bool Watchdog::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const QString where = QStringLiteral("%1 %2").arg(
        QString::fromLatin1(receiver->metaObject()->className()),
        QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())));
    const nanoseconds workBefore = clockNow(CLOCK_THREAD_CPUTIME_ID);
    const nanoseconds wallBefore = clockNow(CLOCK_MONOTONIC);
    const nanoseconds waitedBefore = waitedForProcessor();
    const bool isTaken = QApplication::notify(receiver, event);
    const nanoseconds work = clockNow(CLOCK_THREAD_CPUTIME_ID) - workBefore;
    const nanoseconds waited = waitedForProcessor() - waitedBefore;
    const nanoseconds slept = clockNow(CLOCK_MONOTONIC) - wallBefore - work - waited;
    if (work > m_report.longestWork) {
        m_report.longestWork = work;
        m_report.longestWorkWhere = where;
    }
    if (slept > m_report.longestSleep) {
        m_report.longestSleep = slept;
        m_report.longestSleepWhere = where;
    }
    --m_depth;
    return isTaken;
}

} // namespace bondwright::ui
