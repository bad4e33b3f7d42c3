// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tourlab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace bondwright::tour
{

bool waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    return QTest::qWaitFor(condition, int(limit.count()));
}

void live(std::chrono::milliseconds time)
{
    QTest::qWait(int(time.count()));
}

QString run(const QString &program, const QStringList &arguments, int *exitCode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    // The window must not stand still while a command of the lab runs.
    const bool ended
        = waitUntil([&process] { return process.state() == QProcess::NotRunning; }, std::chrono::minutes(2));
    if (exitCode)
        *exitCode = ended && process.exitStatus() == QProcess::NormalExit && process.error() != QProcess::FailedToStart
            ? process.exitCode()
            : -1;
    return ended ? QString::fromUtf8(process.readAll()) : QString();
}

namespace
{

bool setPort(int number, const QString &state)
{
    int exitCode = -1;
    run(QStringLiteral("ip"),
        {QStringLiteral("-n"), QStringLiteral("switch"), QStringLiteral("link"), QStringLiteral("set"),
         QStringLiteral("port%1").arg(number), state},
        &exitCode);
    return exitCode == 0;
}

} // namespace

bool pullCable(int number)
{
    return setPort(number, QStringLiteral("down"));
}

bool plugCable(int number)
{
    return setPort(number, QStringLiteral("up"));
}

QString readKernelFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(64 * 1024)).trimmed();
}

} // namespace bondwright::tour
