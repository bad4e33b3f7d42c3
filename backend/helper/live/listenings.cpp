// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/listenings.h"

#include "helper/live/lldpsockets.h"
#include "helperclient/wire.h"

#include <QProcess>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// bondwright-listener.socket.
constexpr char listenerPath[] = "/run/bondwright-listener";

/// @return the connection; -1: nobody listens
int connectToListener()
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, listenerPath, sizeof listenerPath);
    if (descriptor >= 0 && ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

} // namespace

Listenings::Listenings(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
}

void Listenings::start(std::chrono::seconds duration, const Reply &reply)
{
    if (duration < 1s || duration > 60s)
        return reply(fail(u"helper.invalid"_s, tr("Listening takes 1 to 60 seconds.")));
    if (m_running >= maxRunning)
        return reply(fail(u"helper.busy"_s, tr("Too many are listening already."), tr("Try again in a moment.")));
    const int unit = connectToListener();
    const Result<int> descriptor = unit >= 0 ? Result<int>(unit) : startChild();
    if (!descriptor)
        return reply(tl::unexpected(descriptor.error()));
    read(*descriptor, reply);
    const QByteArray line = QByteArray::number(qint64(duration.count())) + '\n';
    // If that does not arrive, the program ends and there are no lines.
    (void)::send(*descriptor, line.constData(), std::size_t(line.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
}

void Listenings::read(int descriptor, const Reply &reply)
{
    ++m_running;
    auto *notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, this);
    const auto lines = std::make_shared<QByteArray>();
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, descriptor, lines, reply] {
        std::array<char, 16384> bytes{};
        const ssize_t length = ::recv(descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (length < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (length > 0)
            lines->append(bytes.data(), length);
        if (length > 0 && lines->size() <= maxOutput)
            return;
        notifier->setEnabled(false);
        notifier->deleteLater();
        ::close(descriptor);
        --m_running;
        const auto frames = framesFromLines(*lines);
        if (frames)
            reply(QVariantList{QVariant::fromValue(wire::toMaps(*frames))});
        else
            reply(tl::unexpected(frames.error()));
    });
}

/// Where systemd does not run: the helper has all of root's rights then.
Result<int> Listenings::startChild()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return fail(u"helper.failed"_s,
                    //: @error %1 system error text
                    tr("LLDP cannot be listened for: %1").arg(QString::fromLocal8Bit(std::strerror(errno))));
    auto *child = new QProcess(this);
    child->setProgram(m_environment.programPath);
    child->setArguments({u"--listen"_s});
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
    return fail(u"helper.failed"_s,
                //: @error %1 system error text
                tr("LLDP cannot be listened for: %1").arg(child->errorString()));
}

} // namespace bondwright::helper
