// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/transactor.h"

#include "domain/errorcode.h"
#include "domain/sentences.h"
#include "formats/files/transactionlock.h"
#include "helper/transaction/lastresort.h"

#include <QRandomGenerator>
#include <QThread>

#include <array>
#include <pwd.h>

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

QString userName(quint32 uid)
{
    std::array<char, 1024> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(uid);
}

QString byWhom(const Caller &caller)
{
    return u"uid %1"_s.arg(caller.uid);
}

Record newRecord(const PlannedChange &planned, const ApplyOptions &options, const QString &requestId,
                 const Caller &caller, const Clock &clock)
{
    Record record;
    Transaction &transaction = record.transaction;
    transaction.id = formats::newRecordId();
    transaction.requestId = requestId;
    transaction.state = TransactionState::Preparing;
    transaction.action = planned.action;
    transaction.bond = planned.bond;
    transaction.ownerUid = caller.uid;
    transaction.ownerName = userName(caller.uid);
    transaction.startedAt = QDateTime::currentDateTimeUtc();
    transaction.lasting = planned.lasting;
    transaction.files = planned.paths();
    transaction.rehearsed = options.rehearsed;
    record.token = newToken();
    record.backend = planned.backend;
    record.before = planned.before;
    record.after = planned.after;
    record.paths = planned.paths();
    record.bootId = clock.bootId();
    record.startedBootMs = clock.bootMs();
    record.confirmWithinMs = std::chrono::milliseconds(options.confirmWithin).count();
    return record;
}

} // namespace

Transactor::Transactor(TransactionParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_store(m_parts.environment)
    , m_holder(m_parts.environment)
    , m_last(m_store.lastFinished())
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { resume(); });
}

Transactor::~Transactor() = default;

std::optional<Ticket> Transactor::ticketFor(const QString &requestId, const Caller &caller) const
{
    for (const Record *record : {m_active ? &m_active->record() : nullptr, m_last ? &*m_last : nullptr}) {
        if (record && record->transaction.requestId == requestId && record->transaction.ownerUid == caller.uid)
            return Ticket{record->transaction.id, record->token};
    }
    return std::nullopt;
}

bool Transactor::isOwner(const Caller &caller, const QString &id, const QString &token) const
{
    if (!m_active && !m_elsewhere)
        return false;
    const Record &record = m_active ? m_active->record() : *m_elsewhere;
    return record.transaction.id == id && record.transaction.ownerUid == caller.uid && isSameToken(record.token, token);
}

Transaction Transactor::current() const
{
    if (m_active)
        return m_active->view();
    if (m_elsewhere) {
        Transaction transaction = m_elsewhere->transaction;
        const qint64 left = m_elsewhere->deadlineBootMs - m_parts.clock.bootMs();
        if (transaction.state == TransactionState::AwaitingConfirm && left > 0)
            transaction.secondsLeft = quint32((left + 999) / 1000);
        return transaction;
    }
    return m_last ? m_last->transaction : Transaction{};
}

Error Transactor::busyError(const Record &record) const
{
    const Transaction &transaction = record.transaction;
    const QString message = tr("%1 is changing %2 since %3.")
                                .arg(transaction.ownerName, transaction.bond,
                                     QLocale().toString(transaction.startedAt.toLocalTime(), QLocale::ShortFormat));
    if (!transaction.manualSteps.isEmpty())
        return {errorcode::busy, joinSentences(QStringList(message) + transaction.manualSteps),
                tr("“bondctl rollback” tries again to restore everything.")};
    return {errorcode::busy, message, tr("Wait until that change is confirmed or rolled back.")};
}

Result<OwnerLock> Transactor::takeLock() const
{
    constexpr int least = 10;
    constexpr int most = 150;
    const auto isNothingPending = [this] {
        const auto record = m_store.load();
        return record && !*record;
    };
    auto lock = OwnerLock::take(m_parts.environment);
    // The watchdog of the transaction before may be looking whether it is still needed, and tidy up: on a host that is
    // busy with other things not within a moment. Without a record no other change can be waiting.
    for (int tries = 0; !lock && lock.error().code == errorcode::filesBusy && tries < most; ++tries) {
        if (tries >= least && !isNothingPending())
            break;
        QThread::msleep(20);
        lock = OwnerLock::take(m_parts.environment);
    }
    if (lock)
        return lock;
    const bool isBusy = lock.error().code == errorcode::filesBusy;
    if (const auto other = m_store.load(); isBusy && other && *other)
        return tl::unexpected(busyError(**other));
    return fail(isBusy ? errorcode::busy : u"helper.failed"_s, lock.error().message, lock.error().hint);
}

/// With the lock held: a record that is there all the same was left by a process that is gone: it comes first.
Result<void> Transactor::expectNothingLeft()
{
    const auto left = m_store.load();
    if (!left && left.error().code == errorcode::recordVersion)
        return tl::unexpected(left.error());
    if (left && *left) {
        m_retry.start(0);
        return tl::unexpected(busyError(**left));
    }
    settleWithoutRecord();
    return {};
}

/// With the lock held: journals whose record is damaged or was not written yet. They cannot be confirmed any more.
void Transactor::settleWithoutRecord()
{
    const formats::TransactionOptions options = fileOptions(m_parts.environment);
    const formats::RecordPlace place{options.root, options.journalFolder};
    const bool isDamaged = !m_store.load().has_value();
    QStringList manualSteps;
    for (const QString &id : formats::recordIds(place).value_or(QStringList())) {
        auto files = formats::FileTransaction::open(id, options);
        const bool isKept = m_last && m_last->files.id == id && m_last->transaction.state == TransactionState::Done;
        Result<void> settled;
        if (!files)
            settled = formats::removeRecord(place, id, u"damaged"_s);
        else if (isKept)
            settled = files->commit();
        else
            settled = files->rollback().map([](const formats::RollbackReport &) {});
        const QString what = !files ? files.error().message : settled ? QString() : settled.error().message;
        if (!what.isEmpty())
            manualSteps.append(what);
    }
    formats::FileTransaction::sweep(options);
    m_store.sweepKept();
    if (!isDamaged)
        return;
    if (auto aside = m_store.setAside(); !aside)
        manualSteps.append(aside.error().message);
    m_last.emplace();
    m_last->transaction.state = TransactionState::Failed;
    m_last->transaction.reason
        = tr("The record of the change was damaged. The files were restored from their journal.");
    manualSteps.append(tr("Restart the network or the machine, so that what runs follows the files."));
    m_last->transaction.manualSteps = manualSteps;
    Q_EMIT changed(m_last->transaction);
}

Result<Ticket> Transactor::begin(const PlannedChange &planned, const ApplyOptions &options, const QString &requestId,
                                 const Caller &caller)
{
    if (const auto ticket = ticketFor(requestId, caller))
        return *ticket;
    if (m_active)
        return tl::unexpected(busyError(m_active->record()));
    if (options.confirmWithin < minConfirm || options.confirmWithin > maxConfirm)
        return fail(u"helper.invalid"_s, tr("The time to confirm must be 10 to 600 seconds."));
    auto lock = takeLock();
    if (!lock)
        return tl::unexpected(lock.error());
    if (auto nothing = expectNothingLeft(); !nothing)
        return tl::unexpected(nothing.error());
    const Record record = newRecord(planned, options, requestId, caller, m_parts.clock);
    becomeOwner(std::move(*lock), record);
    if (auto prepared = m_active->prepare(planned); !prepared) {
        m_active.reset();
        return tl::unexpected(prepared.error());
    }
    m_active->start(planned, options);
    return Ticket{record.transaction.id, record.token};
}

void Transactor::becomeOwner(OwnerLock lock, Record record)
{
    m_active = std::make_unique<ActiveTransaction>(m_parts, std::move(lock), std::move(record));
    connect(m_active.get(), &ActiveTransaction::changed, this, &Transactor::changed);
    connect(m_active.get(), &ActiveTransaction::progressed, this, &Transactor::progressed);
    connect(m_active.get(), &ActiveTransaction::leftUnfinished, this, &Transactor::leftUnfinished);
    connect(m_active.get(), &ActiveTransaction::ended, this, &Transactor::forget);
}

void Transactor::forget()
{
    m_last = m_active->record();
    m_active.release()->deleteLater(); // we are inside one of its steps
    Q_EMIT changed(m_last->transaction);
    Q_EMIT ended();
}

Result<ActiveTransaction *> Transactor::pending(const QString &id) const
{
    if (m_active && m_active->record().transaction.id == id)
        return m_active.get();
    const Transaction known = current();
    if (id.isEmpty() || known.id != id)
        return fail(u"helper.invalid"_s, tr("There is no such change waiting."));
    if (known.state == TransactionState::Done)
        return fail(u"helper.invalid"_s, tr("The change was kept already."));
    if (known.state == TransactionState::RolledBack)
        return fail(u"helper.invalid"_s, tr("The change was reverted already."), known.reason);
    if (known.state == TransactionState::Failed)
        return fail(u"helper.invalid"_s, tr("The change could not be reverted completely."), known.reason);
    return tl::unexpected(ActiveTransaction::notWaiting(known.state)); // the watchdog has it
}

Result<void> Transactor::confirm(const QString &id, const Caller &caller)
{
    if (const Transaction known = current(); !m_active && known.id == id && known.state == TransactionState::Done)
        return {}; // the answer to the first one got lost
    return pending(id).and_then([&](ActiveTransaction *active) { return active->confirm(byWhom(caller)); });
}

Result<void> Transactor::rollBack(const QString &id, const Caller &caller)
{
    const bool isElsewhere = m_elsewhere && m_elsewhere->transaction.id == id;
    if (isElsewhere && m_elsewhere->transaction.state == TransactionState::RollingBack)
        return {};
    return pending(id).and_then([&](ActiveTransaction *active) {
        return active->rollBack(byWhom(caller), tr("%1 asked for it.").arg(userName(caller.uid)));
    });
}

Result<void> Transactor::extend(const QString &id, const Caller &caller)
{
    return pending(id).and_then([&](ActiveTransaction *active) { return active->extend(byWhom(caller)); });
}

void Transactor::waitForOther()
{
    const auto record = m_store.load();
    m_elsewhere = record ? *record : std::nullopt;
    if (m_holder.endIfStuck())
        qWarning("taking over");
    m_retry.start(retryInterval);
}

bool Transactor::isLeftToHelper() const
{
    if (!m_graceOfHelper)
        return false;
    const auto record = m_store.load();
    return record && *record && (*record)->transaction.state == TransactionState::AwaitingConfirm
        && m_parts.clock.bootMs() < (*record)->deadlineBootMs + m_graceOfHelper->count();
}

void Transactor::leaveToLastResort(const Record &record)
{
    constexpr std::chrono::milliseconds longest = 60s; // that it takes
    m_elsewhere = record;
    if (!m_lastResort.isValid() || m_lastResort.elapsed() > longest.count()) {
        m_lastResort.start();
        if (auto started = m_parts.startLastResort(); !started)
            qWarning("%s", qPrintable(started.error().message));
    }
    m_retry.start(1s);
}

void Transactor::resume(ActiveTransaction::Network network)
{
    if (m_active)
        return;
    if (isLeftToHelper())
        return waitForOther();
    // The lock first: what was read without it may be over by the time it is had.
    auto lock = OwnerLock::take(m_parts.environment);
    if (!lock && network == ActiveTransaction::Network::NotStartedYet) {
        qWarning("%s", qPrintable(lock.error().message));
        Q_EMIT leftUnfinished(); // the boot does not wait
        return;
    }
    if (!lock)
        return waitForOther();
    const bool wasElsewhere = std::exchange(m_elsewhere, std::nullopt).has_value();
    auto record = m_store.load();
    if (!record && record.error().code == errorcode::recordVersion) {
        qWarning("%s", qPrintable(record.error().message));
        return;
    }
    m_last = m_store.lastFinished();
    if (!record || !*record) {
        settleWithoutRecord();
        *lock = OwnerLock(); // who hears that it is over may begin the next one
        if (wasElsewhere && m_last)
            Q_EMIT changed(m_last->transaction);
        Q_EMIT ended();
        return;
    }
    const TransactionState state = (*record)->transaction.state;
    const bool isMidway = state < TransactionState::AwaitingConfirm || state == TransactionState::RollingBack;
    if (isMidway && (*record)->starts >= maxStarts && network == ActiveTransaction::Network::Runs) {
        *lock = OwnerLock();
        return leaveToLastResort(**record);
    }
    if (isMidway) {
        ++(*record)->starts;
        (void)m_store.saveProgress(&**record);
    }
    becomeOwner(std::move(*lock), std::move(**record));
    m_active->takeUp(network);
}

} // namespace bondwright::helper
