// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remotehost.h"

#include "host/transport/ssh.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

const QStringList serveCommand{u"bondctl"_s, u"serve"_s, u"--stdio"_s};

SteadyChannel::Open channelBy(Result<Command> (*way)(const QString &, const QStringList &), const QString &name,
                              const QStringList &remote)
{
    // A wrong name has been refused before (isHostName), so that there always is a command.
    return [command = way(name, remote).value_or(Command{u"false"_s, {}})] {
        return std::make_unique<CommandChannel>(command, maximumReplyLine);
    };
}

} // namespace

RemoteHost::RemoteHost(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_connection(channelBy(sshCommand, name, serveCommand))
    , m_source(m_connection, channelBy(sshCommand, name, AgentlessSource::remoteCommand()))
    , m_helper(m_connection, channelBy(freshSshCommand, name, serveCommand))
    , m_agent(m_connection)
{
}

ping::Pinger *RemoteHost::createPinger(const ping::PingTarget &target, QObject *parent)
{
    return new RemotePinger(m_connection, target, parent);
}

} // namespace bondwright::host
