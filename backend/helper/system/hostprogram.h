// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>

namespace bondwright::helper
{

/// Whether systemd is process 1. Its folder in /run does not tell: netplan makes it for the units that it writes.
bool hasSystemd();

using ProgramDone = std::function<void(const Result<void> &)>;

/// Runs a program of the host's network service, and answers when it has ended; an error carries its last words. When the
/// context goes, the program is to end and there is no answer.
using ProgramRunner = std::function<void(QObject *context, const QString &program, const QStringList &arguments,
                                         const ProgramDone &done)>;

/// The host's own, found by its name in the folders of the system. They run as units of their own where systemd runs,
/// because what they start (a DHCP client) must neither be caught in the helper's sandbox nor be killed with it; their last
/// words then come from the journal. They get 90 s, and next to no environment; after that they are ended together with
/// what they wait for, whether or not this process is there.
void runHostProgram(QObject *context, const QString &program, const QStringList &arguments, const ProgramDone &done);
/// The same with another limit.
void runHostProgramWithin(std::chrono::seconds limit, QObject *context, const QString &program,
                          const QStringList &arguments, const ProgramDone &done);

/// Asks those to end that still run although nobody waits for them: of a process that was killed, or of a call that was given
/// up. They would act beside what is done next. Only who owns the change may do this.
/// @return to be asked until it is true: they have gone; some seconds at most where a program does not listen
std::function<bool()> endLeftPrograms();

} // namespace bondwright::helper
