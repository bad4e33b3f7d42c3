// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/replacefile.h"

#include "formats/files/rootfolder.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <cerrno>
#include <cstdio>

namespace bondwright::formats
{

namespace
{

/// 0, or the errno of the step that failed.
int writeAll(int fd, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t put = ::write(fd, content.constData() + done, size_t(content.size() - done));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        done += qsizetype(put);
    }
    return 0;
}

int applyAttributes(int fd, const FileState &state)
{
    const bool isRoot = ::geteuid() == 0;
    if (isRoot && ::fchown(fd, state.owner, state.group) != 0)
        return errno;
    if (::fchmod(fd, state.mode & 07777) != 0)
        return errno;
    for (auto it = state.xattrs.cbegin(); it != state.xattrs.cend(); ++it) {
        if (::fsetxattr(fd, it.key().constData(), it.value().constData(), size_t(it.value().size()), 0) == 0)
            continue;
        // A file system without them, or a caller who may not set labels: the content still counts.
        if (errno == ENOTSUP || (!isRoot && (errno == EPERM || errno == EACCES)))
            continue;
        return errno;
    }
    return 0;
}

int fill(UniqueFd &file, const FileState &state)
{
    if (const int error = applyAttributes(file.get(), state))
        return error;
    if (const int error = writeAll(file.get(), state.content))
        return error;
    if (::fsync(file.get()) != 0)
        return errno;
    return file.close() ? 0 : errno;
}

} // namespace

Result<void> stageFile(int folder, const QString &name, const FileState &state, const QString &path)
{
    const QByteArray encoded = QFile::encodeName(name);
    // A left-over of an interrupted run bears our own name; O_EXCL below still refuses whatever else turns up.
    ::unlinkat(folder, encoded.constData(), 0);
    UniqueFd file(::openat(folder, encoded.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isValid())
        return tl::unexpected(posixError(path, errno));
    if (const int error = fill(file, state)) {
        ::unlinkat(folder, encoded.constData(), 0);
        return tl::unexpected(posixError(path, error));
    }
    return {};
}

Result<void> overwriteFile(int folder, const QString &name, const QByteArray &content, const QString &path)
{
    UniqueFd file(::openat(folder, QFile::encodeName(name).constData(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isValid())
        return tl::unexpected(posixError(path, errno));
    if (const int error = writeAll(file.get(), content))
        return tl::unexpected(posixError(path, error));
    if (::fsync(file.get()) != 0)
        return tl::unexpected(posixError(path, errno));
    return {};
}

Result<void> renameFile(int folder, const QString &from, const QString &to, const QString &path)
{
    if (::renameat(folder, QFile::encodeName(from).constData(), folder, QFile::encodeName(to).constData()) != 0
        || ::fsync(folder) != 0)
        return tl::unexpected(posixError(path, errno));
    return {};
}

Result<void> unlinkFile(int folder, const QString &name, const QString &path)
{
    if (::unlinkat(folder, QFile::encodeName(name).constData(), 0) != 0 && errno != ENOENT)
        return tl::unexpected(posixError(path, errno));
    if (::fsync(folder) != 0)
        return tl::unexpected(posixError(path, errno));
    return {};
}

Result<void> replaceFile(int folder, const QString &name, const FileState &state, const QString &path)
{
    const QString staged = QStringLiteral(".%1.new").arg(name.left(200));
    if (auto done = stageFile(folder, staged, state, path); !done)
        return done;
    auto done = renameFile(folder, staged, name, path);
    if (!done)
        ::unlinkat(folder, QFile::encodeName(staged).constData(), 0);
    return done;
}

} // namespace bondwright::formats
