// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/surveyed.h"
#include "host/remote/hosthelper.h"
#include "host/remote/hostsource.h"
#include "host/remote/reach.h"
#include "host/remote/remoteagent.h"
#include "host/remote/remotehelper.h"
#include "host/remote/remotepinger.h"
#include "hostfacts/surroundings.h"

namespace bondwright::host
{

/// Another host, reached by the user's own ssh or another way: what this computer has as source, helper and pings, from
/// there.
class RemoteHost final : public QObject
{
    Q_OBJECT
public:
    /// @param name for ssh: the caller has asked isHostName() @param askpass as for sshCommand()
    explicit RemoteHost(const QString &name, const QString &askpass = {}, QObject *parent = nullptr);
    /// By another way than ssh. @param open a conversation with its bondctl, each time a new one
    RemoteHost(const QString &name, const SteadyChannel::Open &open, QObject *parent = nullptr);

    const QString &name() const { return m_name; }
    Connection &connection() { return m_connection; }
    HostSource &source() { return m_source; }
    helper::HelperClient &helper() { return m_helper; }
    RemoteAgent &agent() { return m_agent; }
    Reach reach();
    /// Why it is not reached; translated.
    Error trouble();
    /// When something was last heard; invalid: never.
    QDateTime lastSeen();
    /// The methods asked for that an older bondctl there does not know.
    const QList<Method> &unknownMethods() const { return m_connection.unknownMethods(); }
    /// Tries again at once, also where that had been given up.
    void retry();
    /// From the host itself: by its bondctl, or else by its ping program.
    ping::Pinger *createPinger(const ping::PingTarget &target, QObject *parent);
    /// Those that are kept there, and those of its journal; the newest last.
    void events(const QDateTime &since, QObject *context,
                std::function<void(const Result<QList<kernel::BondEvent>> &)> done);
    /// A host whose bondctl is older tells nothing: the error is "protocol.method".
    void surroundings(QObject *context, std::function<void(const Result<hostfacts::Surroundings> &)> done);
    /// What the diagnosis asks for beside the state. Of an older host the error is "protocol.method".
    void survey(QObject *context, std::function<void(const Result<diagnosis::Surveyed> &)> done);

Q_SIGNALS:
    void reachChanged();
    void unknownMethodsChanged();

private:
    void follow();

    QString m_name;
    Connection m_connection;
    HostSource m_source;
    RemoteHelper m_served;
    std::unique_ptr<BundleHelper> m_bundle; ///< null: not reached by ssh
    HostHelper m_helper;
    RemoteAgent m_agent;
};

} // namespace bondwright::host
