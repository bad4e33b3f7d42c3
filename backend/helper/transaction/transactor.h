// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/caller.h"
#include "helper/transaction/activetransaction.h"

namespace bondwright::helper
{

/// The door to the one transaction this system can have: lets a change begin where none is pending, knows who may
/// answer, remembers the last one, and takes up what another process left.
class Transactor final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds minConfirm{10};
    static constexpr std::chrono::seconds maxConfirm{600};
    static constexpr std::chrono::milliseconds retryInterval{250};

    explicit Transactor(TransactionParts parts, QObject *parent = nullptr);
    ~Transactor() override;

    /// Refuses (Busy, Conflict, Invalid, I/O) before anything is changed, or answers with the ticket and
    /// goes on by itself. The same request of the same user again gives the same ticket.
    Result<Ticket> begin(const PlannedChange &planned, const ApplyOptions &options, const QString &requestId,
                         const Caller &caller);
    Result<void> confirm(const QString &id, const Caller &caller);
    Result<void> rollBack(const QString &id, const Caller &caller);
    Result<void> extend(const QString &id, const Caller &caller);

    /// Resumes what an earlier process left: waits on, rolls back or completes. Tries again as long as another one
    /// holds the lock, and ends that one if it does not move any more.
    void resume(ActiveTransaction::Network network = ActiveTransaction::Network::Runs);
    /// For the watchdog: a change that waits belongs to the helper, which may be on its way back and whom alone clients
    /// can ask, until so long after its deadline.
    void leaveWaitingToHelper(std::chrono::milliseconds grace) { m_graceOfHelper = grace; }

    bool isBusy() const { return m_active != nullptr; }
    /// Kept, and about to be over: ended() follows by itself, in a bounded time.
    bool isFinishing() const { return m_active && m_active->record().transaction.state == TransactionState::Done; }
    bool isOwner(const Caller &caller, const QString &id, const QString &token) const;
    Transaction current() const; ///< the pending one, else the last, else None
    /// The ticket for a request already made, if it was this user's.
    std::optional<Ticket> ticketFor(const QString &requestId, const Caller &caller) const;

Q_SIGNALS:
    void changed(const bondwright::helper::Transaction &transaction);
    void progressed(const bondwright::helper::StepProgress &progress);
    void ended(); ///< nothing is pending any more, and nothing of it is left anywhere
    void leftUnfinished(); ///< something could not be restored before the network starts; its record stays

private:
    Result<OwnerLock> takeLock() const;
    Result<void> expectNothingLeft();
    void settleWithoutRecord();
    void becomeOwner(OwnerLock lock, Record record);
    void forget();
    void waitForOther();
    bool isLeftToHelper() const;
    void leaveToLastResort(const Record &record);
    Result<ActiveTransaction *> pending(const QString &id) const;
    Error busyError(const Record &record) const;

    TransactionParts m_parts;
    RecordStore m_store;
    HolderWatch m_holder;
    std::unique_ptr<ActiveTransaction> m_active;
    std::optional<Record> m_last;
    std::optional<Record> m_elsewhere; ///< another process of ours (the watchdog) is handling it
    QElapsedTimer m_lastResort; ///< since it was started
    QTimer m_retry;
    std::optional<std::chrono::milliseconds> m_graceOfHelper;
};

} // namespace bondwright::helper
