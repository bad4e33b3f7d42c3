// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/transactor.h"

#include "formats/files/backupstore.h"
#include "formats/files/transactionlock.h"
#include "helper/plan/formerfiles.h"
#include "helper/runtime/runtimeactivator.h"
#include "helper/system/auditlog.h"
#include "helper/transaction/sequence.h"

#include <QRandomGenerator>
#include <QThread>

#include <array>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QString newToken()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random)).toHex());
}

/// Equal in a time that does not tell how much of it is equal.
bool isSameToken(const QString &a, const QString &b)
{
    if (a.size() != b.size() || a.isEmpty())
        return false;
    uint difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= uint(a.at(i).unicode() ^ b.at(i).unicode());
    return difference == 0;
}

constexpr int stepCount = 5;

} // namespace

Transactor::Transactor(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_store(m_parts.environment)
    , m_verifier(m_parts.source)
    , m_last(m_store.lastFinished())
{
    m_ticker.setInterval(1s);
    connect(&m_ticker, &QTimer::timeout, this, &Transactor::tick);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Transactor::resume);
}

Transactor::~Transactor() = default;

formats::TransactionOptions Transactor::fileOptions() const
{
    formats::TransactionOptions options;
    options.root = m_parts.environment.root;
    options.journalFolder = m_parts.environment.stateFolder + u"/transactions"_s;
    return options;
}

Activator &Transactor::activator()
{
    if (!m_activator) {
        m_activator = m_parts.activators(m_record->backend);
        connect(m_activator.get(), &Activator::progressed, this, [this](const QString &text) {
            StepProgress progress = m_step;
            progress.text = text;
            progress.elapsedMs = m_stepTime.elapsed();
            Q_EMIT progressed(progress);
        });
    }
    return *m_activator;
}

std::optional<Ticket> Transactor::ticketFor(const QString &requestId, const Caller &caller) const
{
    for (const std::optional<Record> *record : {&m_record, &m_last}) {
        if (*record && (*record)->transaction.requestId == requestId && (*record)->transaction.ownerUid == caller.uid)
            return Ticket{(*record)->transaction.id, (*record)->token};
    }
    return std::nullopt;
}

bool Transactor::isOwner(const Caller &caller, const QString &id, const QString &token) const
{
    return m_record && m_record->transaction.id == id && m_record->transaction.ownerUid == caller.uid
        && isSameToken(m_record->token, token);
}

Transaction Transactor::withTimeLeft(const Record &record) const
{
    Transaction transaction = record.transaction;
    if (transaction.state == TransactionState::AwaitingConfirm) {
        const qint64 left = record.deadlineBootMs - m_parts.clock.bootMs();
        transaction.secondsLeft = left > 0 ? quint32((left + 999) / 1000) : 0;
    }
    return transaction;
}

Transaction Transactor::current() const
{
    if (m_record)
        return withTimeLeft(*m_record);
    if (m_elsewhere)
        return withTimeLeft(*m_elsewhere);
    return m_last ? m_last->transaction : Transaction{};
}

/// Not the lock of the files' journal, which goes with the journal: the running state is restored after
/// the files, and the watchdog must not begin the same meanwhile.
Result<void> Transactor::takeLock()
{
    const auto root = formats::RootFolder::open(m_parts.environment.root);
    if (!root)
        return tl::unexpected(root.error());
    auto lock = formats::takeTransactionLock(*root, m_parts.environment.stateFolder + u"/owner"_s);
    if (!lock)
        return tl::unexpected(lock.error());
    m_lock = std::move(*lock);
    return {};
}

Error Transactor::busyError(const Record &record) const
{
    return {u"helper.busy"_s,
            tr("%1 is changing %2 since %3.")
                .arg(record.transaction.ownerName, record.transaction.bond,
                     QLocale().toString(record.transaction.startedAt.toLocalTime(), QLocale::ShortFormat)),
            tr("Wait until that change is confirmed or rolled back.")};
}

/// With the lock held: a record that is there all the same was left by a process that is gone, or cannot
/// be understood. Neither may be written over.
Result<void> Transactor::expectNothingLeft()
{
    const auto left = m_store.load();
    if (!left)
        return tl::unexpected(left.error());
    if (!*left)
        return {};
    m_lock = formats::UniqueFd();
    m_retry.start(0);
    return tl::unexpected(busyError(**left));
}

Result<void> Transactor::prepareFiles(const Work &work, const QString &reason)
{
    formats::BackupStore backups(m_parts.environment.root, m_parts.environment.stateFolder + u"/backups"_s);
    if (const QStringList paths = work.paths(); !paths.isEmpty()) {
        const auto backup = backups.create(paths, reason);
        if (!backup)
            return tl::unexpected(backup.error());
        m_record->transaction.backupId = *backup;
        formats::Retention retention;
        retention.needed = FormerFiles(backups).neededBy(work.configuredBonds);
        (void)backups.prune(retention); // too many backups is no reason not to go on
    }
    const auto runtime = runtime::capture(work.interfaces());
    if (!runtime)
        return tl::unexpected(runtime.error());
    m_record->runtime = *runtime;
    for (const QString &name : work.interfaces()) {
        const kernel::BondState *bond = m_parts.source.snapshot().bondByName(name);
        if (!bond)
            continue;
        BondPlan running = planFromKernel(*bond, m_parts.source.snapshot());
        for (const BondPlan &plan : work.before) {
            for (const VlanPlan &vlan : plan.name == name ? plan.vlans : QList<VlanPlan>())
                running.vlans.append({vlan.id, vlanName(name, vlan), {}, {}, {}}); // addresses are in `runtime`
        }
        m_record->running.append(running);
    }
    formats::TransactionOptions options = fileOptions();
    options.reason = reason;
    auto files = formats::FileTransaction::prepare(work.changes, options);
    if (!files) {
        const bool isOld = files.error().code == u"files.conflict";
        return fail(isOld ? u"helper.conflict"_s : u"helper.failed"_s, files.error().message, files.error().hint);
    }
    m_files.emplace(std::move(*files));
    m_record->filesId = m_files->id();
    startWatchdog();
    return m_store.save(*m_record);
}

/// Before there is a record: from its first moment on somebody else knows of it.
void Transactor::startWatchdog()
{
    m_watchdogStarted.reset();
    m_parts.startWatchdog(*m_record, [this, id = m_record->transaction.id](const Result<void> &started) {
        if (m_record && m_record->transaction.id == id)
            m_watchdogStarted = started;
    });
}

Result<Ticket> Transactor::begin(const Work &work, const ApplyOptions &options, const QString &requestId,
                                 const Caller &caller)
{
    if (const auto ticket = ticketFor(requestId, caller))
        return *ticket;
    if (m_record)
        return tl::unexpected(busyError(*m_record));
    if (options.confirmWithin < minConfirm || options.confirmWithin > maxConfirm)
        return fail(u"helper.invalid"_s, tr("The time to confirm must be 10 to 600 seconds."));
    auto locked = takeLock();
    // The watchdog of the transaction before may be looking whether it is still needed.
    for (int tries = 0; !locked && locked.error().code == u"files.busy" && tries < 10; ++tries) {
        QThread::msleep(20);
        locked = takeLock();
    }
    if (!locked && locked.error().code == u"files.busy") {
        if (const auto other = m_store.load(); other && *other)
            return tl::unexpected(busyError(**other));
    }
    if (!locked)
        return fail(locked.error().code == u"files.busy" ? u"helper.busy"_s : u"helper.failed"_s,
                    locked.error().message, locked.error().hint);
    if (auto nothing = expectNothingLeft(); !nothing) {
        m_lock = formats::UniqueFd();
        return tl::unexpected(nothing.error());
    }

    m_work = work;
    m_options = options;
    m_record.emplace();
    Transaction &transaction = m_record->transaction;
    transaction.id = formats::newRecordId();
    transaction.requestId = requestId;
    transaction.state = TransactionState::Preparing;
    transaction.action = work.action;
    transaction.bond = work.bond;
    transaction.ownerUid = caller.uid;
    transaction.ownerName = userName(caller.uid);
    transaction.startedAt = QDateTime::currentDateTimeUtc();
    transaction.lasting = work.lasting;
    transaction.files = work.paths();
    m_record->token = newToken();
    m_record->backend = work.backend;
    m_record->before = work.before;
    m_record->after = work.after;
    m_record->paths = work.paths();
    m_record->bootId = m_parts.clock.bootId();
    m_record->startedBootMs = m_parts.clock.bootMs();
    m_record->confirmWithinMs = std::chrono::milliseconds(options.confirmWithin).count();

    if (auto prepared = prepareFiles(work, u"%1 %2"_s.arg(work.action, work.bond)); !prepared) {
        note(work.action, prepared.error().code, prepared.error().message);
        if (m_files)
            (void)m_files->rollback();
        m_files.reset();
        m_record.reset();
        m_lock = formats::UniqueFd();
        return tl::unexpected(prepared.error());
    }
    note(work.action, u"ok"_s, u"begun"_s);
    step(u"backup"_s, tr("Saving the present configuration"));
    Q_EMIT changed(current());
    m_verifier.takeBaseline(work, options.pingTarget, [this](const Baseline &baseline) {
        m_baseline = baseline;
        arm();
    });
    return Ticket{transaction.id, m_record->token};
}

void Transactor::arm()
{
    step(u"arm"_s, tr("Arming the automatic rollback"));
    activator().prepare(*m_record, [this](const Result<QJsonObject> &memo) {
        if (!memo)
            return startRollBack(memo.error().message);
        m_record->activatorMemo = *memo;
        if (auto saved = m_store.save(*m_record); !saved)
            return startRollBack(saved.error().message);
        const auto isAnswered = [this] { return m_watchdogStarted.has_value(); };
        waitUntil(this, isAnswered, 15s, [this](bool answered) {
            if (answered && *m_watchdogStarted)
                return write();
            startRollBack(answered ? m_watchdogStarted->error().message : tr("The watchdog did not start."));
        });
    });
}

void Transactor::write()
{
    if (auto saved = setState(TransactionState::Writing); !saved)
        return startRollBack(saved.error().message);
    step(u"write"_s, tr("Writing the configuration"));
    if (auto written = m_files->write(); !written) {
        m_files.reset(); // has undone itself
        return startRollBack(written.error().message);
    }
    activate();
}

void Transactor::activate()
{
    if (auto saved = setState(TransactionState::Activating); !saved)
        return startRollBack(saved.error().message);
    step(u"activate"_s, tr("Activating %1").arg(m_record->transaction.bond));
    activator().activate(*m_record, [this](const Result<void> &activated) {
        if (!activated)
            return startRollBack(activated.error().message);
        verify();
    });
}

void Transactor::verify()
{
    (void)setState(TransactionState::Verifying); // to whoever takes over it is the same as activating
    step(u"verify"_s, tr("Comparing the kernel's state with the plan"));
    m_verifier.verify(*m_record, m_baseline, m_options.pingTarget, [this](const QStringList &differences) {
        if (!differences.isEmpty())
            return startRollBack(tr("The result is not what was asked for."), differences);
        awaitConfirm();
    });
}

void Transactor::awaitConfirm()
{
    finishStep();
    if (m_options.confirmNow) {
        if (auto kept = complete(); !kept)
            startRollBack(kept.error().message);
        return;
    }
    m_record->deadlineBootMs = m_parts.clock.bootMs() + m_record->confirmWithinMs;
    if (auto saved = setState(TransactionState::AwaitingConfirm); !saved)
        return startRollBack(saved.error().message);
    m_ticker.start();
}

void Transactor::tick()
{
    if (!m_record || m_record->transaction.state != TransactionState::AwaitingConfirm) {
        m_ticker.stop();
        return;
    }
    const std::chrono::milliseconds left(m_record->deadlineBootMs - m_parts.clock.bootMs());
    if (left <= 0ms)
        return startRollBack(tr("The change was not confirmed in time."));
    m_ticker.start(std::min<std::chrono::milliseconds>(left, 1s)); // not a second late only because it is no whole one
    Q_EMIT changed(current());
}

Result<void> Transactor::setState(TransactionState state)
{
    m_record->transaction.state = state;
    const auto saved = m_store.save(*m_record);
    if (!saved)
        note(transactionStateName(state), saved.error().code, saved.error().message);
    Q_EMIT changed(current());
    return saved;
}

void Transactor::step(const QString &word, const QString &text)
{
    if (!m_step.step.isEmpty())
        finishStep();
    const int index = m_step.transactionId == m_record->transaction.id ? m_step.index + 1 : 0;
    m_step = {m_record->transaction.id, word, text, index, std::max(stepCount, index + 1), false, 0};
    m_stepTime.start();
    Q_EMIT progressed(m_step);
}

void Transactor::finishStep()
{
    m_step.finished = true;
    m_step.elapsedMs = m_stepTime.elapsed();
    Q_EMIT progressed(m_step);
    m_step.step.clear();
}

void Transactor::note(const QString &event, const QString &result, const QString &detail) const
{
    AuditRecord record{event,
                       m_record->transaction.ownerUid,
                       m_record->transaction.id,
                       m_record->transaction.bond,
                       backendName(m_record->backend),
                       m_record->paths,
                       result,
                       detail};
    if (m_files) {
        record.files.clear();
        for (const formats::ManifestEntry &entry : m_files->manifest().entries)
            record.files.append(u"%1 %2 %3"_s.arg(entry.path, QString::fromLatin1(entry.oldDigest.left(16)),
                                                  QString::fromLatin1(entry.newDigest.left(16))));
    }
    audit(record);
}

} // namespace bondwright::helper
