// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"

#include <QTimer>

namespace bondwright
{

/// A helper driven by data: answers in a later turn of the event loop, as the real one does, and plays a
/// transaction's states when told to. Calls are written down in `calls`.
class FakeHelperClient : public helper::HelperClient
{
    Q_OBJECT
public:
    using HelperClient::HelperClient;

    // What it answers.
    bool reachable = true;
    std::optional<Error> refusal; ///< of everything that changes something
    std::optional<Error> trouble; ///< of everything
    helper::Capabilities caps;
    helper::Configuration config;
    QList<helper::BackupInfo> saved;
    helper::Preview previewed;
    helper::Transaction now;
    /// What a link does when it is switched.
    std::function<void(const QString &slave, bool up)> onLink;
    QByteArray rehearsalLines; ///< of every rehearsal
    QList<neighbours::HeardFrame> frames;
    kernel::FlowCount flows; ///< that are counted
    // What it was asked.
    QStringList calls;
    BondPlan applied;
    QStringList applyRequests; ///< ids, in order
    helper::ApplyOptions appliedOptions;

    /// Of the calls, those that switched a link: "eth0 down".
    QStringList linkCalls() const;
    void setReachable(bool is);
    /// Moves the transaction on and says so.
    void advance(helper::TransactionState state, quint32 secondsLeft = 0, const QString &reason = {});
    void step(int index, int count, const QString &text, bool finished, qint64 elapsedMs = 120);

    void rehearse(const BondPlan &plan, const helper::RehearsalOptions &options, QObject *context,
                  Callback<QByteArray> done) override;

    void countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                    Callback<kernel::FlowCount> done) override;
    void listen(std::chrono::seconds duration, QObject *context, Callback<QList<neighbours::HeardFrame>> done) override;
    bool isReachable() const override { return reachable; }
    void capabilities(QObject *context, Callback<helper::Capabilities> done) override;
    void configuration(QObject *context, Callback<helper::Configuration> done) override;
    void backups(QObject *context, Callback<QList<helper::BackupInfo>> done) override;
    void backupDiff(const QString &id, QObject *context, Callback<QList<helper::FileDiff>> done) override;
    void transaction(QObject *context, Callback<helper::Transaction> done) override;
    void preview(const BondPlan &plan, helper::Backend backend, QObject *context,
                 Callback<helper::Preview> done) override;
    void previewRemove(const QString &bond, helper::Backend backend, QObject *context,
                       Callback<helper::Preview> done) override;
    void apply(const QString &request, const BondPlan &plan, const helper::ApplyOptions &options, QObject *context,
               Callback<helper::Ticket> done) override;
    void remove(const QString &request, const QString &bond, const helper::ApplyOptions &options, QObject *context,
                Callback<helper::Ticket> done) override;
    void restore(const QString &request, const QString &id, const helper::ApplyOptions &options, QObject *context,
                 Callback<helper::Ticket> done) override;
    void confirm(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void rollback(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void extend(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done) override;
    void activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done) override;
    void setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                      QObject *context, Callback<Nothing> done) override;
    void identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done) override;

private:
    template <typename T>
    void answer(const QString &call, QObject *context, Callback<T> done, const T &value, bool changes = false)
    {
        calls.append(call);
        Result<T> result = value;
        if (trouble)
            result = tl::unexpected<Error>(*trouble);
        else if (changes && refusal)
            result = tl::unexpected<Error>(*refusal);
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
    helper::Ticket begin(ChangeAction action, const QString &bond, const helper::ApplyOptions &options);
};

} // namespace bondwright
