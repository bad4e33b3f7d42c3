// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/requesthandler.h"
#include "helper/environment.h"
#include "helper/live/socketprogram.h"

#include <QObject>

#include <chrono>

namespace bondwright::helper
{

/// Listens for LLDP frames where no service of the host does, and counts the flows that a bond sends. The helper itself
/// opens no raw socket: a unit of its own does, which systemd starts for each connection
/// (bondwright-listener@.service), or a child where systemd does not run. Nor does it read the frames: the client gets
/// their bytes, and parses them with the rights of a user.
class Listenings final : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxRunning = 4; ///< as many as the socket unit's MaxConnections
    static constexpr qsizetype maxOutput = 1024 * 1024; ///< of one; usual are 500 bytes a NIC

    explicit Listenings(const Environment &environment, QObject *parent = nullptr);

    /// The reply comes when each NIC whose link is up has had a frame, or the time is over. Errors: "helper.invalid",
    /// "helper.busy", "helper.failed". @param duration 1–60 s; switches send each 30 s
    void start(std::chrono::seconds duration, const Reply &reply);
    /// The reply is text, lines as of kernel::toLines(FlowCount), once the time is over. Errors as of start().
    /// @param duration 1–60 s
    void countFlows(const QString &bond, std::chrono::seconds duration, const Reply &reply);
    bool isBusy() const { return m_listener.running() > 0; }

private:
    void ask(std::chrono::seconds duration, const QByteArray &line, SocketProgram::Done done, const Reply &reply);

    SocketProgram m_listener;
};

} // namespace bondwright::helper
