// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/agentless/agentlesssource.h"
#include "host/remote/remotesource.h"

namespace bondwright::host
{

/// Another host's state: by bondctl there, else by the shell's program (AgentlessSource).
class HostSource final : public kernel::KernelSource
{
    Q_OBJECT
public:
    HostSource(Connection &connection, SteadyChannel::Open openShell, QObject *parent = nullptr);

    void start() override;
    const kernel::Snapshot &snapshot() const override { return current().snapshot(); }
    void watchCounters(const QSet<int> &ifindexes) override;
    void setSampleInterval(std::chrono::milliseconds interval) override;

    /// No bondctl there: it can be watched, twice a second, and not changed by its helper.
    bool isAgentless() const { return m_agentless != nullptr; }
    AgentlessSource *agentless() { return m_agentless.get(); }

Q_SIGNALS:
    void agentlessBegan();

private:
    kernel::KernelSource &current();
    const kernel::KernelSource &current() const;
    void forward(kernel::KernelSource &source);
    void fallBack();

    RemoteSource m_remote;
    SteadyChannel::Open m_openShell;
    std::unique_ptr<AgentlessSource> m_agentless;
    QSet<int> m_watched;
};

} // namespace bondwright::host
