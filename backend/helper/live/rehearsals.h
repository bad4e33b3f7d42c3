// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/requesthandler.h"
#include "helper/environment.h"
#include "helper/live/socketprogram.h"
#include "kernel/kernelsource.h"

#include <QObject>

namespace bondwright::helper
{

/// Rehearsals for those who may not have namespaces of their own. The helper itself makes none: it hands the request to
/// bondwright-rehearsal, in a unit of its own that systemd starts for each connection (bondwright-rehearsal@.service),
/// else as a child, and passes on what that writes.
class Rehearsals final : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxRunning = 8; ///< as many as the socket unit's MaxConnections
    static constexpr qsizetype maxOutput = 2 * 1024 * 1024; ///< of one; usual are 100 KiB

    Rehearsals(const Environment &environment, kernel::KernelSource &source, QObject *parent = nullptr);

    /// The reply comes when it is over. Errors: "helper.invalid", "helper.busy", "helper.failed".
    void start(const Request &request, const Reply &reply);
    bool isBusy() const { return m_program.running() > 0; }

private:
    kernel::KernelSource &m_source;
    SocketProgram m_program;
};

} // namespace bondwright::helper
