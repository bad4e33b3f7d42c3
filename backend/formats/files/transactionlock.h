// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/files/rootfolder.h"

namespace bondwright::formats
{

/// Held as long as the descriptor lives, given back by the kernel whatever happens to the process.
/// Makes the folder (0700) if need be. "files.busy" if another process holds it.
Result<UniqueFd> takeTransactionLock(const RootFolder &root, const QString &folder);

/// chattr +i or +a: renaming over it will fail, so better say so before anything is changed.
bool isImmutable(int folder, const QString &name);

/// Something is mounted over the file, as containers do with single files: nothing can be renamed over it.
bool isMountPoint(int folder, const QString &name);

} // namespace bondwright::formats
