// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/protocol/lostconfirmation.h"
#include "host/remote/connection.h"

#include <QJsonObject>
#include <QTimer>

namespace bondwright::host
{

/// What each request about a change of one's own carries.
QJsonObject ticketArguments(const helper::Ticket &ticket);

/// One confirmation over a connection of its own. If that breaks after the request was sent, it connects again, asks for
/// the state of the change, and confirms again if the change still waits. Deletes itself when it is done.
class Confirmation final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const ConfirmResult &)>;
    static constexpr std::chrono::seconds usualPatience{30};

    /// @param done called once
    /// @param patience for the host to be reached again after the request was sent
    Confirmation(SteadyChannel::Open open, const helper::Ticket &ticket, Done done,
                 std::chrono::milliseconds patience = usualPatience, QObject *parent = nullptr);

    Connection &connection() { return m_connection; }
    void start() { m_connection.start(); }

Q_SIGNALS:
    void reached(); ///< the first time

private:
    void follow(Connection::State state);
    /// By the host; otherwise the connection is lost, and follow() goes on.
    bool isAnswered() const { return m_connection.state() == Connection::State::Online; }
    void confirm();
    void ask();
    void take(const helper::Transaction &now);
    void finish(const ConfirmResult &result);

    Connection m_connection;
    helper::Ticket m_ticket;
    Done m_done; ///< empty: it has been called
    QTimer m_patience;
    bool m_isSent = false;
};

} // namespace bondwright::host
