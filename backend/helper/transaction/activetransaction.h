// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/files/filetransaction.h"
#include "helper/transaction/activator.h"
#include "helper/transaction/clock.h"
#include "helper/transaction/ownerlock.h"
#include "helper/transaction/recordstore.h"
#include "helper/transaction/task.h"
#include "helper/transaction/verifier.h"

#include <QElapsedTimer>
#include <QTimer>

namespace bondwright::helper
{

/// What a transaction works with; the same for all of them.
struct TransactionParts {
    Environment environment;
    kernel::KernelSource &source;
    const Clock &clock;
    ActivatorFactory activators;
    /// Starts the process that rolls the change back if this one dies; before there is a record of it.
    std::function<void(const Record &, Done)> startWatchdog;
    /// Starts the process that can do nothing but roll back (lastresort.h), or becomes it.
    std::function<Result<void>()> startLastResort;
    /// Asks what a killed process or a step that was given up has left running to end (endLeftPrograms()). What it returns
    /// tells whether it has.
    std::function<std::function<bool()>()> endLeftPrograms;
};

formats::TransactionOptions fileOptions(const Environment &environment);

/// One change, from its preparation to its end: prepare → write → activate → verify → await confirm → done, or rolled
/// back. Owns the lock, the record, the files, the activator and what was measured before.
///
/// Every state is on the disk before what belongs to it is begun, so that another process (a restarted helper, the
/// watchdog, the next boot) can go on: takeUp().
class ActiveTransaction final : public QObject
{
    Q_OBJECT
public:
    enum class Network : quint8 { Runs, NotStartedYet }; ///< when an earlier boot's change is taken up

    ActiveTransaction(const TransactionParts &parts, OwnerLock lock, Record record);
    ~ActiveTransaction() override;

    /// Makes backup, originals, watchdog, record. Nothing is changed yet; an error leaves nothing behind.
    Result<void> prepare(const PlannedChange &planned);
    /// After prepare(): goes on by itself, and ends with ended().
    void start(const PlannedChange &planned, const ApplyOptions &options);
    /// Goes on with what another process began: waits for an answer, rolls back or completes.
    void takeUp(Network network);

    const Record &record() const { return m_record; }
    Transaction view() const; ///< with the time that is left

    Result<void> confirm(const QString &by); ///< a decision that cannot be stored is none: it goes on waiting
    /// While the rollback is stuck: tries again at once.
    Result<void> rollBack(const QString &by, const QString &reason);
    Result<void> extend(const QString &by);
    /// Why a change in this state takes no answer.
    static Error notWaiting(TransactionState state);

Q_SIGNALS:
    void changed(const bondwright::helper::Transaction &transaction);
    void progressed(const bondwright::helper::StepProgress &progress);
    void ended(); ///< the record is the finished one, the lock let go; delete this later, not now
    void leftUnfinished(); ///< NotStartedYet: something could not be restored; the record stays

private:
    /// Why a change is not kept.
    struct Refusal {
        QString reason;
        QStringList differences;
    };
    using Outcome = std::optional<Refusal>; ///< nothing: it is to be kept

    Result<void> prepareFiles(const PlannedChange &planned);
    Result<void> rememberRuntime(const PlannedChange &planned);

    Task<> run(PlannedChange planned, ApplyOptions options);
    Task<Outcome> forward(PlannedChange planned, ApplyOptions options);
    Task<Outcome> arm();
    Task<Outcome> awaitAnswer();
    Task<> waitOn();
    Task<> keep();
    Task<> rollBack(Refusal refusal);
    Task<> rollBackAfterBoot();
    void restoreFilesBeforeBoot();
    Result<bool> openFiles();
    QStringList restoreFiles(QStringList *stuck);
    Task<QStringList> insistOnFiles(QStringList stuck);
    Task<QStringList> restoreNetwork();
    Task<Result<void>> askToRestore();
    Task<> releaseActivator();
    Answer<bool> pause(std::chrono::milliseconds time);
    Answer<Result<void>> askActivator(void (Activator::*call)(const Record &, Done), std::chrono::milliseconds limit);

    void tick();
    void keepCommittedFiles();
    void end(TransactionState state, const QStringList &manualSteps = {});
    Result<void> setState(TransactionState state);
    Result<void> expectAwaiting() const;
    void step(const QString &word, const QString &text);
    void finishStep();
    void note(const QString &event, const QString &result = QStringLiteral("ok"), const QString &detail = {}) const;
    Activator &activator();

    const TransactionParts &m_parts;
    OwnerLock m_lock;
    RecordStore m_store;
    Record m_record;
    Verifier m_verifier;
    std::optional<formats::FileTransaction> m_files;
    std::unique_ptr<Activator> m_activator;
    std::optional<Result<void>> m_watchdogStarted;
    std::function<void(const Outcome &)> m_decide; ///< set while it waits for an answer
    std::function<void(const bool &)> m_wake; ///< set while it pauses
    QTimer m_ticker;
    QTimer m_heart;
    QElapsedTimer m_stepTime;
    StepProgress m_step;
    Task<> m_work; ///< last: ends before what it works with
};

} // namespace bondwright::helper
