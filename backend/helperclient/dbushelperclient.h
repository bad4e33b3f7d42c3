// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"
#include "helperclient/request.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>

namespace bondwright::helper
{

/// The real helper, over a bus connection (the system bus in the product, a private one in tests).
class DbusHelperClient final : public HelperClient
{
    Q_OBJECT
public:
    explicit DbusHelperClient(const QDBusConnection &bus, QObject *parent = nullptr);

    void capabilities(QObject *context, Callback<Capabilities> done) override;
    void configuration(QObject *context, Callback<Configuration> done) override;
    void backups(QObject *context, Callback<QList<BackupInfo>> done) override;
    void backupDiff(const QString &backupId, QObject *context, Callback<QList<FileDiff>> done) override;
    void transaction(QObject *context, Callback<Transaction> done) override;
    void preview(const BondPlan &plan, Backend backend, QObject *context, Callback<Preview> done) override;
    void previewRemove(const QString &bond, Backend backend, QObject *context, Callback<Preview> done) override;

    void apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options, QObject *context,
               Callback<Ticket> done) override;
    void remove(const QString &requestId, const QString &bond, const ApplyOptions &options, QObject *context,
                Callback<Ticket> done) override;
    void restore(const QString &requestId, const QString &backupId, const ApplyOptions &options, QObject *context,
                 Callback<Ticket> done) override;
    void confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void extend(const Ticket &ticket, QObject *context, Callback<Nothing> done) override;

    void activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done) override;
    void setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                      QObject *context, Callback<Nothing> done) override;
    void identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done) override;

    void listen(std::chrono::seconds duration, QObject *context, Callback<QList<neighbours::HeardFrame>> done) override;
    void countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                    Callback<kernel::FlowCount> done) override;
    void rehearse(const BondPlan &plan, const RehearsalOptions &options, QObject *context,
                  Callback<QByteArray> done) override;

    bool isReachable() const override { return m_reachable; }

private Q_SLOTS:
    void onTransactionChanged(const QVariantMap &map, const QDBusMessage &signal);
    void onStepProgressed(const QVariantMap &map, const QDBusMessage &signal);

private:
    using Reply = std::function<void(const Result<QVariantList> &)>;
    void call(const Request &request, QObject *context, Reply done, bool mayPrompt = true, int tries = 10);
    template <typename T>
    void read(Request request, QObject *context, Callback<T> done);
    void change(Request request, QObject *context, Callback<Ticket> done);
    void act(const Request &request, QObject *context, Callback<Nothing> done);
    void onStarted();
    void findService();
    void findOwner();
    bool isFromHelper(const QDBusMessage &signal) const;
    void setReachable(bool reachable);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QString m_owner; ///< the helper's unique bus name
    bool m_isActivatable = false;
    bool m_reachable = false;
    bool m_wasAnswered = false; ///< the helper lets this program look
};

} // namespace bondwright::helper
