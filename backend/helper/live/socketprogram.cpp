// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/socketprogram.h"

#include <QProcess>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace bondwright::helper
{

namespace
{

/// @return the connection; -1: no listener
int connectToUnit(const QByteArray &path)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), std::min(std::size_t(path.size()), sizeof address.sun_path - 1));
    if (descriptor >= 0 && ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

} // namespace

SocketProgram::SocketProgram(Place place, qsizetype maxOutput, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_maxOutput(maxOutput)
{
}

tl::expected<void, QString> SocketProgram::ask(const QByteArray &request, Done done)
{
    int descriptor = connectToUnit(m_place.socket);
    if (descriptor < 0) {
        const auto child = startChild();
        if (!child)
            return tl::unexpected(child.error());
        descriptor = *child;
    }
    read(descriptor, std::move(done));
    // If that does not arrive, the program ends and there is no output.
    (void)::send(descriptor, request.constData(), std::size_t(request.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return {};
}

void SocketProgram::read(int descriptor, Done done)
{
    ++m_running;
    auto *notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    const auto output = std::make_shared<QByteArray>();
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, descriptor, output, done = std::move(done)] {
        std::array<char, 16384> bytes{};
        const ssize_t length = ::recv(descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (length < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (length > 0)
            output->append(bytes.data(), length);
        if (length > 0 && output->size() <= m_maxOutput)
            return;
        // Over, or too much. The program ends when its socket is closed, and systemd ends one that lasts too long.
        notifier->setEnabled(false);
        notifier->deleteLater();
        ::close(descriptor);
        --m_running;
        done(*output);
    });
}

tl::expected<int, QString> SocketProgram::startChild()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return tl::unexpected(QString::fromLocal8Bit(std::strerror(errno)));
    auto *child = new QProcess(this);
    child->setProgram(m_place.program);
    child->setArguments(m_place.arguments);
    child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child->setChildProcessModifier([end = ends[1]] {
        ::dup2(end, STDIN_FILENO);
        ::dup2(end, STDOUT_FILENO);
    });
    connect(child, &QProcess::finished, child, &QObject::deleteLater);
    child->start();
    const bool hasStarted = child->waitForStarted(1000); // exec(2) of a local file
    ::close(ends[1]);
    if (hasStarted)
        return ends[0];
    ::close(ends[0]);
    child->deleteLater();
    return tl::unexpected(child->errorString());
}

} // namespace bondwright::helper
