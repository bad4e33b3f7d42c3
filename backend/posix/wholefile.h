// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFileDevice>

#include <optional>

namespace bondwright
{

/// A file that a person named, or of the program's own: the content is in it whole, or the file is as it was. A terminal, a pipe or
/// another character device is written to and stays what it is (/dev/stdout, /dev/null); a disk is refused.
/// @param code of the error, which says what the system says
/// @param permissions of the file, where they are not left to the umask
Result<void> writeWhole(const QString &path, const QByteArray &content, const QString &code,
                        std::optional<QFileDevice::Permissions> permissions = {});

/// "“/root/a.html” cannot be written: Permission denied"
tl::unexpected<Error> cannotBeWritten(const QString &path, const QString &code, const QString &systemsWords);

} // namespace bondwright
