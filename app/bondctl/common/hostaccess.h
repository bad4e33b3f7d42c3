// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/healthkeeper.h"
#include "domain/hostfacts.h"
#include "helperclient/helperclient.h"
#include "host/remote/remotehost.h"
#include "kernel/kernelsource.h"

#include <memory>

namespace bondwright::watch
{
class Survey;
}

namespace bondwright::cli
{

struct Context;
class TerminalAgent;
class TerminalConversation;

/// "“bondctl --host srv1 bonds” lists …" for "“bondctl bonds” lists …". @param host empty: this one
QString commandsFor(const QString &host, const QString &text);

/// The host that a command is about: this one, or another one by ssh. What is asked for a password is asked on the
/// terminal: by ssh itself, and for polkit by pkttyagent here or by a TerminalConversation for another host.
class HostAccess final
{
public:
    HostAccess();
    ~HostAccess();
    Q_DISABLE_COPY_MOVE(HostAccess)

    /// From now on it is another host; waits until its state is there. Errors: ssh's, and where it has no
    /// bondctl those of its shell.
    Result<void> connect(const QString &name);

    bool isOther() const { return m_remote != nullptr; }
    /// Watched by a program of the shell, and changed by a script (host::BundleHelper).
    bool isAgentless() const { return isOther() && m_remote->source().isAgentless(); }
    /// For ssh; empty: this host.
    QString name() const { return isOther() ? m_remote->name() : QString(); }
    /// "bondctl --host srv1": how a command line about it begins.
    QString commandBegin() const;
    /// Of other rooms, and of other hosts, a text knows the commands of its own host only. @return the one for here
    QString withHost(const QString &text) const;

    /// May have been started.
    kernel::KernelSource &source();
    helper::HelperClient &helper();
    ping::Pinger *createPinger(const ping::PingTarget &target, QObject *parent);

    /// Its interfaces and bonds now. @param trouble what went wrong meanwhile. Error "host.no-answer": the kernel's
    /// list could not be read.
    Result<kernel::Snapshot> snapshot(QString *trouble = nullptr);
    /// What plans are checked against.
    Result<HostFacts> facts();
    /// What the diagnosis asks for beside the snapshot. Waits for those who are asked, at most 8 s.
    diagnosis::Surveyed survey();
    /// survey() for a command that keeps watching.
    diagnosis::HealthKeeper::AskSurvey surveyor();
    /// Of another host, whose journal is read there.
    Result<QList<kernel::BondEvent>> otherEvents(const QDateTime &since);

private:
    std::unique_ptr<kernel::KernelSource> m_source;
    std::unique_ptr<TerminalAgent> m_agent;
    std::unique_ptr<helper::HelperClient> m_helper;
    std::unique_ptr<host::RemoteHost> m_remote;
    std::unique_ptr<watch::Survey> m_survey; ///< of this host
    std::unique_ptr<TerminalConversation> m_conversation;
    std::optional<hostfacts::Surroundings> m_surroundings; ///< of another host; none: its bondctl is older
};

} // namespace bondwright::cli
