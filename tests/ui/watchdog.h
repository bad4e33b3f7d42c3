// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <chrono>

namespace bondwright::ui
{

/// An application that measures every event it delivers. Time is the thread's CPU time, and time asleep
/// inside a handler (waiting for a bus, a disk, a lock): what other programs do to a busy test machine does
/// not count.
class Watchdog final : public QApplication
{
public:
    Watchdog(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    struct Report {
        std::chrono::nanoseconds longestWork{0};
        QString longestWorkWhere; ///< receiver's class and the event's type
        std::chrono::nanoseconds longestSleep{0};
        QString longestSleepWhere;
    };
    const Report &report() const { return m_report; }
    void reset() { m_report = {}; }

    /// 50 ms; four times that where a sanitizer slows every instruction down.
    static std::chrono::milliseconds limit();

private:
    int m_depth = 0;
    Report m_report;
};

} // namespace bondwright::ui
