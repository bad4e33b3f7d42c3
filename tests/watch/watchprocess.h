// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>

#include <unistd.h>

namespace lab
{

inline constexpr uid_t nobody = 65534;

/// bondwright-watch, as its unit starts it, but for the sandbox and the folder.
class Watch
{
public:
    Watch(const QString &program, const QString &folder)
        : m_folder(folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.setChildProcessModifier([] {
            if (::setgid(nobody) != 0 || ::setuid(nobody) != 0)
                ::_exit(127);
        });
        m_process.start(program, {QStringLiteral("--state"), folder});
    }
    ~Watch() { stop(); }
    bool stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return true;
        m_process.terminate();
        return m_process.waitForFinished(20'000) && m_process.exitCode() == 0;
    }
    QByteArray metrics() const
    {
        QFile file(m_folder + QStringLiteral("/bondwright.prom"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool says(const QByteArray &line) const { return metrics().contains(line); }
    qint64 processId() const { return m_process.processId(); }

private:
    QString m_folder;
    QProcess m_process;
};

} // namespace lab
