// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehelperclient.h"

using namespace Qt::StringLiterals;

namespace bondwright
{

using helper::TransactionState;

void FakeHelperClient::setReachable(bool is)
{
    reachable = is;
    trouble = is
        ? std::nullopt
        : std::optional(Error{u"helper.unreachable"_s, u"The helper does not answer."_s, u"Is it installed?"_s});
    Q_EMIT reachableChanged(is);
}

QStringList FakeHelperClient::linkCalls() const
{
    QStringList found;
    for (const QString &call : calls) {
        if (call.startsWith(u"link "))
            found.append(call.section(u' ', 2));
    }
    return found;
}

void FakeHelperClient::advance(TransactionState state, quint32 secondsLeft, const QString &reason)
{
    now.state = state;
    now.secondsLeft = secondsLeft;
    now.reason = reason;
    Q_EMIT transactionChanged(now);
}

void FakeHelperClient::step(int index, int count, const QString &text, bool finished, qint64 elapsedMs)
{
    Q_EMIT stepProgressed({now.id, u"step"_s, text, index, count, finished, elapsedMs});
}

helper::Ticket FakeHelperClient::begin(ChangeAction action, const QString &bond, const helper::ApplyOptions &options)
{
    appliedOptions = options;
    if (refusal || trouble)
        return {};
    now = {};
    now.id = u"t%1"_s.arg(calls.size());
    now.action = action;
    now.bond = bond;
    now.ownerName = u"admin"_s;
    now.startedAt = QDateTime::currentDateTime();
    now.state = TransactionState::Preparing;
    return {now.id, u"0123456789abcdef0123456789abcdef"_s};
}

void FakeHelperClient::capabilities(QObject *context, Callback<helper::Capabilities> done)
{
    answer(u"capabilities"_s, context, done, caps);
}
void FakeHelperClient::configuration(QObject *context, Callback<helper::Configuration> done)
{
    answer(u"configuration"_s, context, done, config);
}
void FakeHelperClient::backups(QObject *context, Callback<QList<helper::BackupInfo>> done)
{
    answer(u"backups"_s, context, done, saved);
}
void FakeHelperClient::backupDiff(const QString &id, QObject *context, Callback<QList<helper::FileDiff>> done)
{
    answer(u"backupDiff "_s + id, context, done, previewed.files);
}
void FakeHelperClient::transaction(QObject *context, Callback<helper::Transaction> done)
{
    answer(u"transaction"_s, context, done, now);
}
void FakeHelperClient::preview(const BondPlan &plan, helper::Backend, QObject *context, Callback<helper::Preview> done)
{
    answer(u"preview "_s + plan.name, context, done, previewed);
}
void FakeHelperClient::previewRemove(const QString &bond, helper::Backend backend, QObject *context,
                                     Callback<helper::Preview> done)
{
    answer(u"previewRemove "_s + bond + u' ' + helper::backendName(backend), context, done, previewed);
}
void FakeHelperClient::apply(const QString &requestId, const BondPlan &plan, const helper::ApplyOptions &options,
                             QObject *context, Callback<helper::Ticket> done)
{
    applied = plan;
    applyRequests.append(requestId);
    answer(u"apply "_s + plan.name, context, done, begin(ChangeAction::Apply, plan.name, options), true);
}
void FakeHelperClient::remove(const QString &, const QString &bond, const helper::ApplyOptions &options,
                              QObject *context, Callback<helper::Ticket> done)
{
    answer(u"remove "_s + bond, context, done, begin(ChangeAction::Remove, bond, options), true);
}
void FakeHelperClient::restore(const QString &, const QString &id, const helper::ApplyOptions &options,
                               QObject *context, Callback<helper::Ticket> done)
{
    answer(u"restore "_s + id, context, done, begin(ChangeAction::Restore, {}, options), true);
}
void FakeHelperClient::confirm(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    answer(u"confirm %1 %2"_s.arg(ticket.id, ticket.token), context, done, Nothing{}, true);
}
void FakeHelperClient::rollback(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    answer(u"rollback %1 %2"_s.arg(ticket.id, ticket.token), context, done, Nothing{}, true);
}
void FakeHelperClient::extend(const helper::Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    answer(u"extend %1 %2"_s.arg(ticket.id, ticket.token), context, done, Nothing{}, true);
}
void FakeHelperClient::activateSlave(const QString &bond, const QString &slave, QObject *context,
                                     Callback<Nothing> done)
{
    answer(u"activate %1 %2"_s.arg(bond, slave), context, done, Nothing{}, true);
}
void FakeHelperClient::setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds,
                                    QObject *context, Callback<Nothing> done)
{
    if (!refusal && onLink)
        onLink(slave, up);
    answer(u"link %1 %2 %3"_s.arg(bond, slave, up ? u"up"_s : u"down"_s), context, done, Nothing{}, true);
}
void FakeHelperClient::identify(const QString &nic, std::chrono::seconds duration, QObject *context,
                                Callback<Nothing> done)
{
    answer(u"identify %1 %2"_s.arg(nic).arg(duration.count()), context, done, Nothing{}, true);
}

void FakeHelperClient::listen(std::chrono::seconds duration, QObject *context,
                              Callback<QList<neighbours::HeardFrame>> done)
{
    answer(u"listen %1"_s.arg(duration.count()), context, done, frames);
}

void FakeHelperClient::countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                                  Callback<kernel::FlowCount> done)
{
    answer(u"count-flows %1 %2"_s.arg(bond).arg(duration.count()), context, done, flows);
}

void FakeHelperClient::rehearse(const BondPlan &plan, const helper::RehearsalOptions &options, QObject *context,
                                Callback<QByteArray> done)
{
    answer(u"rehearse %1 %2"_s.arg(plan.name, options.switchKind), context, done, rehearsalLines);
}

} // namespace bondwright
