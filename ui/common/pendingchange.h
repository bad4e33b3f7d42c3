// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace bondwright::ui
{

/// The change that the helper carries out now, of any client. One for the program: the wizard
/// and the main window's banner show the same seconds. A change begun elsewhere is adopted: it can be kept
/// or rolled back from here after authorisation.
class PendingChange final : public QObject
{
    Q_OBJECT
public:
    /// @param helper outlives this
    explicit PendingChange(helper::HelperClient *helper, QObject *parent = nullptr);

    /// Asks the helper whether a change is under way.
    void refresh();
    /// This program asks for a change now: the helper tells of it before it answers with the ticket.
    void expectOwn();
    /// The ticket of a change begun by this program: confirms without further authorisation. Empty: it was refused.
    void setTicket(const helper::Ticket &ticket);

    const helper::Transaction &transaction() const { return m_transaction; }
    bool isAwaitingConfirm() const;
    /// Begun by this program.
    bool isOwn() const;
    /// Files and kernel do not agree now, and are not meant to: it is being made or reverted.
    bool isInWork() const { return isRunning() && !isAwaitingConfirm(); }
    /// In work or awaiting confirmation.
    bool isRunning() const;
    /// Until it reverts by itself, counted here between the helper's messages.
    int secondsLeft() const;
    /// What secondsLeft() began with, for the ring.
    int secondsTotal() const { return m_secondsTotal; }

    void keep();
    void revert();
    void extend();

Q_SIGNALS:
    void changed(); ///< state or details
    void secondsChanged(int secondsLeft);
    /// keep(), revert() or extend() was refused: translated.
    void refused(const bondwright::Error &error);

private:
    void take(const helper::Transaction &transaction);
    void tellRefusal(const Result<helper::HelperClient::Nothing> &answer);
    helper::Ticket ticket() const;

    helper::HelperClient *m_helper;
    helper::Transaction m_transaction;
    helper::Ticket m_ticket;
    std::optional<QString> m_former; ///< id of the change before the one that was asked for and has no ticket yet
    QElapsedTimer m_sinceReport;
    QTimer m_tick;
    QTimer m_ask;
    int m_secondsTotal = 60;
};

} // namespace bondwright::ui
