// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/activetransaction.h"

#include "domain/errorcode.h"
#include "formats/files/backupstore.h"
#include "helper/plan/formerfiles.h"
#include "helper/system/auditlog.h"
#include "kernel/runningplan.h"

#include <QPointer>

// The change itself, and the decisions of clients.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int stepCount = 5;

formats::TransactionOptions fileOptions(const Environment &environment)
{
    formats::TransactionOptions options;
    options.root = environment.root;
    options.journalFolder = environment.stateFolder + u"/transactions"_s;
    return options;
}

static formats::BackupStore backupsOf(const Environment &environment)
{
    return formats::BackupStore(environment.root, environment.stateFolder + u"/backups"_s);
}

ActiveTransaction::ActiveTransaction(const TransactionParts &parts, OwnerLock lock, Record record)
    : m_parts(parts)
    , m_lock(std::move(lock))
    , m_store(parts.environment)
    , m_record(std::move(record))
    , m_verifier(parts.source)
{
    connect(&m_ticker, &QTimer::timeout, this, &ActiveTransaction::tick);
    connect(&m_heart, &QTimer::timeout, this, [this] { m_lock.beat(); });
    m_heart.start(1s);
}

ActiveTransaction::~ActiveTransaction() = default;

Activator &ActiveTransaction::activator()
{
    if (!m_activator) {
        m_activator = m_parts.activators(m_record.backend);
        connect(m_activator.get(), &Activator::progressed, this, [this](const QString &text) {
            StepProgress progress = m_step;
            progress.text = text;
            progress.elapsedMs = m_stepTime.elapsed();
            Q_EMIT progressed(progress);
        });
    }
    return *m_activator;
}

/// No backend is waited for without an end: after the limit it counts as failed.
Answer<Result<void>> ActiveTransaction::askActivator(void (Activator::*call)(const Record &, Done),
                                                     std::chrono::milliseconds limit)
{
    return Answer<Result<void>>([this, call](const Done &done) { (activator().*call)(m_record, done); }, limit,
                                fail(errorcode::timeout, tr("No answer within %n seconds.", nullptr, int(limit / 1s))));
}

Answer<bool> ActiveTransaction::pause(std::chrono::milliseconds time)
{
    return Answer<bool>([this](const Answer<bool>::Callback &wake) { m_wake = wake; }, time, false);
}

Transaction ActiveTransaction::view() const
{
    Transaction transaction = m_record.transaction;
    if (transaction.state == TransactionState::AwaitingConfirm) {
        const qint64 left = m_record.deadlineBootMs - m_parts.clock.bootMs();
        transaction.secondsLeft = left > 0 ? quint32((left + 999) / 1000) : 0;
    }
    return transaction;
}

Result<void> ActiveTransaction::rememberRuntime(const PlannedChange &planned)
{
    const auto runtime = runtime::capture(planned.interfaces());
    if (!runtime)
        return tl::unexpected(runtime.error());
    m_record.runtime = *runtime;
    for (const QString &name : planned.interfaces()) {
        if (const kernel::BondState *bond = m_parts.source.snapshot().bondByName(name))
            m_record.running.append(kernel::runningPlan(*bond, m_parts.source.snapshot())); // VLANs are in `runtime`
    }
    return {};
}

Result<void> ActiveTransaction::prepareFiles(const PlannedChange &planned)
{
    formats::TransactionOptions options = fileOptions(m_parts.environment);
    options.reason = ChangeReason{planned.action, planned.bond, planned.renamedFrom}.toString();
    formats::BackupStore backups = backupsOf(m_parts.environment);
    if (const QStringList paths = planned.paths(); !paths.isEmpty()) {
        const auto backup = backups.create(paths, options.reason);
        if (!backup)
            return tl::unexpected(backup.error());
        m_record.transaction.backupId = *backup;
        formats::Retention retention;
        retention.needed = FormerFiles(backups).neededBy(planned.configuredBonds);
        (void)backups.prune(retention); // too many backups is no reason not to go on
    }
    auto files = formats::FileTransaction::prepare(planned.changes, options);
    if (!files) {
        const bool isOld = files.error().code == errorcode::filesConflict;
        return fail(isOld ? errorcode::conflict : u"helper.failed"_s, files.error().message, files.error().hint);
    }
    m_files.emplace(std::move(*files));
    m_record.files = m_files->manifest();
    return {};
}

Result<void> ActiveTransaction::prepare(const PlannedChange &planned)
{
    Result<void> prepared = rememberRuntime(planned);
    if (prepared)
        prepared = prepareFiles(planned);
    if (prepared) {
        // Before the record is written, so that from its first moment another process knows of it.
        m_parts.startWatchdog(m_record, [self = QPointer<ActiveTransaction>(this)](const Result<void> &started) {
            if (self)
                self->m_watchdogStarted = started;
        });
        prepared = m_store.save(&m_record);
    }
    if (!prepared) {
        note(changeActionName(planned.action), prepared.error().code, prepared.error().message);
        if (m_files)
            (void)m_files->rollback();
        m_store.discard();
    }
    return prepared;
}

void ActiveTransaction::start(const PlannedChange &planned, const ApplyOptions &options)
{
    note(changeActionName(planned.action), u"ok"_s, u"begun"_s);
    step(u"backup"_s, tr("Saving the present configuration"));
    Q_EMIT changed(view());
    m_work = run(planned, options);
    m_work.start();
}

Task<> ActiveTransaction::run(PlannedChange planned, ApplyOptions options)
{
    const Outcome refusal = co_await forward(std::move(planned), std::move(options));
    if (refusal)
        co_await rollBack(*refusal);
    else
        co_await keep();
}

Task<ActiveTransaction::Outcome> ActiveTransaction::forward(PlannedChange planned, ApplyOptions options)
{
    const auto because = [](const Error &error) { return Outcome(Refusal{error.message, {}}); };
    Answer<Baseline> measuring(
        [&](const Answer<Baseline>::Callback &done) { m_verifier.takeBaseline(planned, options, done); });
    const Baseline baseline = co_await measuring;

    step(u"arm"_s, tr("Arming the automatic revert"));
    if (const Outcome refusal = co_await arm())
        co_return refusal;

    if (auto saved = setState(TransactionState::Writing); !saved)
        co_return because(saved.error());
    step(u"write"_s, tr("Writing the configuration"));
    if (auto written = m_files->write(); !written) {
        if (written.error().code != errorcode::filesRollback)
            m_files.reset(); // has undone itself
        co_return because(written.error());
    }

    if (auto saved = setState(TransactionState::Activating); !saved)
        co_return because(saved.error());
    step(u"activate"_s, tr("Activating %1").arg(m_record.transaction.bond));
    auto activating = askActivator(&Activator::activate, 300s);
    if (const auto activated = co_await activating; !activated) {
        // What was given up would go on with its next program.
        if (activated.error().code == errorcode::timeout)
            m_activator.release()->deleteLater(); // this may be one of its steps
        co_return because(activated.error());
    }

    (void)setState(TransactionState::Verifying); // a process that takes over treats it as activating
    step(u"verify"_s, tr("Comparing the kernel's state with the plan"));
    Answer<QStringList> verifying([&](const Answer<QStringList>::Callback &done) {
        m_verifier.verify(m_record, baseline, options.pingTarget, done);
    });
    const QStringList differences = co_await verifying;
    if (!differences.isEmpty())
        co_return Refusal{tr("The result is not what was asked for."), differences};
    finishStep();

    if (options.confirmNow) {
        if (auto saved = setState(TransactionState::Done); !saved)
            co_return because(saved.error());
        co_return std::nullopt;
    }
    m_record.deadlineBootMs = m_parts.clock.bootMs() + m_record.confirmWithinMs;
    if (auto saved = setState(TransactionState::AwaitingConfirm); !saved)
        co_return because(saved.error());
    co_return co_await awaitAnswer();
}

Task<ActiveTransaction::Outcome> ActiveTransaction::arm()
{
    using Memo = Result<QJsonObject>;
    Answer<Memo> preparing([this](const Answer<Memo>::Callback &done) { activator().prepare(m_record, done); }, 60s,
                           fail(errorcode::timeout, tr("No answer within %n seconds.", nullptr, 60)));
    const Memo memo = co_await preparing;
    if (!memo)
        co_return Refusal{memo.error().message, {}};
    m_record.activatorMemo = *memo;
    if (auto saved = m_store.save(&m_record); !saved)
        co_return Refusal{saved.error().message, {}};
    for (int tries = 0; !m_watchdogStarted && tries < 150; ++tries) {
        auto aMoment = pause(100ms);
        co_await aMoment;
    }
    if (!m_watchdogStarted)
        co_return Refusal{tr("The watchdog did not start."), {}};
    if (!*m_watchdogStarted)
        co_return Refusal{m_watchdogStarted->error().message, {}};
    co_return std::nullopt;
}

Task<ActiveTransaction::Outcome> ActiveTransaction::awaitAnswer()
{
    Answer<Outcome> answer([this](const Answer<Outcome>::Callback &decide) {
        m_decide = decide;
        tick();
    });
    const Outcome outcome = co_await answer;
    m_ticker.stop();
    co_return outcome;
}

void ActiveTransaction::tick()
{
    const std::chrono::milliseconds left(m_record.deadlineBootMs - m_parts.clock.bootMs());
    if (left <= 0ms && m_decide)
        return std::exchange(m_decide, nullptr)(Refusal{tr("The change was not confirmed in time."), {}});
    if (!m_decide)
        return m_ticker.stop();
    m_ticker.start(std::clamp<std::chrono::milliseconds>(left, 0ms, 1s)); // on the millisecond, not a second late
    Q_EMIT changed(view());
}

Error ActiveTransaction::notWaiting(TransactionState state)
{
    if (state == TransactionState::RollingBack)
        return {u"helper.invalid"_s, tr("The change is being reverted."), {}};
    return {errorcode::busy, tr("The change is not ready for an answer yet."), tr("Wait a moment.")};
}

Result<void> ActiveTransaction::expectAwaiting() const
{
    return m_decide ? Result<void>() : tl::unexpected(notWaiting(m_record.transaction.state));
}

Result<void> ActiveTransaction::confirm(const QString &by)
{
    if (m_record.transaction.state == TransactionState::Done)
        return {};
    if (auto awaiting = expectAwaiting(); !awaiting)
        return awaiting;
    note(u"confirm"_s, u"ok"_s, u"by "_s + by);
    // The decision is stored first: after a crash in between the change is completed, never rolled back.
    if (auto saved = setState(TransactionState::Done); !saved) {
        m_record.transaction.state = TransactionState::AwaitingConfirm;
        return saved;
    }
    std::exchange(m_decide, nullptr)(std::nullopt);
    return {};
}

Result<void> ActiveTransaction::rollBack(const QString &by, const QString &reason)
{
    if (m_record.transaction.state == TransactionState::RollingBack) {
        if (m_wake)
            std::exchange(m_wake, nullptr)(true);
        return {};
    }
    if (auto awaiting = expectAwaiting(); !awaiting)
        return awaiting;
    note(u"rollback"_s, u"ok"_s, u"asked by "_s + by);
    (void)setState(TransactionState::RollingBack);
    std::exchange(m_decide, nullptr)(Refusal{reason, {}});
    return {};
}

Result<void> ActiveTransaction::extend(const QString &by)
{
    if (auto awaiting = expectAwaiting(); !awaiting)
        return awaiting;
    if (m_record.transaction.extended)
        return fail(u"helper.invalid"_s, tr("The time was extended already."));
    constexpr std::chrono::milliseconds longest = 600s;
    const qint64 before = m_record.deadlineBootMs;
    m_record.deadlineBootMs
        = std::min(m_record.deadlineBootMs + m_record.confirmWithinMs, m_parts.clock.bootMs() + longest.count());
    m_record.transaction.extended = true;
    note(u"extend"_s, u"ok"_s, u"by "_s + by);
    if (auto saved = m_store.saveProgress(&m_record); !saved) {
        // The watchdog reads the file.
        m_record.deadlineBootMs = before;
        m_record.transaction.extended = false;
        return saved;
    }
    activator().extend(m_record);
    Q_EMIT changed(view());
    return {};
}

void ActiveTransaction::keepCommittedFiles()
{
    const auto areThere = openFiles();
    if (areThere && !*areThere)
        return; // an earlier process did it
    if (auto committed = areThere ? m_files->commit() : tl::unexpected(areThere.error()); !committed)
        note(u"commit"_s, committed.error().code, committed.error().message);
    // What stood before the last confirmed change outlives any number of failed attempts.
    if (const QString backup = m_record.transaction.backupId; !backup.isEmpty())
        (void)backupsOf(m_parts.environment).pin(backup);
}

Task<> ActiveTransaction::keep()
{
    keepCommittedFiles();
    co_await releaseActivator();
    end(TransactionState::Done);
}

/// Lets it drop its safety nets before the record ends: one that is left would roll back what was confirmed. So it
/// gets enough time for a busy host.
Task<> ActiveTransaction::releaseActivator()
{
    auto releasing = askActivator(&Activator::commit, 60s);
    if (const auto released = co_await releasing; !released)
        note(u"release"_s, released.error().code, released.error().message);
}

Result<void> ActiveTransaction::setState(TransactionState state)
{
    m_record.transaction.state = state;
    const auto saved = m_store.saveProgress(&m_record);
    if (!saved)
        note(transactionStateName(state), saved.error().code, saved.error().message);
    Q_EMIT changed(view());
    return saved;
}

void ActiveTransaction::step(const QString &word, const QString &text)
{
    if (!m_step.step.isEmpty())
        finishStep();
    const int index = m_step.transactionId == m_record.transaction.id ? m_step.index + 1 : 0;
    m_step = {m_record.transaction.id, word, text, index, std::max(stepCount, index + 1), false, 0};
    m_stepTime.start();
    Q_EMIT progressed(m_step);
}

void ActiveTransaction::finishStep()
{
    m_step.finished = true;
    m_step.elapsedMs = m_stepTime.elapsed();
    Q_EMIT progressed(m_step);
    m_step.step.clear();
}

void ActiveTransaction::note(const QString &event, const QString &result, const QString &detail) const
{
    AuditRecord record{event,
                       m_record.transaction.ownerUid,
                       m_record.transaction.id,
                       m_record.transaction.bond,
                       backendName(m_record.backend),
                       m_record.paths,
                       result,
                       detail,
                       m_record.transaction.rehearsed};
    if (!m_record.files.entries.isEmpty()) {
        record.files.clear();
        for (const formats::ManifestEntry &entry : m_record.files.entries)
            record.files.append(u"%1 %2 %3"_s.arg(entry.path, QString::fromLatin1(entry.oldDigest.left(16)),
                                                  QString::fromLatin1(entry.newDigest.left(16))));
    }
    audit(record);
}

} // namespace bondwright::helper
