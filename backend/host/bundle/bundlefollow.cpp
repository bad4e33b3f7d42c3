// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A change after the script was started: its state, and confirming or rolling it back.
#include "host/bundle/bundlehelper.h"

#include "domain/errorcode.h"
#include "domain/safename.h"
#include "host/protocol/lostconfirmation.h"

#include <algorithm>

namespace bondwright::host
{

using namespace Qt::StringLiterals;
using namespace helper;

namespace
{

constexpr std::chrono::seconds lookWhileWorking{1};
constexpr std::chrono::seconds lookWhileWaiting{4};
constexpr int missedWhenUnknown = 2; // the order to start it may just be arriving
constexpr int stepCount = 3; // before the new connection that confirms

/// Its names are the host's own words, and become part of programs.
bool isProper(const BundleStatus &status)
{
    return isSafeInterfaceName(status.bond) && isSafeId(status.id);
}

} // namespace

void BundleHelper::tellStep(const char *name, const QString &text, int index, bool isFinished)
{
    if (!isFinished)
        m_step.start();
    StepProgress step;
    step.transactionId = m_now.id;
    step.step = QString::fromLatin1(name);
    step.text = text;
    step.index = index;
    step.count = stepCount + 1;
    step.finished = isFinished;
    step.elapsedMs = isFinished ? m_step.elapsed() : 0;
    Q_EMIT stepProgressed(step);
}

void BundleHelper::setState(TransactionState state)
{
    m_now.state = state;
    Q_EMIT transactionChanged(m_now);
}

void BundleHelper::start(const QString &bond, const Callback<Ticket> &done)
{
    //: @status a step of a change
    const QString starting = tr("Starting it there, apart from this connection");
    tellStep("start", starting, 1, false);
    asRoot(Way::Shared, startProgram(bond, m_now.id), this, [this, starting, done](const Result<QByteArray> &begun) {
        // If the host went away meanwhile, it is not known whether the change has begun: ask.
        if (!begun && begun.error().code != errorcode::hostOffline) {
            setState(TransactionState::None);
            return done(tl::unexpected(begun.error()));
        }
        tellStep("start", starting, 1, true);
        //: @status a step of a change; the script that works on another host
        tellStep("activate", tr("It saves, writes, and restarts the network"), 2, false);
        setState(TransactionState::Activating);
        if (const auto all = begun.and_then(readStatus))
            takeOwn(*all);
        if (!isOver(m_now.state))
            m_ask.start(lookWhileWorking);
        done(Ticket{m_now.id, {}});
    });
}

/// Each look is a new connection: without one the host could not be reached later either.
void BundleHelper::ask()
{
    const QString id = m_now.id;
    asRoot(Way::New, statusProgram(), this, [this, id](const Result<QByteArray> &answer) {
        if (id != m_now.id || isOver(m_now.state))
            return;
        m_isOffline = !answer;
        const auto all = answer ? readStatus(*answer) : Result<QList<BundleStatus>>(tl::unexpected(answer.error()));
        if (all)
            takeOwn(*all);
        if (!isOver(m_now.state))
            m_ask.start(m_now.state == TransactionState::AwaitingConfirm ? lookWhileWaiting : lookWhileWorking);
    });
}

void BundleHelper::takeOwn(const QList<BundleStatus> &all)
{
    const auto own = std::ranges::find(all, m_now.id, &BundleStatus::id);
    if (own != all.end()) {
        m_missed = 0;
        take(*own);
    } else if (++m_missed >= missedWhenUnknown) {
        // The order to start was lost with the connection, or another change of this bond was begun since.
        //: @info why a change was not made
        m_now.reason = tr("The host does not know of this change.");
        setState(TransactionState::RolledBack);
    }
}

void BundleHelper::take(const BundleStatus &status)
{
    const TransactionState state = stateOf(status);
    if (m_now.state == TransactionState::Activating && state == TransactionState::AwaitingConfirm)
        tellStep("activate", tr("It saves, writes, and restarts the network"), 2, true);
    m_now.secondsLeft = quint32(status.secondsLeft);
    if (state == TransactionState::RolledBack || state == TransactionState::Failed)
        m_now.reason = status.said;
    if (state == TransactionState::Failed)
        //: @info what to do by hand; %1 a folder of another host
        m_now.manualSteps = {tr("The originals are in %1 on the host: restore them, and restart the network.")
                                 .arg(u"/var/lib/bondwright-bundle/"_s + status.bond + u"/original"_s)};
    setState(state);
}

void BundleHelper::find(const QString &id, QObject *context, Callback<BundleStatus> done)
{
    asRoot(Way::New, statusProgram(), context, [id, done = std::move(done)](const Result<QByteArray> &answer) {
        if (!answer)
            return done(tl::unexpected(answer.error()));
        const auto all = readStatus(*answer);
        if (!all)
            return done(tl::unexpected(all.error()));
        for (const BundleStatus &one : *all) {
            if (isProper(one) && (one.id == id || (id.isEmpty() && !isOver(stateOf(one)))))
                return done(one);
        }
        done(fail(u"helper.invalid"_s, tr("There is no such change waiting.")));
    });
}

void BundleHelper::transaction(QObject *context, Callback<Transaction> done)
{
    if (m_isOffline && !isOver(m_now.state))
        return done(fail(errorcode::hostOffline, tr("The host is not reached.")));
    if (!isOver(m_now.state))
        return done(m_now);
    // Another program may have begun one. Only root there can see it, and sudo is not asked for that.
    run(Way::Shared, Rights::User, {}, statusProgram(), context,
        [this, done = std::move(done)](const CommandOutcome &said) {
            const auto all = said.isGood() ? readStatus(said.output) : Result<QList<BundleStatus>>();
            for (const BundleStatus &one : all.value_or(QList<BundleStatus>())) {
                if (!isOver(m_now.state) || isOver(stateOf(one)) || !isProper(one))
                    continue;
                m_now = changeOf(one.id, one.bond);
                m_now.extended = true;
                m_missed = 0;
                take(one);
                m_ask.start(lookWhileWaiting);
            }
            done(m_now);
        });
}

void BundleHelper::confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    const QPointer<QObject> guard(context ? context : this);
    //: @status a step of a change
    const QString reaching = tr("Opening a new connection to the host");
    tellStep("reach", reaching, stepCount, false);
    find(ticket.id, context, [this, guard, reaching, done = std::move(done)](const Result<BundleStatus> &found) {
        if (!found)
            return done(tl::unexpected(
                found.error().code == errorcode::hostOffline
                    ? Error{errorcode::hostOffline,
                            //: @error %1 why
                            tr("A new connection to the host could not be opened: %1").arg(found.error().message),
                            //: @info what to do
                            tr("The change is not confirmed: the host reverts it by itself at the deadline.")}
                    : found.error()));
        tellStep("reach", reaching, stepCount, true);
        keep(*found, 2, guard, done);
    });
}

void BundleHelper::keep(const BundleStatus &change, int triesLeft, const QPointer<QObject> &guard,
                        const Callback<Nothing> &done)
{
    asRoot(Way::New, confirmProgram(change.bond, change.id), guard,
           [this, change, triesLeft, guard, done](const Result<QByteArray> &kept) {
               if (!kept && kept.error().code == errorcode::hostOffline)
                   return learnFate(change, triesLeft - 1, guard, done);
               if (kept && change.id == m_now.id)
                   setState(TransactionState::Done);
               done(kept.map([](const QByteArray &) { return Nothing{}; }));
           });
}

/// The connection broke after the host may have been told.
void BundleHelper::learnFate(const BundleStatus &change, int triesLeft, const QPointer<QObject> &guard,
                             const Callback<Nothing> &done)
{
    find(change.id, guard, [this, change, triesLeft, guard, done](const Result<BundleStatus> &found) {
        const auto fate = found ? fateOfConfirmation(stateOf(*found)) : std::optional(confirmationLost());
        if (!fate && triesLeft > 0)
            return keep(change, triesLeft, guard, done);
        if (fate && *fate && change.id == m_now.id)
            setState(TransactionState::Done);
        done(fate.value_or(confirmationLost()));
    });
}

void BundleHelper::rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    const QPointer<QObject> guard(context ? context : this);
    find(ticket.id, context, [this, guard, done = std::move(done)](const Result<BundleStatus> &found) {
        if (!found)
            return done(tl::unexpected(found.error()));
        asRoot(Way::New, rollbackProgram(found->bond, found->id), guard,
               [this, found = *found, done](const Result<QByteArray> &begun) {
                   if (begun && found.id == m_now.id)
                       m_ask.start(lookWhileWorking);
                   done(begun.map([](const QByteArray &) { return Nothing{}; }));
               });
    });
}

void BundleHelper::extend(const Ticket &, QObject *, Callback<Nothing> done)
{
    done(notHere());
}

} // namespace bondwright::host
