// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posix/clock.h"
#include "tests/support/processcost.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QEvent>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

namespace bondwright::ui
{

/// Says on standard output when the window has been painted for the first time, when the event loop has come to rest
/// after that and when the list had its first row (monotonic ns), and the memory then (PSS and RSS, KiB); then ends the
/// program.
class StartReport final : public QObject
{
public:
    explicit StartReport(QWidget *window, const QAbstractItemModel *list)
        : QObject(window)
    {
        window->installEventFilter(this);
        if (list->rowCount() > 0)
            m_listed = monotonicNow();
        else
            connect(list, &QAbstractItemModel::rowsInserted, this,
                    [this] { m_listed = m_listed ? m_listed : monotonicNow(); });
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted == 0) {
            m_painted = monotonicNow();
            // Everything that was put off until the window is there runs before this.
            QTimer::singleShot(0, this,
                               [this] { QTimer::singleShot(0, this, [this] { m_settled = monotonicNow(); }); });
            QTimer::singleShot(1500, this, [this] {
                QTextStream(stdout) << m_painted << ' ' << m_settled << ' ' << m_listed << ' ' << memoryKiB("Pss")
                                    << ' ' << memoryKiB("Rss") << '\n';
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    qint64 m_painted = 0;
    qint64 m_settled = 0;
    qint64 m_listed = 0;
};

} // namespace bondwright::ui
