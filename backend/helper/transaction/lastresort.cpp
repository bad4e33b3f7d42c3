// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/lastresort.h"

#include "domain/errorcode.h"
#include "helper/host/devicenotes.h"
#include "helper/system/auditlog.h"
#include "helper/system/hostprogram.h"
#include "helper/transaction/activetransaction.h"
#include "helper/transaction/restored.h"
#include "kernel/localkernelsource.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>
#include <QThread>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int serviceTime = 8000; ///< ms

class LastResort
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::helper::LastResort)
};

Result<OwnerLock> waitForLock(const Environment &environment)
{
    HolderWatch watch(environment);
    const QDeadlineTimer limit(30s);
    while (true) {
        auto lock = OwnerLock::take(environment);
        if (lock || lock.error().code != errorcode::filesBusy || limit.hasExpired())
            return lock;
        watch.endIfStuck();
        QThread::msleep(250);
    }
}

/// @return false: not all of them
bool restoreFiles(const Environment &environment, Record *record)
{
    auto files = formats::FileTransaction::open(record->files, fileOptions(environment));
    if (!files) {
        // No journal any more: they were restored before.
        return files.error().code == errorcode::recordMissing;
    }
    const auto report = files->rollback();
    if (!report) {
        record->transaction.manualSteps
            = {LastResort::tr("The files could not be restored: %1").arg(report.error().message)};
        return false;
    }
    for (const QString &path : report->leftAlone)
        record->transaction.manualSteps.append(
            LastResort::tr("“%1” was changed meanwhile and was left as it is: compare it with the backup %2.")
                .arg(path, record->transaction.backupId));
    return true;
}

/// By a process of its own, which has so long: what the two before died of, or a bus that hangs, must not hold this one.
bool letServiceGo(const Environment &environment, const Record &record)
{
    if (record.backend != Backend::NetworkManager || environment.programPath.isEmpty())
        return false;
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.start(environment.programPath, {u"--let-go"_s, u"--root"_s, environment.root});
    if (!program.waitForFinished(serviceTime)) {
        program.kill();
        program.waitForFinished(1000);
        return false;
    }
    return program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
}

/// Of the two before. What they started would undo what is restored now.
void endPrograms(OwnerLock *lock)
{
    const auto areGone = endLeftPrograms();
    for (const QDeadlineTimer limit(10s); !areGone() && !limit.hasExpired(); QThread::msleep(100))
        lock->beat();
}

/// @param isServiceTold it may put some of it back itself: two at once would make each route twice
QStringList restoreNetwork(const Environment &environment, const Record &record, OwnerLock *lock, bool isServiceTold)
{
    QStringList missing;
    const QDeadlineTimer turnOfService(isServiceTold ? 2s : 0s);
    for (const QDeadlineTimer limit(20s); !limit.hasExpired(); QThread::msleep(500)) {
        lock->beat(); // or who waits for it ends this process, the last one, as stuck
        kernel::LocalKernelSource source; // anew: this process serves no events
        source.start();
        missing = notRestored(record, source.snapshot());
        if (missing.isEmpty())
            break;
        if (turnOfService.hasExpired())
            (void)restoreByNetlink(record, source);
    }
    if (const auto running = runtime::capture(record.runtime.links.keys()))
        forgetPortsWithoutTheirBond(environment, *running);
    return missing;
}

int finish(RecordStore *store, Record *record)
{
    const auto finished = store->finish(record);
    store->sweepKept();
    return finished ? 0 : 1;
}

} // namespace

int rollBackByRecordAlone(const Environment &environment)
{
    auto lock = waitForLock(environment);
    if (!lock)
        return 1;
    RecordStore store(environment);
    auto record = store.load();
    if (!record || !*record)
        return record ? 0 : 1;
    Transaction &transaction = (*record)->transaction;
    if (transaction.state == TransactionState::Done) {
        if (auto files = formats::FileTransaction::open((*record)->files, fileOptions(environment)))
            (void)files->commit(); // what is left of it is settled by the next change
        return finish(&store, &**record);
    }
    transaction.reason = LastResort::tr("The helper crashed twice during this change; it was reverted without it.");
    transaction.state = TransactionState::RollingBack;
    transaction.manualSteps.clear();
    (void)store.saveProgress(&**record);
    const bool areFilesRestored = restoreFiles(environment, &**record);
    endPrograms(&*lock);
    const bool isServiceTold = areFilesRestored && letServiceGo(environment, **record);
    for (const QString &item : restoreNetwork(environment, **record, &*lock, isServiceTold))
        transaction.manualSteps.append(LastResort::tr("Still missing: %1").arg(item));
    audit({u"last-resort"_s,
           transaction.ownerUid,
           transaction.id,
           transaction.bond,
           {},
           (*record)->paths,
           transaction.manualSteps.isEmpty() ? u"ok"_s : u"helper.failed"_s,
           transaction.manualSteps.join(u" | "_s)});
    if (!areFilesRestored) {
        (void)store.saveProgress(&**record); // the next start tries again
        return 1;
    }
    transaction.state = transaction.manualSteps.isEmpty() ? TransactionState::RolledBack : TransactionState::Failed;
    return finish(&store, &**record);
}

} // namespace bondwright::helper
