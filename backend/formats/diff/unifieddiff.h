// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/changeset.h"

#include <QByteArray>

namespace bondwright::formats
{

/// One file in the format of "diff -u", as patch(1) takes it; /dev/null where it did not or will not exist.
/// Empty if nothing changes.
QByteArray unifiedDiff(const FileChange &change);
/// All files, one after the other.
QByteArray unifiedDiff(const ChangeSet &changes);

} // namespace bondwright::formats
