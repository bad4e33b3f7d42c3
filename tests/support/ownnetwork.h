// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posix/uniquefd.h"

#include <QFile>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bondwright
{

/// A network of this process's own, with a loopback interface to switch off and the right to ping from sockets. To be
/// entered first of all: a process with threads may not enter a user namespace.
inline bool enterOwnNetwork()
{
    const QByteArray uid = QByteArray::number(getuid()), gid = QByteArray::number(getgid());
    const auto write = [](const char *path, const QByteArray &text) {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const char *const pingGroups = "/proc/sys/net/ipv4/ping_group_range";
    if (::unshare(CLONE_NEWNET) == 0)
        return write(pingGroups, gid + " " + gid);
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 && write("/proc/self/setgroups", "deny")
        && write("/proc/self/uid_map", "0 " + uid + " 1") && write("/proc/self/gid_map", "0 " + gid + " 1")
        && write(pingGroups, "0 0");
}

inline bool setLoopback(bool up)
{
    const UniqueFd fd(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq request{};
    qstrcpy(request.ifr_name, "lo");
    request.ifr_flags = up ? IFF_UP : 0;
    return ::ioctl(fd.get(), SIOCSIFFLAGS, &request) == 0;
}

} // namespace bondwright
