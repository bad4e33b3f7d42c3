// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remotehost.h"

#include "host/protocol/surroundingsjson.h"
#include "host/protocol/surveyjson.h"
#include "host/transport/ssh.h"
#include "kernel/recording/statejson.h"
#include "ping/systempinger.h"

#include <QJsonArray>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

const QStringList serveCommand{u"bondctl"_s, u"serve"_s, u"--stdio"_s};

SteadyChannel::Open channelBy(Result<Command> (*way)(const QString &, const QStringList &, const QString &),
                              const QString &name, const QStringList &remote, const QString &askpass)
{
    // A wrong name has been refused before (isHostName), so that there always is a command.
    return [command = way(name, remote, askpass).value_or(Command{u"false"_s, {}})] {
        return std::make_unique<CommandChannel>(command, maximumReplyLine);
    };
}

} // namespace

RemoteHost::RemoteHost(const QString &name, const QString &askpass, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_connection(channelBy(sshCommand, name, serveCommand, askpass))
    , m_source(m_connection, channelBy(sshCommand, name, AgentlessSource::remoteCommand(), askpass))
    , m_served(m_connection, channelBy(freshSshCommand, name, serveCommand, askpass))
    , m_bundle(std::make_unique<BundleHelper>(BundleHelper::bySsh(name, askpass), name))
    , m_helper(m_source, m_served, m_bundle.get())
{
    follow();
}

RemoteHost::RemoteHost(const QString &name, const SteadyChannel::Open &open, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_connection(open)
    , m_source(m_connection, open)
    , m_served(m_connection, open)
    , m_helper(m_source, m_served, nullptr)
{
    follow();
}

void RemoteHost::follow()
{
    m_agent.listenTo(m_connection);
    connect(&m_connection, &Connection::stateChanged, this, &RemoteHost::reachChanged);
    connect(&m_connection, &Connection::methodUnknown, this, &RemoteHost::unknownMethodsChanged);
    connect(&m_source, &HostSource::agentlessBegan, this, [this] {
        connect(m_source.agentless(), &AgentlessSource::reachedChanged, this, &RemoteHost::reachChanged);
        Q_EMIT reachChanged();
    });
    connect(&m_served, &RemoteHelper::connectionOpened, &m_agent, &RemoteAgent::listenTo);
}

Reach RemoteHost::reach()
{
    if (const AgentlessSource *shell = m_source.agentless()) {
        if (shell->isReached())
            return Reach::Watched;
        return shell->trouble().message.isEmpty() ? Reach::Connecting : Reach::Offline;
    }
    switch (m_connection.state()) {
    case Connection::State::Connecting:
        // A further try is not reported until it succeeds.
        return m_connection.trouble().message.isEmpty() ? Reach::Connecting : Reach::Offline;
    case Connection::State::Online:
        return Reach::Served;
    case Connection::State::Offline:
        return m_connection.trouble().message.isEmpty() ? Reach::Connecting : Reach::Offline;
    case Connection::State::Refused:
        break;
    }
    return Reach::Refused;
}

Error RemoteHost::trouble()
{
    return m_source.agentless() ? m_source.agentless()->trouble() : m_connection.trouble();
}

QDateTime RemoteHost::lastSeen()
{
    return m_source.agentless() ? m_source.agentless()->lastSeen() : m_connection.lastSeen();
}

void RemoteHost::retry()
{
    if (m_source.agentless())
        m_source.agentless()->start();
    else
        m_connection.start();
}

ping::Pinger *RemoteHost::createPinger(const ping::PingTarget &target, QObject *parent)
{
    if (m_source.isAgentless()) {
        // The master is there; never begin one that would ask questions.
        if (const auto command = sshCommand(m_name, {u"env"_s, u"LC_ALL=C"_s, u"ping"_s}))
            return new ping::SystemPinger(target, command->program,
                                          QStringList{u"-o"_s, u"BatchMode=yes"_s} + command->arguments, parent);
    }
    return new RemotePinger(m_connection, target, parent);
}

void RemoteHost::events(const QDateTime &since, QObject *context,
                        std::function<void(const Result<QList<kernel::BondEvent>> &)> done)
{
    m_connection.request(Method::Events, {{u"sinceMs"_s, since.toMSecsSinceEpoch()}}, context,
                         [done = std::move(done)](const Result<QJsonObject> &answer) {
                             done(answer.map([](const QJsonObject &object) {
                                 QList<kernel::BondEvent> events;
                                 const QJsonArray items = object[u"items"].toArray();
                                 for (const QJsonValue &item : items) {
                                     if (const auto event = kernel::eventFromJson(item.toObject()))
                                         events.append(*event);
                                 }
                                 return events;
                             }));
                         });
}

void RemoteHost::surroundings(QObject *context, std::function<void(const Result<hostfacts::Surroundings> &)> done)
{
    m_connection.request(
        Method::Surroundings, {}, context,
        [done = std::move(done)](const Result<QJsonObject> &answer) { done(answer.map(surroundingsFrom)); });
}

void RemoteHost::survey(QObject *context, std::function<void(const Result<diagnosis::Surveyed> &)> done)
{
    m_connection.request(Method::Survey, {}, context, [done = std::move(done)](const Result<QJsonObject> &answer) {
        done(answer.map(surveyedFrom));
    });
}

} // namespace bondwright::host
