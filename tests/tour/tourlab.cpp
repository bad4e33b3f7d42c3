// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tourlab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cmath>

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

Traffic::Traffic(const QString &target)
    : m_pings(std::make_unique<QProcess>())
    , m_target(target)
{
    m_pings->setStandardOutputFile(QProcess::nullDevice());
    m_pings->start(QStringLiteral("ping"),
                   {QStringLiteral("-n"), QStringLiteral("-q"), QStringLiteral("-i"), QStringLiteral("0.02"),
                    QStringLiteral("-s"), QStringLiteral("1400"), target});
    for (int port = 0; port < 8; ++port)
        m_sockets.append(new QUdpSocket(&m_timer));
    m_timer.setInterval(std::chrono::milliseconds(40));
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { send(); });
    m_timer.start();
}

Traffic::~Traffic()
{
    m_pings->terminate();
    m_pings->waitForFinished(2000);
}

void Traffic::send()
{
    constexpr quint16 discard = 9;
    const double phase = double(++m_turn) * 0.04;
    const int datagrams = 8 + int(std::lround(6 * std::sin(phase)));
    for (int i = 0; i < datagrams; ++i)
        m_sockets.at((m_turn + i) % m_sockets.size())->writeDatagram(QByteArray(1200, 'x'), m_target, discard);
}

bool pullCable(int number)
{
    int exitCode = -1;
    run(QStringLiteral("pull"), {QString::number(number)}, &exitCode);
    return exitCode == 0;
}

bool plugCable(int number)
{
    int exitCode = -1;
    run(QStringLiteral("plug"), {QString::number(number)}, &exitCode);
    return exitCode == 0;
}

QString readKernelFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(64 * 1024)).trimmed();
}

} // namespace bondwright::tour
