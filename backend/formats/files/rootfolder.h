// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/files/filestate.h"
#include "posix/uniquefd.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::formats
{

/// Why a system call failed, in the caller's words; code "files.io" unless errno says more:
/// "files.read-only", "files.no-space", "files.denied", "files.symlink".
Error posixError(const QString &path, int error);

/// Files below a root prefix, reached component by component with O_NOFOLLOW: no symbolic link below
/// the root is ever followed by the kernel, no FIFO or device is ever opened for reading.
class RootFolder final
{
public:
    /// @param root an existing folder; "/" for the running host
    static Result<RootFolder> open(const QString &root);

    enum class HardLinks : quint8 {
        Refused, ///< to be changed: its other names would keep the old text, or get the new one
        Taken, ///< only to be looked at
    };
    /// The file's content and attributes; nullopt if it does not exist (or its folder does not).
    /// Refused: anything but a regular file, hard links ("files.hard-link"), more than maxFileBytes.
    Result<std::optional<FileState>> read(const QString &path, HardLinks hardLinks = HardLinks::Refused) const;
    /// As read(), but a file that is a symbolic link is read where it leads to, below the root. Only to be looked at:
    /// what is written does not follow the link, and is refused. A link that leads nowhere is "files.symlink", one to
    /// /dev/null an empty file. A folder is no file.
    Result<std::optional<FileState>> readLinked(const QString &path) const;
    /// Names of all in a folder that is no folder itself, sorted; empty if there is no such folder.
    /// @param limit more entries than this is an error ("files.too-many")
    Result<QStringList> list(const QString &folder, int limit = 4096) const;

    /// The folder a path lies in, opened. A folder that others may write to is refused ("files.folder-unsafe").
    Result<UniqueFd> openParent(const QString &path) const;
    /// As openParent, and makes the missing ones (0755). @param created takes the folders that were made
    Result<UniqueFd> makeParent(const QString &path, QStringList *created) const;
    Result<UniqueFd> openFolder(const QString &folder, bool make = false, QStringList *created = nullptr) const;

private:
    /// Where a symbolic link leads to, below the root; empty: it is none, or leads out of it.
    QString linkTarget(const QString &path) const;

    QString m_root;
    UniqueFd m_fd;
};

/// "/etc/a/b" → "b". Paths are absolute, without "." or ".." or empty components or control characters.
QString fileNameOf(const QString &path);
QString folderOf(const QString &path);
bool isSafePath(const QString &path);

/// Reads an open regular file to its end. @return nullopt with errno set
std::optional<FileState> readState(int fd);

} // namespace bondwright::formats
