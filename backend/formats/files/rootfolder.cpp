// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/rootfolder.h"

#include "domain/errorcode.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace bondwright::formats
{

namespace
{

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

std::optional<QMap<QByteArray, QByteArray>> readXattrs(int fd)
{
    QMap<QByteArray, QByteArray> result;
    QByteArray names(8192, Qt::Uninitialized);
    const ssize_t length = ::flistxattr(fd, names.data(), size_t(names.size()));
    if (length < 0)
        return errno == ENOTSUP || errno == EPERM ? std::optional(result) : std::nullopt;
    names.truncate(qsizetype(length));
    for (const QByteArray &name : names.split('\0')) {
        if (name.isEmpty())
            continue;
        QByteArray value(8192, Qt::Uninitialized);
        const ssize_t size = ::fgetxattr(fd, name.constData(), value.data(), size_t(value.size()));
        if (size < 0)
            continue; // not for us to read (trusted.*), so the kernel keeps it from us on writing too
        value.truncate(qsizetype(size));
        result.insert(name, value);
    }
    return result;
}

} // namespace

QByteArray contentDigest(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

Error posixError(const QString &path, int error)
{
    QString reason = qt_error_string(error); // also in the program's language, where Qt has the words
    QString code = QStringLiteral("files.io");
    QString hint;
    switch (error) {
    case EROFS:
        code = QStringLiteral("files.read-only");
        hint = QCoreApplication::translate("formats", "The file system is mounted read-only; mount it writable first.");
        break;
    case ENOSPC:
    case EDQUOT:
        code = QStringLiteral("files.no-space");
        hint = QCoreApplication::translate("formats", "Make room on the disk and try again; nothing was changed.");
        break;
    case EACCES:
    case EPERM:
        code = QStringLiteral("files.denied");
        hint = QCoreApplication::translate(
            "formats", "Look at the permissions, at “lsattr” (immutable files) and at SELinux denials.");
        break;
    case ELOOP:
        code = errorcode::filesSymlink;
        reason = QCoreApplication::translate("formats", "a symbolic link, which is not followed");
        hint = QCoreApplication::translate("formats", "Replace the symbolic link by the file it points to.");
        break;
    case EBUSY:
        code = QStringLiteral("files.mounted");
        hint = QCoreApplication::translate(
            "formats",
            "Something is mounted over this file (“findmnt” shows it): unmount it first; nothing was changed.");
        break;
    case EFBIG:
        code = errorcode::filesTooLarge;
        break;
    case ENOTDIR:
        code = errorcode::filesNoFolder;
        break;
    default:
        break;
    }
    return {code, QCoreApplication::translate("formats", "“%1”: %2").arg(path, reason), hint};
}

bool isSafePath(const QString &path)
{
    if (!path.startsWith(u'/') || path.size() > 4096)
        return false;
    if (std::any_of(path.cbegin(), path.cend(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return false;
    const QStringList parts = path.mid(1).split(u'/');
    return std::all_of(parts.cbegin(), parts.cend(), [](const QString &part) {
        return !part.isEmpty() && part != u"." && part != u".." && part.toUtf8().size() <= 255;
    });
}

QString fileNameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

std::optional<FileState> readState(int fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0)
        return std::nullopt;
    if (status.st_size > maxFileBytes) {
        errno = EFBIG;
        return std::nullopt;
    }
    FileState state;
    state.mode = status.st_mode & 07777;
    state.owner = status.st_uid;
    state.group = status.st_gid;
    char buffer[16384];
    while (true) {
        const ssize_t got = ::read(fd, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        state.content.append(buffer, qsizetype(got));
        if (state.content.size() > maxFileBytes) { // it grew while we read
            errno = EFBIG;
            return std::nullopt;
        }
    }
    auto xattrs = readXattrs(fd);
    if (!xattrs)
        return std::nullopt;
    state.xattrs = std::move(*xattrs);
    return state;
}

Result<RootFolder> RootFolder::open(const QString &root)
{
    // The prefix itself is the caller's word and may be reached through links (/tmp on some systems).
    UniqueFd fd(::open(QFile::encodeName(root).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.isValid())
        return tl::unexpected(posixError(root, errno));
    RootFolder folder;
    folder.m_root = root;
    folder.m_fd = std::move(fd);
    return folder;
}

Result<UniqueFd> RootFolder::openFolder(const QString &folder, bool make, QStringList *created) const
{
    UniqueFd current(::fcntl(m_fd.get(), F_DUPFD_CLOEXEC, 3));
    if (!current.isValid())
        return tl::unexpected(posixError(folder, errno));
    if (folder.isEmpty())
        return current;
    if (!isSafePath(folder))
        return fail(QStringLiteral("files.path"),
                    QCoreApplication::translate("formats", "“%1” is not a path this program uses.").arg(folder));
    QString walked;
    for (const QString &part : folder.mid(1).split(u'/')) {
        walked += u'/' + part;
        const QByteArray name = QFile::encodeName(part);
        UniqueFd next(::openat(current.get(), name.constData(), folderFlags));
        if (!next.isValid() && errno == ENOENT && make) {
            if (::mkdirat(current.get(), name.constData(), 0755) == 0) {
                if (created)
                    created->append(walked);
                ::fsync(current.get());
            } else if (errno != EEXIST) {
                return tl::unexpected(posixError(walked, errno));
            }
            next = UniqueFd(::openat(current.get(), name.constData(), folderFlags));
        }
        // O_DIRECTORY|O_NOFOLLOW on a link says ENOTDIR; say what it is.
        if (!next.isValid()) {
            const int error = errno;
            struct stat status = {};
            const bool isLink = error == ENOTDIR
                && ::fstatat(current.get(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0
                && S_ISLNK(status.st_mode);
            return tl::unexpected(posixError(walked, isLink ? ELOOP : error));
        }
        current = std::move(next);
    }
    return current;
}

Result<UniqueFd> RootFolder::openParent(const QString &path) const
{
    return makeParent(path, nullptr);
}

Result<UniqueFd> RootFolder::makeParent(const QString &path, QStringList *created) const
{
    if (!isSafePath(path))
        return fail(QStringLiteral("files.path"),
                    QCoreApplication::translate("formats", "“%1” is not a path this program uses.").arg(path));
    auto folder = openFolder(folderOf(path), created != nullptr, created);
    if (!folder)
        return folder;
    struct stat status = {};
    if (::fstat(folder->get(), &status) != 0)
        return tl::unexpected(posixError(folderOf(path), errno));
    const bool isOurs = status.st_uid == 0 || status.st_uid == ::geteuid();
    // A group of one's own (umask 002) is usual in a scratch folder of one's own, not where root writes.
    const bool isOthers
        = (status.st_mode & S_IWOTH) || (::geteuid() == 0 && (status.st_mode & S_IWGRP) && status.st_gid != 0);
    if (!isOurs || isOthers)
        return fail(
            QStringLiteral("files.folder-unsafe"),
            QCoreApplication::translate("formats", "The folder “%1” can be changed by other users.")
                .arg(folderOf(path)),
            QCoreApplication::translate("formats", "Give it to root and take the others’ write permission away."));
    return folder;
}

Result<std::optional<FileState>> RootFolder::read(const QString &path, HardLinks hardLinks) const
{
    if (!isSafePath(path))
        return fail(QStringLiteral("files.path"),
                    QCoreApplication::translate("formats", "“%1” is not a path this program uses.").arg(path));
    auto folder = openFolder(folderOf(path));
    if (!folder) {
        if (::faccessat(m_fd.get(), QFile::encodeName(folderOf(path).mid(1)).constData(), F_OK, AT_SYMLINK_NOFOLLOW)
                != 0
            && errno == ENOENT)
            return std::optional<FileState>();
        return tl::unexpected(folder.error());
    }
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    const UniqueFd file(::openat(folder->get(), QFile::encodeName(fileNameOf(path)).constData(),
                                 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file.isValid()) {
        if (errno == ENOENT)
            return std::optional<FileState>();
        return tl::unexpected(posixError(path, errno));
    }
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return tl::unexpected(posixError(path, errno));
    if (!S_ISREG(status.st_mode))
        return fail(errorcode::filesNotRegular,
                    QCoreApplication::translate("formats", "“%1” is not a regular file.").arg(path));
    if (status.st_nlink > 1 && hardLinks == HardLinks::Refused)
        return fail(errorcode::filesHardLink,
                    QCoreApplication::translate("formats", "“%1” is a hard link to another file.").arg(path),
                    QCoreApplication::translate("formats", "Replace it by a copy of its own, then try again."));
    auto state = readState(file.get());
    if (!state)
        return tl::unexpected(posixError(path, errno));
    return state;
}

QString RootFolder::linkTarget(const QString &path) const
{
    const auto folder = openFolder(folderOf(path));
    if (!folder)
        return {};
    QByteArray target(4096, Qt::Uninitialized);
    const ssize_t length = ::readlinkat(folder->get(), QFile::encodeName(fileNameOf(path)).constData(), target.data(),
                                        size_t(target.size()));
    if (length <= 0 || length >= target.size())
        return {};
    target.truncate(qsizetype(length));
    const QString text = QFile::decodeName(target);
    const QString whole = QDir::cleanPath(text.startsWith(u'/') ? text : folderOf(path) + u'/' + text);
    return isSafePath(whole) ? whole : QString();
}

Result<std::optional<FileState>> RootFolder::readLinked(const QString &path) const
{
    const auto first = read(path, HardLinks::Taken);
    // What is a file on one system is a folder on another: /etc/sysconfig/network.
    if (!first && first.error().code == errorcode::filesNotRegular && openFolder(path))
        return std::optional<FileState>();
    auto state = first;
    QString at = path;
    for (int hops = 0; hops < 8 && !state && state.error().code == errorcode::filesSymlink; ++hops) {
        at = linkTarget(at);
        if (at.isEmpty())
            return first;
        if (at == u"/dev/null")
            return std::optional(FileState()); // how systemd's files are masked
        state = read(at, HardLinks::Taken);
    }
    return state && *state ? state : first;
}

Result<QStringList> RootFolder::list(const QString &folder, int limit) const
{
    auto opened = openFolder(folder);
    if (!opened) {
        struct stat status = {};
        const int asked
            = ::fstatat(m_fd.get(), QFile::encodeName(folder.mid(1)).constData(), &status, AT_SYMLINK_NOFOLLOW);
        // What is a folder on one system is a file on another: /etc/sysconfig/network.
        if ((asked != 0 && errno == ENOENT) || (asked == 0 && S_ISREG(status.st_mode)))
            return QStringList();
        return tl::unexpected(opened.error());
    }
    const int copy = ::fcntl(opened->get(), F_DUPFD_CLOEXEC, 3);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(copy < 0 ? nullptr : ::fdopendir(copy), ::closedir);
    if (!stream)
        return tl::unexpected(posixError(folder, errno));
    QStringList names;
    int seen = 0;
    while (const dirent *entry = ::readdir(stream.get())) {
        if (++seen > limit)
            return fail(QStringLiteral("files.too-many"),
                        QCoreApplication::translate("formats", "The folder “%1” holds more than %2 files.")
                            .arg(folder)
                            .arg(limit));
        struct stat status = {};
        if (::fstatat(opened->get(), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(status.st_mode))
            names.append(QFile::decodeName(entry->d_name));
    }
    names.sort();
    return names;
}

} // namespace bondwright::formats
