// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QThread>

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lab
{

namespace
{

bool finish(QProcess &process, const QString &words)
{
    if (endOf(process) != 0) {
        qWarning("%s: %s", qPrintable(words), process.readAllStandardError().constData());
        return false;
    }
    return true;
}

} // namespace

bool isGuest()
{
    return qEnvironmentVariableIntValue("LAB") == 1;
}

int endOf(QProcess &process)
{
    constexpr int patienceMs = 300'000;
    process.waitForFinished(patienceMs);
    // Qt's words for a process that still runs, or that never did, are those of a success.
    if (process.state() != QProcess::NotRunning) {
        qWarning("%s does not end", qPrintable(process.program()));
        process.kill();
        process.waitForFinished();
        return -1;
    }
    const bool hasBegun = process.error() != QProcess::FailedToStart;
    return hasBegun && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    return finish(process, program + QLatin1Char(' ') + arguments.join(QLatin1Char(' ')));
}

bool ip(const QStringList &lines, const QString &netns)
{
    QProcess process;
    QStringList arguments;
    if (!netns.isEmpty())
        arguments << QStringLiteral("-n") << netns;
    process.start(QStringLiteral("ip"), arguments << QStringLiteral("-batch") << QStringLiteral("-"));
    process.write(lines.join(QLatin1Char('\n')).toUtf8() + '\n');
    process.closeWriteChannel();
    return finish(process, lines.join(QStringLiteral("; ")));
}

QString text(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()).trimmed() : QString();
}

QString attribute(const QString &device, const QString &attribute)
{
    return text(QStringLiteral("/sys/class/net/%1/%2").arg(device, attribute));
}

bool ping(const QString &address, std::chrono::milliseconds patience)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_ICMP);
    if (fd < 0)
        return false;
    static quint16 sequence = 0;
    icmphdr request = {};
    request.type = ICMP_ECHO;
    request.un.echo.sequence = htons(++sequence);
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(QHostAddress(address).toIPv4Address());

    bool answered = false;
    if (::sendto(fd, &request, sizeof request, 0, reinterpret_cast<sockaddr *>(&to), sizeof to) == sizeof request) {
        QElapsedTimer timer;
        timer.start();
        while (!answered && timer.elapsed() < patience.count()) {
            pollfd waiting = {fd, POLLIN, 0};
            if (::poll(&waiting, 1, int(patience.count() - timer.elapsed())) <= 0)
                break;
            icmphdr reply = {};
            answered = ::recv(fd, &reply, sizeof reply, 0) == sizeof reply && reply.type == ICMP_ECHOREPLY
                && reply.un.echo.sequence == request.un.echo.sequence;
        }
    }
    ::close(fd);
    return answered;
}

bool eventually(const std::function<bool()> &condition, std::chrono::milliseconds patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > patience.count())
            return false;
        QThread::msleep(20);
    }
    return true;
}

void Slowness::sample()
{
    QElapsedTimer elapsed;
    elapsed.start();
    run(QStringLiteral("true"), {});
    m_sum += std::chrono::milliseconds(elapsed.elapsed());
    ++m_count;
}

double Slowness::average() const
{
    constexpr double idleMs = 20; // to start a process there when nothing else runs
    return m_count == 0 ? 1.0 : std::max(1.0, double(m_sum.count()) / m_count / idleMs);
}

double slowness()
{
    Slowness slowness;
    for (int i = 0; i < 20; ++i)
        slowness.sample();
    qInfo("this guest is %.1f times slower than an idle one", slowness.average());
    return slowness.average();
}

} // namespace lab
