// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

#include <ctime>

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
            m_listed = now();
        else
            connect(list, &QAbstractItemModel::rowsInserted, this, [this] { m_listed = m_listed ? m_listed : now(); });
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted == 0) {
            m_painted = now();
            // Everything that was put off until the window is there runs before this.
            QTimer::singleShot(0, this, [this] { QTimer::singleShot(0, this, [this] { m_settled = now(); }); });
            QTimer::singleShot(1500, this, [this] {
                QTextStream(stdout) << m_painted << ' ' << m_settled << ' ' << m_listed << ' '
                                    << memoryKiB("/proc/self/smaps_rollup", "Pss:") << ' '
                                    << memoryKiB("/proc/self/status", "VmRSS:") << '\n';
                QCoreApplication::quit();
            });
        }
        return false;
    }

    static qint64 now()
    {
        timespec time{};
        clock_gettime(CLOCK_MONOTONIC, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

private:
    static qint64 memoryKiB(const char *path, const char *key)
    {
        QFile file(QString::fromLatin1(path));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(key))
                return line.mid(qsizetype(qstrlen(key))).trimmed().split(' ').first().toLongLong();
        }
        return 0;
    }

    qint64 m_painted = 0;
    qint64 m_settled = 0;
    qint64 m_listed = 0;
};

} // namespace bondwright::ui
