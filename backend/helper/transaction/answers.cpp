// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/backupstore.h"
#include "helper/transaction/transactor.h"

#include <array>
#include <pwd.h>

// What people answer to a change that runs, and how it ends if they keep it.
namespace bondwright::helper
{

using namespace Qt::StringLiterals;

QString Transactor::userName(quint32 uid)
{
    std::array<char, 1024> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(uid);
}

Result<void> Transactor::expectAwaiting(const QString &id) const
{
    if (!m_record || m_record->transaction.id != id)
        return fail(u"helper.invalid"_s, tr("There is no such change waiting."));
    if (m_record->transaction.state != TransactionState::AwaitingConfirm)
        return fail(u"helper.busy"_s, tr("The change is not ready for an answer yet."), tr("Wait a moment."));
    return {};
}

Result<void> Transactor::confirm(const QString &id, const Caller &caller)
{
    if (m_last && !m_record && m_last->transaction.id == id && m_last->transaction.state == TransactionState::Done)
        return {}; // the answer to the first one got lost
    if (auto awaiting = expectAwaiting(id); !awaiting)
        return awaiting;
    note(u"confirm"_s, u"ok"_s, u"by uid %1"_s.arg(caller.uid));
    return complete();
}

Result<void> Transactor::rollBack(const QString &id, const Caller &caller)
{
    if (m_record && m_record->transaction.id == id && m_record->transaction.state == TransactionState::RollingBack)
        return {};
    if (auto awaiting = expectAwaiting(id); !awaiting)
        return awaiting;
    note(u"rollback"_s, u"ok"_s, u"asked by uid %1"_s.arg(caller.uid));
    startRollBack(tr("%1 asked for it.").arg(userName(caller.uid)));
    return {};
}

Result<void> Transactor::extend(const QString &id, const Caller &caller)
{
    if (auto awaiting = expectAwaiting(id); !awaiting)
        return awaiting;
    if (m_record->transaction.extended)
        return fail(u"helper.invalid"_s, tr("The time was extended already."));
    const qint64 latest = m_parts.clock.bootMs() + std::chrono::milliseconds(maxConfirm).count();
    m_record->deadlineBootMs = std::min(m_record->deadlineBootMs + m_record->confirmWithinMs, latest);
    m_record->transaction.extended = true;
    note(u"extend"_s, u"ok"_s, u"by uid %1"_s.arg(caller.uid));
    if (auto saved = m_store.save(*m_record); !saved)
        return saved;
    activator().extend(*m_record);
    Q_EMIT changed(current());
    return {};
}

/// First the decision, then what follows from it: a crash in between completes, never takes back. A
/// decision that cannot be kept is none: the change goes on waiting for one.
Result<void> Transactor::complete()
{
    const TransactionState before = std::exchange(m_record->transaction.state, TransactionState::Done);
    if (auto saved = m_store.save(*m_record); !saved) {
        m_record->transaction.state = before;
        note(u"confirm"_s, saved.error().code, saved.error().message);
        return saved;
    }
    Q_EMIT changed(current());
    finishConfirmed();
    return {};
}

void Transactor::finishConfirmed()
{
    m_ticker.stop();
    if (m_files) {
        if (auto committed = m_files->commit(); !committed)
            note(u"commit"_s, committed.error().code, committed.error().message);
    }
    // What stood before the last change that somebody was content with outlives any number of failed attempts.
    if (const QString backup = m_record->transaction.backupId; !backup.isEmpty())
        (void)formats::BackupStore(m_parts.environment.root, m_parts.environment.stateFolder + u"/backups"_s)
            .pin(backup);
    releaseActivator();
    end(TransactionState::Done);
}

/// Lets it drop its safety nets. Only ended() waits for that: a process that leaves sooner leaves them behind.
void Transactor::releaseActivator()
{
    Activator *activator = &this->activator();
    m_activator.release()->setParent(this);
    ++m_releasing;
    activator->commit(*m_record, [this, activator](const Result<void> &) {
        activator->deleteLater();
        if (--m_releasing == 0 && !m_record)
            Q_EMIT ended();
    });
}

} // namespace bondwright::helper
