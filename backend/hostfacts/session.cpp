// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostfacts/session.h"

#include "hostfacts/smallfile.h"

#include <QStringList>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::hostfacts
{

namespace
{

constexpr int maxAncestors = 32;

// sshd writes IPv6 link-local addresses with a zone ("fe80::1%eth0"), and IPv4 on an IPv6 socket mapped.
std::optional<IpAddress> plainAddress(QStringView text)
{
    const qsizetype zone = text.indexOf(u'%');
    QStringView address = zone < 0 ? text : text.first(zone);
    if (address.startsWith(u"::ffff:", Qt::CaseInsensitive) && address.contains(u'.'))
        address = address.sliced(7);
    return IpAddress::fromString(address);
}

// "PID (NAME) STATE PPID …": the name may hold anything, so the last bracket counts (proc(5)).
qint64 parentOf(qint64 pid)
{
    const QByteArray stat = readSmallFile(u"/proc/%1/stat"_s.arg(pid));
    const qsizetype bracket = stat.lastIndexOf(')');
    const QList<QByteArray> fields = stat.mid(bracket + 1).simplified().split(' ');
    return bracket > 0 && fields.size() > 1 ? fields.at(1).toLongLong() : 0;
}

} // namespace

std::optional<Session> sessionFromSshConnection(QStringView text)
{
    const QList<QStringView> fields = text.split(u' ');
    if (fields.size() != 4)
        return std::nullopt;
    const auto peer = plainAddress(fields.at(0));
    const auto local = plainAddress(fields.at(2));
    return peer && local ? std::optional(Session{*peer, *local}) : std::nullopt;
}

std::optional<Session> sessionFromEnvironBlock(const QByteArray &block)
{
    const QByteArray name("SSH_CONNECTION=");
    for (const QByteArray &entry : block.split('\0')) {
        if (entry.startsWith(name))
            return sessionFromSshConnection(QString::fromLatin1(entry.mid(name.size())));
    }
    return std::nullopt;
}

std::optional<Session> currentSession()
{
    if (auto own = sessionFromSshConnection(qEnvironmentVariable("SSH_CONNECTION")))
        return own;
    qint64 pid = ::getppid();
    for (int i = 0; i < maxAncestors && pid > 1; ++i, pid = parentOf(pid)) {
        if (auto session = sessionFromEnvironBlock(readSmallFile(u"/proc/%1/environ"_s.arg(pid))))
            return session;
    }
    return std::nullopt;
}

} // namespace bondwright::hostfacts
