// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/changeset.h"

#include <algorithm>

namespace bondwright::formats
{

bool ChangeSet::isEmpty() const
{
    return std::all_of(files.cbegin(), files.cend(), [](const FileChange &file) { return file.isUnchanged(); });
}

} // namespace bondwright::formats
