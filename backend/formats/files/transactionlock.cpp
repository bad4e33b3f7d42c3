// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/transactionlock.h"

#include "domain/errorcode.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <cerrno>

namespace bondwright::formats
{

Result<UniqueFd> takeTransactionLock(const RootFolder &root, const QString &folder)
{
    QStringList created;
    auto opened = root.openFolder(folder, true, &created);
    if (!opened)
        return opened;
    if (created.contains(folder))
        ::fchmod(opened->get(), 0700);
    UniqueFd lock(::openat(opened->get(), ".lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!lock.isValid())
        return tl::unexpected(posixError(folder, errno));
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return tl::unexpected(posixError(folder, errno));
        return fail(errorcode::filesBusy,
                    QCoreApplication::translate("formats", "Another change is being made at this moment."),
                    QCoreApplication::translate("formats", "Wait until it is confirmed or reverted."));
    }
    return lock;
}

bool isImmutable(int folder, const QString &name)
{
    const UniqueFd file(::openat(folder, QFile::encodeName(name).constData(),
                                 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    int flags = 0;
    return file.isValid() && ::ioctl(file.get(), FS_IOC_GETFLAGS, &flags) == 0
        && (flags & (FS_IMMUTABLE_FL | FS_APPEND_FL));
}

bool isMountPoint(int folder, const QString &name)
{
    struct statx status = {};
    return ::statx(folder, QFile::encodeName(name).constData(), AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_TYPE,
                   &status)
        == 0
        && (status.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

} // namespace bondwright::formats
