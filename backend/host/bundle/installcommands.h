// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bondwright::host
{

/// How a system takes packages.
enum class Packages : quint8 { Unknown, Apt, Dnf, Zypper };

/// From the texts of /etc/os-release (os-release(5)) and /etc/redhat-release; either may be empty.
Packages packagesOf(const QByteArray &osRelease, const QByteArray &redhatRelease);

/// Command lines for a terminal on this computer that bring Bondwright's package to the host and install it there. Where
/// it is unknown what the host takes: each way, below a remark that says for whom.
QString installCommands(const QString &host, Packages packages);

} // namespace bondwright::host
