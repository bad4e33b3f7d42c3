// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "common/tokenstore.h"
#include "helperclient/helperclient.h"

#include <QByteArrayView>
#include <QDeadlineTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <optional>

namespace bondwright::cli
{

/// What to do while a change waits to be confirmed.
enum class WhileWaiting : quint8 {
    Ask, ///< a terminal: countdown, and the answer typed here or given elsewhere
    Wait, ///< --wait: until it is confirmed or the deadline passes
    Confirm, ///< --confirm of another host: from here, as soon as it waits
    Leave, ///< --no-wait, or no terminal: say how to confirm, and end
};

/// A typed yes or no, in either language; anything else: nullopt.
std::optional<bool> yesOrNo(QByteArrayView typed);

/// Follows one transaction to its end, prints its steps, and ends the event loop with the exit status.
class TransactionFollower final : public QObject
{
    Q_OBJECT
public:
    /// @param isJson print one object at the end, and all else on standard error
    /// @param confirmWithin the change's deadline: after it, a host that is cut off comes back
    TransactionFollower(helper::HelperClient &client, Context &context, WhileWaiting waiting, bool isJson,
                        std::chrono::seconds confirmWithin, QObject *parent = nullptr);

    /// Begins to follow; the transaction may be anywhere by now.
    void follow(const helper::Ticket &ticket);

private:
    void onTransaction(const helper::Transaction &transaction);
    void onProgress(const helper::StepProgress &progress);
    void ask();
    void onAwaiting(const helper::Transaction &transaction);
    void onAnswer();
    void confirm();
    void onDecided(const Result<helper::HelperClient::Nothing> &result);
    void onUnreachable();
    void finish(int status);
    void printEnd(const helper::Transaction &transaction);
    void clearCountdown();

    helper::HelperClient &m_client;
    Context &m_context;
    QTextStream &m_talk; ///< what people read
    bool m_isJson;
    WhileWaiting m_waiting;
    std::chrono::seconds m_confirmWithin;
    TokenStore m_tokens;
    helper::Ticket m_ticket;
    std::unique_ptr<QSocketNotifier> m_input;
    QTimer m_ask; ///< a helper that died says nothing any more; being asked starts it anew
    bool m_hasCountdown = false;
    bool m_isOver = false;
    bool m_isAnswered = false; ///< from here
    QDeadlineTimer m_patience; ///< with a host that cannot be reached
    bool m_isUnreachable = false;
    QString m_lastStep;
};

/// Ends the event loop with this status, also when it has not begun yet (an answer may come at once).
void endLoop(int status);

/// Exit status of a transaction that has ended.
int exitStatusOf(helper::TransactionState state);

} // namespace bondwright::cli
