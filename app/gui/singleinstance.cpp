// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "singleinstance.h"

#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

constexpr std::size_t maxMessageBytes = 16 * 1024;
constexpr timeval patience{.tv_sec = 0, .tv_usec = 300'000}; // a first one that hangs must not keep the second waiting

std::optional<sockaddr_un> addressOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (std::size_t(name.size()) >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    return address;
}

bool isOurUser(int connection)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
}

} // namespace

SingleInstance::~SingleInstance()
{
    if (m_listener >= 0)
        ::close(m_listener);
}

QString SingleInstance::socketPath()
{
    QString display = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY", u"none"_s));
    for (QChar &letter : display) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR", QDir::tempPath());
    return u"%1/bondwright-%2-%3"_s.arg(folder).arg(::getuid()).arg(display);
}

bool SingleInstance::handOver(const QStringList &arguments)
{
    const auto address = addressOf(socketPath());
    const int connection = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (!address || connection < 0) {
        ::close(connection); // EBADF where there is none
        return false;
    }
    ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    QByteArray message;
    for (const QString &argument : arguments)
        message += argument.toUtf8() + '\0';
    message += '\0'; // a packet of no bytes would be the end of the connection
    char answer = 0;
    // Answered with one byte, so that arguments given to a dying program are not lost.
    const bool isTaken = std::size_t(message.size()) <= maxMessageBytes
        && ::connect(connection, reinterpret_cast<const sockaddr *>(&*address), sizeof *address) == 0
        && isOurUser(connection)
        && ::send(connection, message.constData(), std::size_t(message.size()), MSG_NOSIGNAL) == message.size()
        && ::recv(connection, &answer, 1, 0) == 1;
    ::close(connection);
    return isTaken;
}

void SingleInstance::listen()
{
    const auto address = addressOf(socketPath());
    m_listener = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (!address || m_listener < 0)
        return;
    // Left by a crashed instance: handOver() found no listener.
    ::unlink(address->sun_path);
    const mode_t before = ::umask(0077);
    const bool isBound = ::bind(m_listener, reinterpret_cast<const sockaddr *>(&*address), sizeof *address) == 0;
    ::umask(before);
    if (!isBound || ::listen(m_listener, 4) != 0)
        return;
    auto *notifier = new QSocketNotifier(m_listener, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &SingleInstance::takeConnection);
}

void SingleInstance::takeConnection()
{
    const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (connection < 0)
        return;
    if (!isOurUser(connection)) {
        ::close(connection);
        return;
    }
    auto *notifier = new QSocketNotifier(connection, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, connection] {
        notifier->setEnabled(false);
        notifier->deleteLater();
        takeArguments(connection);
        ::close(connection);
    });
}

void SingleInstance::takeArguments(int connection)
{
    QByteArray message(qsizetype(maxMessageBytes), Qt::Uninitialized);
    const ssize_t size = ::recv(connection, message.data(), maxMessageBytes, 0);
    if (size <= 0)
        return;
    message.truncate(size);
    if (!message.endsWith('\0'))
        return; // cut off, or another user's
    message.chop(1);
    QStringList arguments;
    for (qsizetype at = 0; at < message.size();) {
        const qsizetype end = message.indexOf('\0', at);
        if (end < 0)
            return;
        arguments.append(QString::fromUtf8(message.sliced(at, end - at)));
        at = end + 1;
    }
    ::send(connection, "1", 1, MSG_NOSIGNAL);
    Q_EMIT startedAgain(arguments);
}

} // namespace bondwright
