// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/files/filetransaction.h"
#include "helper/bus/requesthandler.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/clock.h"
#include "helper/transaction/record.h"
#include "helper/transaction/verifier.h"

#include <QElapsedTimer>
#include <QTimer>

namespace bondwright::helper
{

/// The one transaction this system can have: prepare → write → activate → verify → await confirm → done,
/// or back to where it came from.
///
/// Every state is on the disk before what belongs to it is begun, so that another process (a restarted
/// helper, the watchdog, the next boot) can go on: resume().
class Transactor final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Environment environment;
        kernel::KernelSource &source;
        const Clock &clock;
        ActivatorFactory activators;
        /// Starts the process that takes the change back if this one dies; before there is a record of it.
        std::function<void(const Record &, Done)> startWatchdog;
    };
    static constexpr std::chrono::seconds minConfirm{10};
    static constexpr std::chrono::seconds maxConfirm{600};
    static constexpr std::chrono::milliseconds retryInterval{250};

    explicit Transactor(Parts parts, QObject *parent = nullptr);
    ~Transactor() override;

    /// Refuses (Busy, Conflict, Invalid, I/O) before anything is changed, or answers with the ticket and
    /// goes on by itself. The same request of the same user again gives the same ticket.
    Result<Ticket> begin(const Work &work, const ApplyOptions &options, const QString &requestId, const Caller &caller);
    Result<void> confirm(const QString &id, const Caller &caller);
    Result<void> rollBack(const QString &id, const Caller &caller);
    Result<void> extend(const QString &id, const Caller &caller);

    /// Takes up what an earlier process left: waits on, takes back or completes.
    void resume();

    bool isBusy() const { return m_record.has_value() || m_releasing > 0; }
    bool isOwner(const Caller &caller, const QString &id, const QString &token) const;
    Transaction current() const; ///< the pending one, else the last, else None
    /// The ticket for a request already made, if it was this user's.
    std::optional<Ticket> ticketFor(const QString &requestId, const Caller &caller) const;

Q_SIGNALS:
    void changed(const bondwright::helper::Transaction &transaction);
    void progressed(const bondwright::helper::StepProgress &progress);
    void ended(); ///< nothing is pending any more, and nothing of it is left anywhere

private:
    static QString userName(quint32 uid);
    Result<void> takeLock();
    Error busyError(const Record &record) const;
    Result<void> expectNothingLeft();
    Result<void> prepareFiles(const Work &work, const QString &reason);
    void startWatchdog();
    void arm();
    void write();
    void activate();
    void verify();
    void awaitConfirm();
    Result<void> complete();
    void finishConfirmed();
    void releaseActivator();
    void startRollBack(const QString &reason, const QStringList &differences = {});
    void restoreRuntime(QStringList manualSteps);
    void checkRestored(QStringList manualSteps);
    void end(TransactionState state, const QStringList &manualSteps = {});
    void endAfterReboot();
    void continueFrom(TransactionState state);

    void tick();
    Result<void> setState(TransactionState state);
    QStringList missingNow() const;
    void step(const QString &word, const QString &text);
    void finishStep();
    void note(const QString &event, const QString &result = QStringLiteral("ok"), const QString &detail = {}) const;
    Result<void> expectAwaiting(const QString &id) const;
    Transaction withTimeLeft(const Record &record) const;
    formats::TransactionOptions fileOptions() const;
    Activator &activator();

    Parts m_parts;
    RecordStore m_store;
    Verifier m_verifier;
    std::optional<Record> m_record;
    std::optional<Record> m_last;
    std::optional<Record> m_elsewhere; ///< another process of ours (the watchdog) is at it
    std::optional<formats::FileTransaction> m_files;
    formats::UniqueFd m_lock; ///< from begin() or resume() to end(): who holds it owns the record
    std::unique_ptr<Activator> m_activator;
    std::optional<Result<void>> m_watchdogStarted;
    Work m_work;
    Baseline m_baseline;
    ApplyOptions m_options;
    QTimer m_ticker;
    QTimer m_retry;
    QElapsedTimer m_restoring;
    QElapsedTimer m_whole; ///< since when nothing is missing any more
    QElapsedTimer m_stepTime;
    StepProgress m_step;
    bool m_wasRestoredByHand = false;
    int m_releasing = 0; ///< activators that are letting go
};

} // namespace bondwright::helper
