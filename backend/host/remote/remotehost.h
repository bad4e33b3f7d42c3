// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/hostsource.h"
#include "host/remote/remoteagent.h"
#include "host/remote/remotehelper.h"
#include "host/remote/remotepinger.h"

namespace bondwright::host
{

/// Another host, reached by the user's own ssh: what this computer has as source, helper and pings, from there.
class RemoteHost final : public QObject
{
    Q_OBJECT
public:
    /// @param name for ssh: the caller has asked isHostName()
    explicit RemoteHost(const QString &name, QObject *parent = nullptr);

    const QString &name() const { return m_name; }
    Connection &connection() { return m_connection; }
    HostSource &source() { return m_source; }
    RemoteHelper &helper() { return m_helper; }
    RemoteAgent &agent() { return m_agent; }
    ping::Pinger *createPinger(const ping::PingTarget &target, QObject *parent);

private:
    QString m_name;
    Connection m_connection;
    HostSource m_source;
    RemoteHelper m_helper;
    RemoteAgent m_agent;
};

} // namespace bondwright::host
