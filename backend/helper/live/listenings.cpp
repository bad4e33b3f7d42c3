// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/listenings.h"

#include "domain/errorcode.h"
#include "domain/interfacename.h"
#include "helper/live/lldpsockets.h"
#include "helperclient/wire.h"

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Listenings::Listenings(const Environment &environment, QObject *parent)
    : QObject(parent)
    // bondwright-listener.socket
    , m_listener({"/run/bondwright-listener", environment.programPath, {u"--listen"_s}}, maxOutput)
{
}

void Listenings::start(std::chrono::seconds duration, const Reply &reply)
{
    const auto done = [reply](const QByteArray &lines) {
        const auto frames = framesFromLines(lines);
        if (frames)
            reply(QVariantList{QVariant::fromValue(wire::toMaps(*frames))});
        else
            reply(tl::unexpected(frames.error()));
    };
    ask(duration, QByteArray::number(qint64(duration.count())), done, reply);
}

void Listenings::countFlows(const QString &bond, std::chrono::seconds duration, const Reply &reply)
{
    if (kernelNameProblem(bond))
        return reply(fail(u"helper.invalid"_s, tr("That is no name of an interface.")));
    // The client parses the lines, and an error in them.
    const auto done = [reply](const QByteArray &lines) { reply(QVariantList{QString::fromLatin1(lines)}); };
    ask(duration, "flows " + QByteArray::number(qint64(duration.count())) + ' ' + bond.toUtf8(), done, reply);
}

void Listenings::ask(std::chrono::seconds duration, const QByteArray &line, SocketProgram::Done done,
                     const Reply &reply)
{
    if (duration < 1s || duration > 60s)
        return reply(fail(u"helper.invalid"_s, tr("Listening takes 1 to 60 seconds.")));
    if (m_listener.running() >= maxRunning)
        return reply(fail(errorcode::busy, tr("Too many are listening already."), tr("Try again in a moment.")));
    const auto asked = m_listener.ask(line + '\n', std::move(done));
    if (!asked)
        reply(fail(u"helper.failed"_s,
                   //: @error %1 system error text
                   tr("LLDP cannot be listened for: %1").arg(asked.error())));
}

} // namespace bondwright::helper
