// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::test
{

inline void addFile(formats::FileSnapshot *snapshot, const QString &path, const QByteArray &content)
{
    formats::FileState state;
    state.content = content;
    if (path.contains(QStringLiteral("/NetworkManager/")))
        state.mode = 0600; // with any other NetworkManager ignores it
    snapshot->files.insert(path, state);
}

/// @param files by path
inline formats::FileSnapshot snapshotByPath(const QMap<QString, QByteArray> &files)
{
    formats::FileSnapshot snapshot;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        addFile(&snapshot, it.key(), it.value());
    return snapshot;
}

/// What the disk would look like afterwards.
inline void applyTo(formats::FileSnapshot *snapshot, const formats::ChangeSet &changes)
{
    for (const formats::FileChange &change : changes.files) {
        if (!change.newText) {
            snapshot->files.remove(change.path);
            continue;
        }
        formats::FileState state;
        state.content = *change.newText;
        state.mode = change.mode;
        state.owner = change.owner;
        state.group = change.group;
        snapshot->files.insert(change.path, state);
    }
}

} // namespace bondwright::test
