// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/icmppinger.h"

#include "posix/clock.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/timerfd.h>

namespace bondwright::ping
{

namespace
{

// Its own signal may be what led here.
void retire(std::unique_ptr<QSocketNotifier> &notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier.release()->deleteLater();
}

} // namespace

IcmpPinger::IcmpPinger(const PingTarget &target, QObject *parent)
    : DecidingPinger(target, parent)
    , m_cookie(QRandomGenerator::system()->generate64())
{
}

void IcmpPinger::start()
{
    if (m_due)
        return;
    openSocket();
    m_timer = UniqueFd(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC));
    const qint64 interval = std::chrono::nanoseconds(target().interval).count();
    const timespec period{time_t(interval / 1'000'000'000), long(interval % 1'000'000'000)};
    const itimerspec schedule{period, {0, 1}};
    if (!m_timer.isValid() || ::timerfd_settime(m_timer.get(), 0, &schedule, nullptr) != 0) {
        reportOnce(errno);
        return;
    }
    m_due = std::make_unique<QSocketNotifier>(m_timer.get(), QSocketNotifier::Read);
    connect(m_due.get(), &QSocketNotifier::activated, this, &IcmpPinger::tick);
}

void IcmpPinger::stop()
{
    retire(m_due);
    retire(m_readable);
    m_timer = UniqueFd();
    m_socket = IcmpSocket();
    m_stamps.clear();
    abandon();
}

void IcmpPinger::openSocket()
{
    if (const int error = m_socket.open(target())) {
        reportOnce(error);
        return;
    }
    m_readable = std::make_unique<QSocketNotifier>(m_socket.descriptor(), QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &IcmpPinger::drain);
}

void IcmpPinger::tick()
{
    quint64 expirations = 0;
    if (::read(m_timer.get(), &expirations, sizeof expirations) != sizeof expirations)
        return;
    // Ticks missed while this thread was busy are not made up for: a burst would measure itself.
    sendOne();
    decide();
}

void IcmpPinger::sendOne()
{
    const quint32 sequence = m_sequence++;
    // The bond may have been away when this began or have come anew.
    if (!m_socket.isOpen())
        openSocket();
    const Stamp stamp{sequence, clockNs(CLOCK_REALTIME), monotonicNow()};
    const int error = m_socket.isOpen() ? m_socket.send({m_cookie, sequence}) : ENODEV;
    pending().sent(sequence, stamp.monotonicNs);
    m_stamps.push_back(stamp);
    const qint64 oldest = stamp.monotonicNs - std::chrono::nanoseconds(target().timeout).count();
    while (m_stamps.front().monotonicNs < oldest)
        m_stamps.pop_front();
    if (error == 0) {
        m_reported = 0;
        return;
    }
    pending().failed(sequence);
    reportOnce(error);
    // The interface the socket is bound to is gone; one of the same name may come.
    if (error == ENODEV || error == ENXIO) {
        retire(m_readable);
        m_socket = IcmpSocket();
    }
}

void IcmpPinger::drain()
{
    while (const std::optional<IcmpSocket::Answer> answer = m_socket.receive()) {
        if (answer->mark.cookie != m_cookie)
            continue;
        if (const auto rtt = rttOf(*answer, monotonicNow()))
            pending().answered(answer->mark.sequence, *rtt);
    }
    decide();
}

// The kernel's stamp does not count the time this thread was busy. It is of the wall clock, though: where
// that was set meanwhile, the difference is impossible and our own reading has to do.
std::optional<std::chrono::nanoseconds> IcmpPinger::rttOf(const IcmpSocket::Answer &answer,
                                                          qint64 readMonotonicNs) const
{
    const auto stamp = std::find_if(m_stamps.cbegin(), m_stamps.cend(),
                                    [&answer](const Stamp &sent) { return sent.sequence == answer.mark.sequence; });
    if (stamp == m_stamps.cend())
        return std::nullopt; // too late: already counted as lost
    const qint64 byReading = readMonotonicNs - stamp->monotonicNs;
    const qint64 byKernel = answer.receivedRealtimeNs - stamp->realtimeNs;
    const bool isPossible = answer.receivedRealtimeNs != 0 && byKernel >= 0 && byKernel <= byReading;
    return std::chrono::nanoseconds(isPossible ? byKernel : byReading);
}

void IcmpPinger::reportOnce(int error)
{
    if (std::exchange(m_reported, error) == error)
        return;
    const QString target = this->target().address.toString();
    const QString reason = QString::fromLocal8Bit(std::strerror(error));
    if (error == ENODEV || error == ENXIO)
        //: @info %1 is an interface, %2 an address
        say(tr("%1 is not there: %2 cannot be pinged through it.").arg(this->target().boundTo, target));
    else
        //: @info %1 is an address, %2 the system's reason
        say(tr("%1 cannot be pinged at the moment: %2.").arg(target, reason));
}

} // namespace bondwright::ping
