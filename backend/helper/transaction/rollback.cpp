// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/errorcode.h"
#include "helper/host/devicenotes.h"
#include "helper/transaction/activetransaction.h"
#include "helper/transaction/restored.h"

// Rolling back, and resuming what another process left.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Task<> ActiveTransaction::rollBack(Refusal refusal)
{
    m_verifier.cancel();
    const TransactionState reached = m_record.transaction.state;
    m_record.transaction.reason = refusal.reason;
    m_record.transaction.differences = refusal.differences;
    (void)setState(TransactionState::RollingBack); // it rolls back even if that cannot be noted
    step(u"restore-files"_s, tr("Restoring the files"));
    QStringList stuck;
    QStringList manualSteps = restoreFiles(&stuck);
    if (!stuck.isEmpty())
        manualSteps = co_await insistOnFiles(stuck);
    if (reached <= TransactionState::Writing && manualSteps.isEmpty() && stuck.isEmpty()) {
        co_await releaseActivator(); // nothing running was changed
        co_return end(TransactionState::RolledBack);
    }
    step(u"restore-network"_s, tr("Restoring the network as it was"));
    manualSteps += co_await restoreNetwork();
    if (const auto running = runtime::capture(m_record.runtime.links.keys()))
        forgetPortsWithoutTheirBond(m_parts.environment, *running);
    end(manualSteps.isEmpty() ? TransactionState::RolledBack : TransactionState::Failed, manualSteps);
}

/// @return false: the journal is gone, so they were restored or committed already
Result<bool> ActiveTransaction::openFiles()
{
    if (m_files)
        return true;
    auto opened = formats::FileTransaction::open(m_record.files, fileOptions(m_parts.environment));
    if (!opened)
        return opened.error().code == errorcode::recordMissing ? Result<bool>(false) : tl::unexpected(opened.error());
    m_files.emplace(std::move(*opened));
    return true;
}

/// @param stuck takes what could not be restored and is tried again
/// @return for a person: what is settled otherwise
QStringList ActiveTransaction::restoreFiles(QStringList *stuck)
{
    stuck->clear();
    auto report = openFiles().and_then([this](bool areThere) {
        return areThere ? m_files->rollback() : Result<formats::RollbackReport>(formats::RollbackReport{});
    });
    if (!report) {
        note(u"restore-files"_s, report.error().code, report.error().message);
        stuck->append(tr("The files could not be restored: %1").arg(report.error().message));
        stuck->append(tr("It is tried again by itself; “bondctl rollback” tries at once."));
        return {};
    }
    m_files.reset();
    QStringList manualSteps;
    for (const QString &path : report->leftAlone)
        manualSteps.append(tr("“%1” was changed meanwhile and was left as it is: compare it with the backup %2.")
                               .arg(path, m_record.transaction.backupId));
    return manualSteps;
}

/// Until the files are back no other change is begun, and the record stays. The network need not wait for them.
/// @return for a person: what is settled otherwise
Task<QStringList> ActiveTransaction::insistOnFiles(QStringList stuck)
{
    if (auto restored = restoreByNetlink(m_record, m_parts.source); !restored)
        note(u"restore"_s, restored.error().code, restored.error().message);
    QStringList manualSteps;
    while (!stuck.isEmpty()) {
        if (m_record.transaction.manualSteps != stuck) {
            m_record.transaction.manualSteps = stuck;
            (void)setState(TransactionState::RollingBack);
        }
        auto aWhile = pause(5s);
        co_await aWhile;
        manualSteps = restoreFiles(&stuck);
    }
    m_record.transaction.manualSteps.clear();
    co_return manualSteps;
}

Task<Result<void>> ActiveTransaction::askToRestore()
{
    auto restoring = askActivator(&Activator::restore, 60s);
    const auto restored = co_await restoring;
    if (!restored)
        note(u"restore"_s, restored.error().code, restored.error().message);
    co_return restored;
}

/// By the backend, then by netlink alone where that does not bring everything back. @return what is still missing
Task<QStringList> ActiveTransaction::restoreNetwork()
{
    constexpr qint64 backendMs = 8'000; // what the backend brings back by itself
    constexpr qint64 patienceMs = 25'000;
    constexpr qint64 lastingMs = 1'500; // for a backend that does not answer to finish its work
    constexpr int mostTellings = 3;
    co_await until(m_parts.endLeftPrograms(), 12s);
    Result<void> byBackend = co_await askToRestore();
    QElapsedTimer since;
    QElapsedTimer completeSince; // since when nothing is missing any more
    since.start();
    bool wasRestoredByHand = false;
    int tellings = 1;
    while (true) {
        if (activator().hasComeBack() && tellings < mostTellings) {
            ++tellings;
            byBackend = co_await askToRestore();
            continue;
        }
        const QStringList missing = notRestored(m_record, m_parts.source.snapshot());
        const bool isOutOfReach = activator().isOutOfReach();
        if (!missing.isEmpty())
            completeSince.invalidate();
        else if (!completeSince.isValid())
            completeSince.start();
        const bool isAwaited = activator().isComingBack() && since.elapsed() < patienceMs;
        const bool isLasting = completeSince.isValid() && completeSince.elapsed() >= lastingMs;
        const bool isBack = missing.isEmpty() && !isAwaited && (isLasting || (byBackend && !isOutOfReach));
        const bool isLost = !missing.isEmpty() && since.elapsed() > patienceMs;
        if ((isBack || isLost)
            && !byBackend) // what it keeps beside the kernel (made files, leases) may be the change's
            m_record.transaction.differences.append(tr("While reverting: %1").arg(byBackend.error().message));
        if (isBack)
            co_return QStringList();
        if (isLost) {
            QStringList manualSteps;
            for (const QString &item : missing)
                manualSteps.append(tr("Still missing: %1").arg(item));
            manualSteps.append(tr("The original files are in the backup %1 (“bondctl restore %1”).")
                                   .arg(m_record.transaction.backupId));
            co_return manualSteps;
        }
        // A backend that failed, e.g. died over it, brings nothing back by itself.
        const bool isGivenUp = !byBackend || since.elapsed() > backendMs;
        const bool isDue = isOutOfReach || (isGivenUp && !wasRestoredByHand);
        if (!missing.isEmpty() && isDue) {
            wasRestoredByHand = true;
            if (auto restored = restoreByNetlink(m_record, m_parts.source); !restored)
                note(u"restore"_s, restored.error().code, restored.error().message);
        }
        auto aMoment = pause(300ms);
        co_await aMoment;
    }
}

void ActiveTransaction::end(TransactionState state, const QStringList &manualSteps)
{
    if (!m_step.step.isEmpty())
        finishStep();
    m_record.transaction.state = state;
    m_record.transaction.manualSteps = manualSteps;
    m_record.deadlineBootMs = 0;
    note(transactionStateName(state), state == TransactionState::Failed ? u"helper.failed"_s : u"ok"_s,
         (QStringList(m_record.transaction.reason) + m_record.transaction.differences + manualSteps).join(u" | "_s));
    if (auto finished = m_store.finish(&m_record); !finished)
        note(u"record"_s, finished.error().code, finished.error().message);
    m_files.reset();
    m_store.sweepKept();
    formats::FileTransaction::sweep(fileOptions(m_parts.environment)); // what an earlier process was killed over
    m_lock = OwnerLock();
    Q_EMIT ended();
}

Task<> ActiveTransaction::waitOn()
{
    const Outcome refusal = co_await awaitAnswer();
    if (refusal)
        co_await rollBack(*refusal);
    else
        co_await keep();
}

/// The running state went with the former boot, and the network has started with the files that are rolled back now.
Task<> ActiveTransaction::rollBackAfterBoot()
{
    if (m_record.transaction.reason.isEmpty())
        m_record.transaction.reason = tr("The machine was restarted before the change was confirmed.");
    // What ran by netlink alone is gone by itself; of files the network may have read any that were written already.
    if (m_record.backend == Backend::RuntimeOnly)
        m_record.transaction.state = TransactionState::Preparing;
    else if (m_record.transaction.state == TransactionState::Writing)
        m_record.transaction.state = TransactionState::Activating;
    return rollBack({m_record.transaction.reason, m_record.transaction.differences});
}

void ActiveTransaction::restoreFilesBeforeBoot()
{
    QStringList stuck;
    const QStringList manualSteps = restoreFiles(&stuck);
    if (m_record.transaction.reason.isEmpty())
        m_record.transaction.reason = tr("The machine was restarted before the change was confirmed.");
    if (stuck.isEmpty())
        return end(manualSteps.isEmpty() ? TransactionState::RolledBack : TransactionState::Failed, manualSteps);
    m_record.transaction.manualSteps = stuck;
    (void)setState(TransactionState::RollingBack);
    Q_EMIT leftUnfinished();
}

void ActiveTransaction::takeUp(Network network)
{
    const TransactionState state = m_record.transaction.state;
    note(u"resume"_s, u"ok"_s, transactionStateName(state));
    const bool isOfThisBoot = m_record.bootId == m_parts.clock.bootId();
    const bool isSettled = state == TransactionState::RolledBack || state == TransactionState::Failed;
    if (isSettled)
        return end(state, m_record.transaction.manualSteps);
    if (state == TransactionState::Done && network == Network::NotStartedYet) {
        keepCommittedFiles();
        return end(TransactionState::Done);
    }
    if (state == TransactionState::Done) {
        m_work = keep();
    } else if (network == Network::NotStartedYet) {
        return restoreFilesBeforeBoot();
    } else if (!isOfThisBoot) {
        m_work = rollBackAfterBoot();
    } else if (state == TransactionState::AwaitingConfirm) {
        m_work = waitOn();
    } else {
        // How far the earlier process came is unknown: once it was activating, the running state counts as touched.
        const QString reason = m_record.transaction.reason;
        m_work = rollBack(
            {reason.isEmpty() ? tr("The helper was interrupted.") : reason, m_record.transaction.differences});
    }
    m_work.start();
}

} // namespace bondwright::helper
