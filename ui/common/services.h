// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "kernel/event.h"
#include "ping/ping.h"

#include <QSysInfo>

#include <functional>

namespace bondwright::kernel
{
class KernelSource;
struct Snapshot;
} // namespace bondwright::kernel
namespace bondwright::helper
{
class HelperClient;
}
namespace bondwright::history
{
class EventStore;
}

namespace bondwright::ui
{

/// "Backups — web01": a window's title with the host that it is about.
inline QString titleWithHost(const QString &title, const QString &host = QSysInfo::machineHostName())
{
    return title + QStringLiteral(" — ") + host;
}

/// What the windows work on. Owned by the composition root, which outlives every window.
struct Services {
    kernel::KernelSource *source = nullptr; ///< state, events and counters; never null in a window
    helper::HelperClient *helper = nullptr; ///< never null; may be unreachable
    history::EventStore *events = nullptr; ///< null: events are not kept (replay); the main window opens it
    /// File name of the recording that is shown instead of this host; empty: this host. Nothing of this host is
    /// pinged or changed then.
    QString recording = {};
    /// Another host, as ssh names it; empty: this computer or a recording.
    QString host = {};
    /// Pings are sent from the host that is shown.
    std::function<ping::Pinger *(const ping::PingTarget &, QObject *)> makePinger = ping::createPinger;
    /// Events that another host keeps itself; null: they are in `events`. Answers once, and not at all once the context
    /// is gone or the host cannot tell.
    std::function<void(QObject *context, std::function<void(const QList<kernel::BondEvent> &)> done)> askEvents = {};
    /// What plans are checked against. Empty: the snapshot alone (kernel::toHostFacts), without the session,
    /// DNS servers and hypervisor that only the host's files tell.
    std::function<HostFacts(const kernel::Snapshot &)> hostFacts = {};

    /// The program that rehearses plans (rehearsal::Rehearsal::programPath()); empty: none are.
    QString rehearsalProgram = {};

    bool isRecording() const { return !recording.isEmpty(); }
    bool isElsewhere() const { return !host.isEmpty(); }
    /// Whose bonds are shown, for titles and buttons: the recording's file, another host or this one.
    QString hostName() const { return isRecording() ? recording : isElsewhere() ? host : QSysInfo::machineHostName(); }
    QString titled(const QString &title) const { return titleWithHost(title, hostName()); }
};

} // namespace bondwright::ui
