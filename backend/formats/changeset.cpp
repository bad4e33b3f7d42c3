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

const FileChange *ChangeSet::find(QStringView path) const
{
    const auto it = std::find_if(files.cbegin(), files.cend(), [path](const FileChange &f) { return f.path == path; });
    return it == files.cend() ? nullptr : &*it;
}

void ChangeSet::add(FileChange change)
{
    if (change.isUnchanged())
        return;
    const auto rank = [](const FileChange &file) { return file.isCreation() ? 0 : file.isDeletion() ? 2 : 1; };
    const auto at
        = std::find_if(files.begin(), files.end(), [&](const FileChange &other) { return rank(other) > rank(change); });
    files.insert(at, std::move(change));
}

} // namespace bondwright::formats
