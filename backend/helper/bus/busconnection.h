// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <systemd/sd-bus.h>

namespace bondwright::helper
{

struct BusUnref {
    void operator()(sd_bus *bus) const { sd_bus_close_unref(bus); }
    void operator()(sd_bus_slot *slot) const { sd_bus_slot_unref(slot); }
    void operator()(sd_bus_message *message) const { sd_bus_message_unref(message); }
};
using BusSlot = std::unique_ptr<sd_bus_slot, BusUnref>;
using BusMessage = std::unique_ptr<sd_bus_message, BusUnref>;

/// The connection on which the helper is served: sd-bus, read by Qt's loop in this thread.
///
/// Not QDBusConnection: libdbus stops reading while more than 63 MiB of received messages are alive and starts
/// again when one is freed. Qt hands messages to another thread; freed there, QSocketNotifier refuses to be
/// enabled, and nothing is read ever again. sd-bus reads one message, hands it out in place and frees it.
class BusConnection final : public QObject
{
    Q_OBJECT
public:
    /// Connects to the system bus ($DBUS_SYSTEM_BUS_ADDRESS in tests). Error: "helper.failed".
    static Result<std::unique_ptr<BusConnection>> openSystem();

    sd_bus *bus() const { return m_bus.get(); }
    /// Returns when the name is this connection's. Error: "helper.failed".
    Result<void> ownName(const char *name);
    void send(sd_bus_message *message);

Q_SIGNALS:
    void disconnected();

private:
    explicit BusConnection(sd_bus *bus);
    void process();
    void waitForMore();

    std::unique_ptr<sd_bus, BusUnref> m_bus;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    QTimer m_timer;
    bool m_isLost = false;
};

} // namespace bondwright::helper
