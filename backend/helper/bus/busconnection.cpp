// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/busconnection.h"

#include <chrono>
#include <cstring>
#include <poll.h>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

tl::unexpected<Error> failure(int result)
{
    return fail(u"helper.failed"_s, QString::fromLocal8Bit(std::strerror(-result)));
}

} // namespace

Result<std::unique_ptr<BusConnection>> BusConnection::openSystem()
{
    const QByteArray given = qgetenv("DBUS_SYSTEM_BUS_ADDRESS");
    const QByteArray address = given.isEmpty() ? QByteArray("unix:path=/run/dbus/system_bus_socket") : given;
    sd_bus *bus = nullptr;
    if (const int result = sd_bus_new(&bus); result < 0)
        return failure(result);
    std::unique_ptr<BusConnection> connection(new BusConnection(bus));
    // No method takes a file descriptor: without this the daemon passes on any that a message carries.
    for (const int result : {sd_bus_set_address(bus, address.constData()), sd_bus_set_bus_client(bus, 1),
                             sd_bus_negotiate_fds(bus, 0), sd_bus_start(bus)}) {
        if (result < 0)
            return failure(result);
    }
    const char *name = nullptr; // waits for the daemon's answer to Hello
    if (const int result = sd_bus_get_unique_name(bus, &name); result < 0)
        return failure(result);
    const int fd = sd_bus_get_fd(bus);
    connection->m_readable = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    connection->m_writable = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Write);
    for (QSocketNotifier *notifier : {connection->m_readable.get(), connection->m_writable.get()})
        connect(notifier, &QSocketNotifier::activated, connection.get(), &BusConnection::process);
    connection->waitForMore();
    return connection;
}

BusConnection::BusConnection(sd_bus *bus)
    : m_bus(bus)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &BusConnection::process);
}

Result<void> BusConnection::ownName(const char *name)
{
    if (const int result = sd_bus_request_name(m_bus.get(), name, 0); result < 0)
        return failure(result);
    waitForMore();
    return {};
}

void BusConnection::send(sd_bus_message *message)
{
    // Fails if the bus is gone, which process() notices, or if the addressee lets its answers pile up.
    if (const int result = sd_bus_send(m_bus.get(), message, nullptr); result < 0)
        qWarning("a message could not be sent: %s", std::strerror(-result));
    waitForMore();
}

void BusConnection::process()
{
    constexpr int maxAtOnce = 64; // then timers and other sockets have their turn
    int result = 1;
    for (int i = 0; i < maxAtOnce && result > 0; ++i)
        result = sd_bus_process(m_bus.get(), nullptr);
    if (result < 0 || sd_bus_is_open(m_bus.get()) <= 0) {
        for (QSocketNotifier *notifier : {m_readable.get(), m_writable.get()})
            notifier->setEnabled(false);
        m_timer.stop();
        if (!std::exchange(m_isLost, true))
            Q_EMIT disconnected();
        return;
    }
    waitForMore();
}

void BusConnection::waitForMore()
{
    if (m_isLost || !m_readable)
        return;
    const int events = sd_bus_get_events(m_bus.get());
    m_readable->setEnabled(events > 0 && (events & POLLIN));
    m_writable->setEnabled(events > 0 && (events & POLLOUT));
    uint64_t untilUs = UINT64_MAX; // of the monotonic clock; 0: there is something to do already
    if (events < 0 || sd_bus_get_timeout(m_bus.get(), &untilUs) < 0) {
        m_timer.start(0);
    } else if (untilUs == UINT64_MAX) {
        m_timer.stop();
    } else {
        const auto left = std::chrono::microseconds(untilUs)
            - std::chrono::duration_cast<std::chrono::microseconds>(
                              std::chrono::steady_clock::now().time_since_epoch());
        m_timer.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(left), 0ms));
    }
}

} // namespace bondwright::helper
