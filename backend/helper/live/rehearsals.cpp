// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/rehearsals.h"

#include "i18n/language.h"
#include "rehearsal/request.h"

#include <QFileInfo>
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

namespace
{

/// bondwright-rehearsal.socket.
constexpr char socketPath[] = "/run/bondwright-rehearsal";

tl::unexpected<Error> systemFailure(int number)
{
    return fail(
        u"helper.failed"_s,
        //: @error %1 system error text
        Rehearsals::tr("The rehearsal could not be started: %1").arg(QString::fromLocal8Bit(std::strerror(number))));
}

/// @return the connection; -1: nobody listens
int connectToUnit()
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, socketPath, sizeof socketPath);
    if (descriptor >= 0 && ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

/// A request fits the socket's buffer (maxPlanBytes are less than the usual 208 KiB), so that this never waits.
bool send(int descriptor, const QByteArray &line)
{
    return ::send(descriptor, line.constData(), std::size_t(line.size()), MSG_DONTWAIT | MSG_NOSIGNAL) == line.size();
}

} // namespace

Rehearsals::Rehearsals(const Environment &environment, kernel::KernelSource &source, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_source(source)
{
}

void Rehearsals::start(const Request &request, const Reply &reply)
{
    const auto parsed = planFromJson(request.plan);
    if (!parsed)
        return reply(fail(u"helper.invalid"_s, parsed.error().message, parsed.error().hint));
    const auto kind = rehearsal::switchKindFromName(request.rehearsal.switchKind);
    if (!kind)
        return reply(fail(u"helper.invalid"_s, tr("There is no such switch: %1").arg(request.rehearsal.switchKind)));
    if (m_running >= maxRunning)
        return reply(fail(u"helper.busy"_s, tr("Too many rehearsals are running."), tr("Try again in a moment.")));
    rehearsal::Request asked = rehearsal::requestFor(parsed->plan, kernel::toHostFacts(m_source.snapshot()), *kind);
    asked.observeOnly = request.rehearsal.observeOnly;
    asked.pulls = request.rehearsal.pulls;
    // A file's name is made of it.
    const bool isKnown = i18n::languages().contains(request.rehearsal.language);
    asked.language = isKnown ? request.rehearsal.language : u"en"_s;
    const auto descriptor = connectToProgram();
    if (!descriptor)
        return reply(tl::unexpected(descriptor.error()));
    read(*descriptor, reply);
    // If that does not arrive, the program ends and there are no lines.
    (void)send(*descriptor, rehearsal::toJson(asked));
}

Result<int> Rehearsals::connectToProgram()
{
    const int unit = connectToUnit();
    return unit >= 0 ? Result<int>(unit) : startChild();
}

void Rehearsals::read(int descriptor, const Reply &reply)
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
        // Over, or too much. The program ends when its socket is closed, and systemd ends one that lasts too long.
        notifier->setEnabled(false);
        notifier->deleteLater();
        ::close(descriptor);
        --m_running;
        reply(QVariantList{QString::fromUtf8(*lines)});
    });
}

/// Where systemd does not run: the helper has all of root's rights then.
Result<int> Rehearsals::startChild()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return systemFailure(errno);
    auto *child = new QProcess(this);
    child->setProgram(QFileInfo(m_environment.programPath).path() + u"/bondwright-rehearsal"_s);
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
    return fail(u"helper.failed"_s, tr("The rehearsal could not be started: %1").arg(child->errorString()));
}

} // namespace bondwright::helper
