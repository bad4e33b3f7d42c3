// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/transport/commandchannel.h"

namespace bondwright::host
{

/// A name that ssh may be given: a host, alias or user@host, without blanks, control characters or what a shell would take
/// for more than a word, neither it nor the host beginning with "-" (ssh would take it for an option). At most 255
/// characters.
bool isHostName(const QString &name);

/// How often and how long the user's own ssh asks the other end whether it is there: a cut is noticed after
/// interval × (count + 1).
inline constexpr int aliveIntervalSeconds = 5;
inline constexpr int aliveCount = 3;

/// The user's own ssh (config, keys, agents, jump hosts, known_hosts are theirs) running @p remote on @p host.
/// One master connection a host, in $XDG_RUNTIME_DIR/bondwright, so that its user is asked once.
/// @param askpass the program that asks what ssh wants to know (ssh(1), SSH_ASKPASS), with the host in
///        BONDWRIGHT_ASKPASS; empty: ssh asks on the terminal
/// Errors: "host.name".
Result<Command> sshCommand(const QString &host, const QStringList &remote, const QString &askpass = {});

/// The same over a connection of its own, not the master's: proves that the host can be reached now.
Result<Command> freshSshCommand(const QString &host, const QStringList &remote, const QString &askpass = {});

} // namespace bondwright::host
