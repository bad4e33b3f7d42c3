// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ipaddress.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright::hostfacts
{

/// The administrator's own way into this host.
struct Session {
    IpAddress peer; ///< the SSH client's
    IpAddress local; ///< this host's address that it is connected to

    friend bool operator==(const Session &, const Session &) = default;
};

/// Reads the value of SSH_CONNECTION: "CLIENT-ADDRESS PORT OWN-ADDRESS PORT" (sshd(8)).
std::optional<Session> sessionFromSshConnection(QStringView text);
/// The same variable out of /proc/PID/environ: NUL-terminated NAME=VALUE entries.
std::optional<Session> sessionFromEnvironBlock(const QByteArray &block);
/// This process's own, or that of the nearest ancestor which has one: sudo does not pass the variable on.
/// Ancestors whose environment may not be read are passed over.
std::optional<Session> currentSession();

} // namespace bondwright::hostfacts
