// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/hostsource.h"

#include "domain/errorcode.h"

namespace bondwright::host
{

HostSource::HostSource(Connection &connection, SteadyChannel::Open openShell, QObject *parent)
    : KernelSource(parent)
    , m_remote(connection)
    , m_openShell(std::move(openShell))
{
    connect(&connection, &Connection::stateChanged, this, [this, &connection](Connection::State state) {
        if (state == Connection::State::Refused && connection.trouble().code == errorcode::noBondctl)
            fallBack();
    });
    forward(m_remote);
}

void HostSource::forward(kernel::KernelSource &source)
{
    connect(&source, &KernelSource::snapshotChanged, this, &KernelSource::snapshotChanged);
    connect(&source, &KernelSource::eventOccurred, this, &KernelSource::eventOccurred);
    connect(&source, &KernelSource::sampleTaken, this, &KernelSource::sampleTaken);
    connect(&source, &KernelSource::troubleOccurred, this, &KernelSource::troubleOccurred);
}

void HostSource::fallBack()
{
    if (m_agentless)
        return;
    m_agentless = std::make_unique<AgentlessSource>(m_openShell);
    forward(*m_agentless);
    m_agentless->watchCounters(m_watched);
    m_agentless->start();
    Q_EMIT agentlessBegan();
}

kernel::KernelSource &HostSource::current()
{
    return m_agentless ? static_cast<KernelSource &>(*m_agentless) : m_remote;
}

const kernel::KernelSource &HostSource::current() const
{
    return m_agentless ? static_cast<const KernelSource &>(*m_agentless) : m_remote;
}

void HostSource::start()
{
    current().start();
}

void HostSource::watchCounters(const QSet<int> &ifindexes)
{
    m_watched = ifindexes;
    current().watchCounters(ifindexes);
}

void HostSource::setSampleInterval(std::chrono::milliseconds interval)
{
    current().setSampleInterval(interval);
}

} // namespace bondwright::host
