// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/hosthelper.h"

namespace bondwright::host
{

using namespace helper;

HostHelper::HostHelper(HostSource &source, RemoteHelper &helper, BundleHelper *bundle, QObject *parent)
    : HelperClient(parent)
    , m_source(source)
    , m_helper(helper)
    , m_bundle(bundle)
{
    forward(helper);
    if (!bundle)
        return;
    forward(*bundle);
    connect(&source, &HostSource::agentlessBegan, this, [this] {
        connect(m_source.agentless(), &AgentlessSource::reachedChanged, m_bundle,
                [this](bool isReached) { isReached ? m_bundle->arrive() : m_bundle->leave(); });
    });
}

HelperClient &HostHelper::current() const
{
    return m_bundle && m_source.isAgentless() ? static_cast<HelperClient &>(*m_bundle) : m_helper;
}

void HostHelper::forward(HelperClient &helper)
{
    connect(&helper, &HelperClient::reachableChanged, this, [this] { Q_EMIT reachableChanged(isReachable()); });
    connect(&helper, &HelperClient::transactionChanged, this, &HelperClient::transactionChanged);
    connect(&helper, &HelperClient::stepProgressed, this, &HelperClient::stepProgressed);
}

void HostHelper::capabilities(QObject *context, Callback<Capabilities> done)
{
    current().capabilities(context, std::move(done));
}

void HostHelper::configuration(QObject *context, Callback<Configuration> done)
{
    current().configuration(context, std::move(done));
}

void HostHelper::backups(QObject *context, Callback<QList<BackupInfo>> done)
{
    current().backups(context, std::move(done));
}

void HostHelper::backupDiff(const QString &backupId, QObject *context, Callback<QList<FileDiff>> done)
{
    current().backupDiff(backupId, context, std::move(done));
}

void HostHelper::transaction(QObject *context, Callback<Transaction> done)
{
    current().transaction(context, std::move(done));
}

void HostHelper::preview(const BondPlan &plan, Backend backend, QObject *context, Callback<Preview> done)
{
    current().preview(plan, backend, context, std::move(done));
}

void HostHelper::previewRemove(const QString &bond, Backend backend, QObject *context, Callback<Preview> done)
{
    current().previewRemove(bond, backend, context, std::move(done));
}

void HostHelper::apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options, QObject *context,
                       Callback<Ticket> done)
{
    current().apply(requestId, plan, options, context, std::move(done));
}

void HostHelper::remove(const QString &requestId, const QString &bond, const ApplyOptions &options, QObject *context,
                        Callback<Ticket> done)
{
    current().remove(requestId, bond, options, context, std::move(done));
}

void HostHelper::restore(const QString &requestId, const QString &backupId, const ApplyOptions &options,
                         QObject *context, Callback<Ticket> done)
{
    current().restore(requestId, backupId, options, context, std::move(done));
}

void HostHelper::confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    current().confirm(ticket, context, std::move(done));
}

void HostHelper::rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    current().rollback(ticket, context, std::move(done));
}

void HostHelper::extend(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    current().extend(ticket, context, std::move(done));
}

void HostHelper::activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done)
{
    current().activateSlave(bond, slave, context, std::move(done));
}

void HostHelper::setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                              QObject *context, Callback<Nothing> done)
{
    current().setSlaveLink(bond, slave, up, undoAfter, context, std::move(done));
}

void HostHelper::listen(std::chrono::seconds duration, QObject *context, Callback<QList<neighbours::HeardFrame>> done)
{
    current().listen(duration, context, std::move(done));
}

void HostHelper::countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                            Callback<kernel::FlowCount> done)
{
    current().countFlows(bond, duration, context, std::move(done));
}

void HostHelper::identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done)
{
    current().identify(nic, duration, context, std::move(done));
}

} // namespace bondwright::host
