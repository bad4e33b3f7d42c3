// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/transactionfollower.h"
#include "common/helperjson.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/words.h"
#include "domain/errorcode.h"

#include <unistd.h>

using namespace Qt::StringLiterals;
using bondwright::helper::Transaction;
using bondwright::helper::TransactionState;

namespace bondwright::cli
{

void endLoop(int status)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [status] { QCoreApplication::exit(status); }, Qt::QueuedConnection);
}

int exitStatusOf(TransactionState state)
{
    switch (state) {
    case TransactionState::Done:
        return Success;
    case TransactionState::RolledBack:
        return RolledBack;
    default:
        return Failure;
    }
}

std::optional<bool> yesOrNo(QByteArrayView typed)
{
    const QString answer = QString::fromUtf8(typed).trimmed().toLower();
    if (answer == u"yes" || answer == u"y" || answer == u"是")
        return true;
    if (answer == u"no" || answer == u"n" || answer == u"否")
        return false;
    return std::nullopt;
}

TransactionFollower::TransactionFollower(helper::HelperClient &client, Context &context, WhileWaiting waiting,
                                         bool isJson, std::chrono::seconds confirmWithin, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_context(context)
    , m_talk(isJson ? context.err : context.out)
    , m_isJson(isJson)
    , m_waiting(waiting)
    , m_confirmWithin(confirmWithin)
{
    connect(&client, &helper::HelperClient::transactionChanged, this, &TransactionFollower::onTransaction);
    connect(&client, &helper::HelperClient::stepProgressed, this, &TransactionFollower::onProgress);
    constexpr std::chrono::seconds patience{3};
    m_ask.setInterval(patience);
    connect(&m_ask, &QTimer::timeout, this, &TransactionFollower::ask);
}

void TransactionFollower::follow(const helper::Ticket &ticket)
{
    m_ticket = ticket;
    m_tokens.save(ticket);
    // It may have moved on, or even ended, before the reply with its id came.
    ask();
    m_ask.start();
}

void TransactionFollower::ask()
{
    m_client.transaction(this, [this](const Result<Transaction> &transaction) {
        if (m_isOver)
            return;
        m_isUnreachable &= !transaction;
        if (transaction && transaction->id == m_ticket.id)
            return onTransaction(*transaction);
        if (!transaction && transaction.error().code == errorcode::hostOffline)
            return onUnreachable();
        clearCountdown();
        reportError(m_context,
                    transaction
                        ? Error{u"transaction.unknown"_s, Words::tr("The helper no longer knows this change."), {}}
                        : transaction.error());
        m_context.err
            << Words::tr("It reverts unless it was confirmed. See “%1 status”.").arg(m_context.host.commandBegin())
            << '\n';
        m_context.err.flush();
        finish(Failure);
    });
}

void TransactionFollower::onProgress(const helper::StepProgress &progress)
{
    if (m_isOver || progress.transactionId != m_ticket.id)
        return;
    clearCountdown();
    if (progress.finished) {
        m_talk << u"  ✓ %1 (%2 ms)\n"_s.arg(progress.text).arg(progress.elapsedMs);
    } else if (progress.step != m_lastStep) {
        m_lastStep = progress.step;
        m_talk << u"  … %1\n"_s.arg(progress.text);
    }
    m_talk.flush();
}

void TransactionFollower::onTransaction(const Transaction &transaction)
{
    if (m_isOver || m_ticket.id.isEmpty() || transaction.id != m_ticket.id)
        return;
    if (transaction.state == TransactionState::AwaitingConfirm) {
        onAwaiting(transaction);
    } else if (isOver(transaction.state)) {
        clearCountdown();
        printEnd(transaction);
        if (m_isJson)
            printJson(m_context, transactionToJson(transaction));
        m_tokens.forget(transaction.id);
        finish(exitStatusOf(transaction.state));
    }
}

void TransactionFollower::onAwaiting(const Transaction &transaction)
{
    if (m_waiting == WhileWaiting::Leave) {
        m_talk << Words::tr("The change runs. It reverts in %1 s unless confirmed:").arg(transaction.secondsLeft)
               << u"\n  %2 confirm %1\n  %2 rollback %1\n"_s.arg(transaction.id, m_context.host.commandBegin());
        if (m_isJson)
            printJson(m_context, transactionToJson(transaction));
        finish(Success);
        return;
    }
    if (m_waiting == WhileWaiting::Wait)
        return;
    if (m_waiting == WhileWaiting::Confirm)
        return confirm();
    if (!m_input) {
        m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        connect(m_input.get(), &QSocketNotifier::activated, this, &TransactionFollower::onAnswer);
        m_talk << Words::tr("The change runs. Another terminal can answer too: %1 confirm %2")
                      .arg(m_context.host.commandBegin(), transaction.id)
               << '\n'
               << Words::tr("Keep this configuration? Type “yes” to keep it, “no” to revert it now.") << '\n';
    }
    // Short: a line that wraps could not be written over every second. The stream would not let the return pass.
    m_talk.flush();
    (void)!::write(m_isJson ? STDERR_FILENO : STDOUT_FILENO, "\r", 1);
    m_talk << Words::tr("Reverting in %1 s: ").arg(transaction.secondsLeft, 3) << Qt::flush;
    m_hasCountdown = true;
}

void TransactionFollower::onAnswer()
{
    // One read: the terminal hands over whole lines, and a blocking second read would stop the countdown.
    char buffer[256];
    const ssize_t length = read(STDIN_FILENO, buffer, sizeof buffer);
    if (length <= 0) {
        m_input->setEnabled(false); // the terminal is gone: the deadline decides
        return;
    }
    const std::optional<bool> answer = yesOrNo(QByteArrayView(buffer, length));
    if (answer == true)
        m_client.confirm(m_ticket, this, [this](const auto &result) { onDecided(result); });
    else if (answer == false)
        m_client.rollback(m_ticket, this, [this](const auto &result) { onDecided(result); });
}

void TransactionFollower::confirm()
{
    if (std::exchange(m_isAnswered, true))
        return;
    m_client.confirm(m_ticket, this, [this](const auto &result) { onDecided(result); });
}

void TransactionFollower::onDecided(const Result<helper::HelperClient::Nothing> &result)
{
    if (result)
        return;
    clearCountdown();
    reportError(m_context, result.error());
    m_context.err.flush();
}

/// Another host: it may be cut off by the change, and comes back by itself.
void TransactionFollower::onUnreachable()
{
    constexpr std::chrono::minutes longestWait{3}; // for the network there to be as before
    if (!std::exchange(m_isUnreachable, true)) {
        m_patience = QDeadlineTimer(m_confirmWithin + longestWait);
        clearCountdown();
        //: @info %1 a host
        m_context.err << Words::tr("%1 cannot be reached. It reverts the change by itself; waiting for it…")
                             .arg(m_context.host.name())
                      << Qt::endl;
    }
    if (!m_patience.hasExpired())
        return;
    //: @info %1 a host
    m_context.err << Words::tr("%1 did not come back.").arg(m_context.host.name()) << Qt::endl;
    finish(Failure);
}

void TransactionFollower::printEnd(const Transaction &transaction)
{
    QTextStream &out = m_talk;
    switch (transaction.state) {
    case TransactionState::Done:
        out << Words::tr("Done: the configuration is kept.") << '\n';
        if (!transaction.lasting.isEmpty())
            out << "  " << transaction.lasting << '\n';
        break;
    case TransactionState::RolledBack:
        out << Words::tr("Reverted: everything is as it was before.") << '\n';
        break;
    default:
        out << Words::tr("Failed.") << '\n';
        break;
    }
    if (!transaction.reason.isEmpty())
        out << "  " << m_context.host.withHost(transaction.reason) << '\n';
    for (const QString &difference : transaction.differences)
        out << "  – " << difference << '\n';
    if (!transaction.manualSteps.isEmpty())
        out << Words::tr("What to do by hand:") << '\n';
    for (const QString &step : transaction.manualSteps)
        out << "  " << m_context.host.withHost(step) << '\n';
}

void TransactionFollower::clearCountdown()
{
    if (m_hasCountdown)
        m_talk << '\n';
    m_hasCountdown = false;
}

void TransactionFollower::finish(int status)
{
    m_isOver = true;
    m_ask.stop();
    m_input.reset();
    m_talk.flush();
    m_context.out.flush();
    endLoop(status);
}

} // namespace bondwright::cli
