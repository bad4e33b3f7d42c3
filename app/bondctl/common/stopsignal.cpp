// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/stopsignal.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace bondwright::cli
{

namespace
{

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    const sigset_t set = stopSignals();
    ::sigprocmask(SIG_BLOCK, &set, &m_former);
    m_fd = ::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_fd < 0)
        return;
    auto *notifier = new QSocketNotifier(m_fd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        while (::read(m_fd, &info, sizeof info) == sizeof info)
            Q_EMIT stopRequested();
    });
}

StopSignal::~StopSignal()
{
    if (m_fd >= 0)
        ::close(m_fd);
    ::sigprocmask(SIG_SETMASK, &m_former, nullptr);
}

void quitAfter(std::chrono::seconds duration)
{
    constexpr std::chrono::seconds longest = std::chrono::hours(24 * 20); // milliseconds are counted in 31 bits
    const std::chrono::seconds now = std::min(duration, longest);
    QTimer::singleShot(now, QCoreApplication::instance(), [rest = duration - now] {
        if (rest.count() > 0)
            quitAfter(rest);
        else
            QCoreApplication::quit();
    });
}

} // namespace bondwright::cli
