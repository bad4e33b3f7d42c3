// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"
#include "host/remote/connection.h"

namespace bondwright::host
{

/// The helper of another host. Polkit there asks about the user who logged in there.
///
/// A change is confirmed over a connection of its own: who cannot open one now could not reach the host later, and
/// then the change must not stay.
class RemoteHelper final : public helper::HelperClient
{
    Q_OBJECT
public:
    /// @param openFresh a new way to the host, not shared with @p connection
    RemoteHelper(Connection &connection, SteadyChannel::Open openFresh, QObject *parent = nullptr);

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

    bool isReachable() const override { return m_isReachable; }

Q_SIGNALS:
    /// A further one, for as long as a confirmation takes.
    void connectionOpened(bondwright::host::Connection &connection);

private:
    template <typename T>
    void read(Method method, const QJsonObject &arguments, QObject *context, Callback<T> done);
    void change(Method method, const QJsonObject &arguments, QObject *context, Callback<helper::Ticket> done);
    void act(Method method, const QJsonObject &arguments, QObject *context, Callback<Nothing> done);
    void take(const Notice &notice);
    void setReachable(bool reachable);
    /// The client's own step of a change: the new connection.
    void tellReaching(const QString &transactionId, std::optional<std::chrono::milliseconds> elapsed);

    Connection &m_connection;
    SteadyChannel::Open m_openFresh;
    bool m_isReachable = false;
    int m_stepCount = 0; ///< of the helper, in the change that is on its way
};

} // namespace bondwright::host
