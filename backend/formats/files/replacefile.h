// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/files/filestate.h"

#include <QString>

namespace bondwright::formats
{

/// Writes a new file beside its target, complete and on the disk (fsync), with its final mode, owner and
/// extended attributes, but under `name`. An unprivileged caller keeps its own ownership: only root can
/// give files away. On any error nothing is left behind.
/// @param folder descriptor of the folder; @param path for messages
Result<void> stageFile(int folder, const QString &name, const FileState &state, const QString &path);

/// Writes into a file that is there, where it has its room already, durably: succeeds on a full disk. One
/// sector or less is there wholly or not at all after a power cut; more may be there in part.
Result<void> overwriteFile(int folder, const QString &name, const QByteArray &content, const QString &path);

/// Renames within one folder and makes the rename durable.
Result<void> renameFile(int folder, const QString &from, const QString &to, const QString &path);
/// Unlinks, durably. A name that is not there is no error.
Result<void> unlinkFile(int folder, const QString &name, const QString &path);

/// stageFile, then renameFile: readers see the old file or the new one, never a part.
Result<void> replaceFile(int folder, const QString &name, const FileState &state, const QString &path);

} // namespace bondwright::formats
