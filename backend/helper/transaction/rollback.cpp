// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/runtimeactivator.h"
#include "helper/transaction/transactor.h"
#include "kernel/planverifier.h"

// The way back, and taking up what an earlier process left.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void Transactor::startRollBack(const QString &reason, const QStringList &differences)
{
    m_ticker.stop();
    m_verifier.cancel();
    m_record->transaction.reason = reason;
    m_record->transaction.differences = differences;
    const bool wasTouched = m_record->transaction.state > TransactionState::Writing;
    (void)setState(TransactionState::RollingBack); // the way back is gone even if the disk is full
    step(u"restore-files"_s, tr("Putting the files back"));
    QStringList manualSteps;
    if (m_files) {
        const auto report = m_files->rollback();
        if (!report) {
            manualSteps.append(tr("The files could not be put back: %1").arg(report.error().message));
        } else {
            for (const QString &path : report->leftAlone)
                manualSteps.append(
                    tr("“%1” was changed by somebody else meanwhile and left alone: compare it with the backup %2.")
                        .arg(path, m_record->transaction.backupId));
        }
        m_files.reset();
    }
    if (!wasTouched && manualSteps.isEmpty()) {
        releaseActivator(); // nothing running was changed
        end(TransactionState::RolledBack);
        return;
    }
    restoreRuntime(manualSteps);
}

void Transactor::restoreRuntime(QStringList manualSteps)
{
    step(u"restore-network"_s, tr("Restoring the network as it was"));
    m_wasRestoredByHand = false;
    activator().restore(*m_record, [this, manualSteps](const Result<void> &restored) {
        if (!restored)
            note(u"restore"_s, restored.error().code, restored.error().message);
        m_restoring.start();
        m_whole.invalidate();
        checkRestored(manualSteps);
    });
}

/// What has not come back yet, for a person.
QStringList Transactor::missingNow() const
{
    const auto now = runtime::capture(m_record->runtime.links.keys());
    if (!now)
        return {now.error().message};
    QStringList missing = runtime::missing(m_record->runtime, *now);
    const kernel::Snapshot &snapshot = m_parts.source.snapshot();
    for (const QString &link : newLinksOf(*m_record)) {
        if (snapshot.nicByName(link))
            missing.append(tr("%1 is still there.").arg(link));
    }
    for (const QString &item : runtime::describe(runtime::surplus(m_record->runtime, *now, m_record->after)))
        missing.append(tr("%1 is still there.").arg(item));
    for (const BondPlan &plan : m_record->running) {
        for (const kernel::Difference &difference : kernel::verifyPlan(plan, snapshot)) {
            if (difference.code == u"mode" || difference.code == u"option" || difference.code == u"slave.missing")
                missing.append(difference.message);
        }
    }
    return missing;
}

void Transactor::checkRestored(QStringList manualSteps)
{
    constexpr qint64 backendMs = 8'000; // what the backend brings back by itself
    constexpr qint64 patienceMs = 25'000;
    constexpr qint64 lastingMs = 1'500; // for a backend that answers nobody to finish what it is at
    const QStringList missing = missingNow();
    const bool isOutOfReach = activator().isOutOfReach();
    if (!missing.isEmpty())
        m_whole.invalidate();
    else if (!m_whole.isValid())
        m_whole.start();
    if (missing.isEmpty() && (!isOutOfReach || m_whole.elapsed() >= lastingMs))
        return end(manualSteps.isEmpty() ? TransactionState::RolledBack : TransactionState::Failed, manualSteps);
    const bool isDue = isOutOfReach || (m_restoring.elapsed() > backendMs && !m_wasRestoredByHand);
    if (!missing.isEmpty() && isDue) {
        m_wasRestoredByHand = true;
        if (auto restored = RuntimeActivator(m_parts.source).restoreNow(*m_record); !restored)
            note(u"restore"_s, restored.error().code, restored.error().message);
    }
    if (!missing.isEmpty() && m_restoring.elapsed() > patienceMs) {
        for (const QString &item : missing)
            manualSteps.append(tr("Still missing: %1").arg(item));
        manualSteps.append(
            tr("The original files are in the backup %1 (“bondctl restore %1”).").arg(m_record->transaction.backupId));
        return end(TransactionState::Failed, manualSteps);
    }
    QTimer::singleShot(300ms, this, [this, manualSteps] { checkRestored(manualSteps); });
}

void Transactor::end(TransactionState state, const QStringList &manualSteps)
{
    if (!m_step.step.isEmpty())
        finishStep();
    m_record->transaction.state = state;
    m_record->transaction.manualSteps = manualSteps;
    m_record->deadlineBootMs = 0;
    note(transactionStateName(state), state == TransactionState::Failed ? u"helper.failed"_s : u"ok"_s,
         (QStringList(m_record->transaction.reason) + m_record->transaction.differences + manualSteps).join(u" | "_s));
    if (auto finished = m_store.finish(*m_record); !finished)
        note(u"record"_s, finished.error().code, finished.error().message);
    m_files.reset();
    if (m_activator)
        m_activator.release()->deleteLater(); // we may be inside one of its callbacks
    m_step = {};
    m_last = std::exchange(m_record, std::nullopt);
    m_lock = formats::UniqueFd();
    Q_EMIT changed(m_last->transaction);
    if (m_releasing == 0)
        Q_EMIT ended();
}

void Transactor::endAfterReboot()
{
    // The running state went with the old boot; only the files can still be wrong.
    QStringList manualSteps;
    if (m_files && m_record->transaction.state == TransactionState::Done) {
        (void)m_files->commit();
        return end(TransactionState::Done);
    }
    if (m_files) {
        const auto report = m_files->rollback();
        if (!report)
            manualSteps.append(report.error().message);
        else
            manualSteps.append(report->leftAlone);
    }
    if (m_record->transaction.reason.isEmpty())
        m_record->transaction.reason = tr("The machine was restarted before the change was confirmed.");
    end(manualSteps.isEmpty() ? TransactionState::RolledBack : TransactionState::Failed, manualSteps);
}

void Transactor::resume()
{
    if (m_record)
        return;
    // The lock first: what was read without it may be over by the time it is had.
    if (auto locked = takeLock(); !locked) {
        const auto record = m_store.load();
        m_elsewhere = record ? *record : std::nullopt;
        m_retry.start(retryInterval);
        return;
    }
    const bool wasElsewhere = std::exchange(m_elsewhere, std::nullopt).has_value();
    auto record = m_store.load();
    if (!record || !*record) {
        if (!record)
            qWarning("%s", qPrintable(record.error().message));
        else if (const auto recovered = formats::recover(fileOptions()); !recovered)
            qWarning("%s", qPrintable(recovered.error().message)); // a crash before the record was there
        m_lock = formats::UniqueFd();
        m_last = m_store.lastFinished();
        if (wasElsewhere && m_last)
            Q_EMIT changed(m_last->transaction);
        if (record)
            Q_EMIT ended();
        return;
    }
    m_record = std::move(*record);
    if (!m_record->filesId.isEmpty()) {
        // No journal any more: the files were put back or let go already.
        if (auto opened = formats::FileTransaction::open(m_record->filesId, fileOptions()))
            m_files.emplace(std::move(*opened));
    }
    note(u"resume"_s, u"ok"_s, transactionStateName(m_record->transaction.state));
    if (m_record->bootId != m_parts.clock.bootId())
        return endAfterReboot();
    continueFrom(m_record->transaction.state);
}

void Transactor::continueFrom(TransactionState state)
{
    switch (state) {
    case TransactionState::AwaitingConfirm:
        m_ticker.start();
        tick();
        return;
    case TransactionState::Done:
        finishConfirmed();
        return;
    case TransactionState::RolledBack:
    case TransactionState::Failed:
        end(state, m_record->transaction.manualSteps);
        return;
    case TransactionState::RollingBack:
        // How far the earlier process came is unknown: the running state counts as touched.
        startRollBack(m_record->transaction.reason, m_record->transaction.differences);
        return;
    default:
        startRollBack(tr("The helper was interrupted."));
        return;
    }
}

} // namespace bondwright::helper
