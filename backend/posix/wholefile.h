// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFileDevice>

#include <optional>

namespace bondwright
{

/// The content is in the file whole, or the file is as it was. What is there and is no file (a device, a pipe) stays and is refused:
/// nobody can have a service or a window wait at a pipe.
/// @param code of the error, which says what the system says
/// @param permissions of the file, where they are not left to the umask
Result<void> writeWhole(const QString &path, const QByteArray &content, const QString &code,
                        std::optional<QFileDevice::Permissions> permissions = {});

/// The same for what the user of a command named: a terminal, a pipe or another character device is written to as well (/dev/stdout,
/// /dev/null), and waits as long as its reader does.
Result<void> writeOutput(const QString &path, const QByteArray &content, const QString &code,
                         std::optional<QFileDevice::Permissions> permissions = {});

/// "“/root/a.html” cannot be written: Permission denied"
tl::unexpected<Error> cannotBeWritten(const QString &path, const QString &code, const QString &systemsWords);

} // namespace bondwright
