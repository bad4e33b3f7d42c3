// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"
#include "kernel/flowcensus.h"
#include "neighbours/heardframe.h"

#include <QObject>

#include <functional>

namespace bondwright::helper
{

/// The unprivileged side of the helper. Every call returns at once; the answer comes through the callback
/// in this thread, or not at all once `context` is gone. Error codes: "helper.unreachable",
/// "helper.not-authorized", "helper.busy", "helper.conflict", "helper.invalid", "helper.failed".
class HelperClient : public QObject
{
    Q_OBJECT
public:
    template <typename T>
    using Callback = std::function<void(const Result<T> &)>;
    struct Nothing {
    };

    using QObject::QObject;
    ~HelperClient() override;

    virtual void capabilities(QObject *context, Callback<Capabilities> done) = 0;
    virtual void configuration(QObject *context, Callback<Configuration> done) = 0;
    virtual void backups(QObject *context, Callback<QList<BackupInfo>> done) = 0;
    virtual void backupDiff(const QString &backupId, QObject *context, Callback<QList<FileDiff>> done) = 0;
    virtual void transaction(QObject *context, Callback<Transaction> done) = 0;
    virtual void preview(const BondPlan &plan, Backend backend, QObject *context, Callback<Preview> done) = 0;
    virtual void previewRemove(const QString &bond, Backend backend, QObject *context, Callback<Preview> done) = 0;

    virtual void apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options, QObject *context,
                       Callback<Ticket> done)
        = 0;
    virtual void remove(const QString &requestId, const QString &bond, const ApplyOptions &options, QObject *context,
                        Callback<Ticket> done)
        = 0;
    virtual void restore(const QString &requestId, const QString &backupId, const ApplyOptions &options,
                         QObject *context, Callback<Ticket> done)
        = 0;
    /// An empty token asks for administrator authorisation (confirming another user's change).
    virtual void confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done) = 0;
    virtual void rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done) = 0;
    virtual void extend(const Ticket &ticket, QObject *context, Callback<Nothing> done) = 0;

    virtual void activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done) = 0;
    /// Takes the link down or up for a test; undone by the helper after undoAfter whatever happens here.
    virtual void setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                              QObject *context, Callback<Nothing> done)
        = 0;
    virtual void identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done)
        = 0;

    /// A rehearsal that may have namespaces where this user may not. The answer comes when it is over: the lines that
    /// bondwright-rehearsal has written. Not by way of another host.
    virtual void rehearse(const BondPlan &plan, const RehearsalOptions &options, QObject *context,
                          Callback<QByteArray> done);

    /// Frames of LLDP that arrive within this time (1–60 s; switches send each 30 s), or as soon as each NIC with a
    /// link has had one. neighbours::portsOf() reads them.
    virtual void listen(std::chrono::seconds duration, QObject *context, Callback<QList<neighbours::HeardFrame>> done);

    /// The flows that a bond sends within this time (1–60 s). Errors beside the helper's: "flows.failed" with the
    /// system's words.
    virtual void countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                            Callback<kernel::FlowCount> done);

    /// Whether the helper answers or can be started; changes with reachableChanged().
    virtual bool isReachable() const = 0;

Q_SIGNALS:
    void reachableChanged(bool reachable);
    void transactionChanged(const bondwright::helper::Transaction &transaction);
    void stepProgressed(const bondwright::helper::StepProgress &progress);
};

/// Talks to the real helper on the system bus. The caller owns it.
HelperClient *createHelperClient(QObject *parent = nullptr);

} // namespace bondwright::helper
