// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/bundle/bundlehelper.h"
#include "host/remote/hostsource.h"
#include "host/remote/remotehelper.h"

namespace bondwright::host
{

/// Changes another host: by the helper there, else by the script (BundleHelper).
class HostHelper final : public helper::HelperClient
{
    Q_OBJECT
public:
    /// @param bundle null: there is no such way; both outlive this
    HostHelper(HostSource &source, RemoteHelper &helper, BundleHelper *bundle, QObject *parent = nullptr);

    void capabilities(QObject *context, Callback<helper::Capabilities> done) override;
    void configuration(QObject *context, Callback<helper::Configuration> done) override;
    void backups(QObject *context, Callback<QList<helper::BackupInfo>> done) override;
    void backupDiff(const QString &backupId, QObject *context, Callback<QList<helper::FileDiff>> done) override;
    void transaction(QObject *context, Callback<helper::Transaction> done) override;
    void preview(const BondPlan &plan, helper::Backend backend, QObject *context,
                 Callback<helper::Preview> done) override;
    void previewRemove(const QString &bond, helper::Backend backend, QObject *context,
                       Callback<helper::Preview> done) override;

    void apply(const QString &requestId, const BondPlan &plan, const helper::ApplyOptions &options, QObject *context,
               Callback<helper::Ticket> done) override;
    void remove(const QString &requestId, const QString &bond, const helper::ApplyOptions &options, QObject *context,
                Callback<helper::Ticket> done) override;
    void restore(const QString &requestId, const QString &backupId, const helper::ApplyOptions &options,
                 QObject *context, Callback<helper::Ticket> done) override;
    void confirm(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void rollback(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void extend(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;

    void activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done) override;
    void setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                      QObject *context, Callback<Nothing> done) override;
    void listen(std::chrono::seconds duration, QObject *context, Callback<QList<neighbours::HeardFrame>> done) override;
    void countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                    Callback<kernel::FlowCount> done) override;
    void identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done) override;

    bool isReachable() const override { return current().isReachable(); }

private:
    helper::HelperClient &current() const;
    void forward(helper::HelperClient &helper);

    HostSource &m_source;
    RemoteHelper &m_helper;
    BundleHelper *m_bundle;
};

} // namespace bondwright::host
