// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace bondwright::formats
{

/// One file before and after. Paths are absolute as the host sees them; the root prefix is not in them.
struct FileChange {
    QString path;
    std::optional<QByteArray> oldText; ///< nullopt: did not exist
    std::optional<QByteArray> newText; ///< nullopt: is deleted
    quint32 mode = 0644;
    quint32 owner = 0;
    quint32 group = 0;
    /// Extended attributes to write; nullopt: those of the file that is replaced.
    std::optional<QMap<QByteArray, QByteArray>> xattrs;

    bool isCreation() const { return !oldText && newText; }
    bool isDeletion() const { return oldText && !newText; }
    bool isUnchanged() const { return oldText == newText; }
    friend bool operator==(const FileChange &, const FileChange &) = default;
};

/// What a format wants done to the files, in the order additions, modifications, deletions.
struct ChangeSet {
    QList<FileChange> files;

    bool isEmpty() const;
    const FileChange *find(QStringView path) const;
    /// Adds a change at its place; one that changes nothing is left out.
    void add(FileChange change);
    friend bool operator==(const ChangeSet &, const ChangeSet &) = default;
};

} // namespace bondwright::formats
