// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/stopsignal.h"

#include <QSocketNotifier>

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

} // namespace bondwright::cli
