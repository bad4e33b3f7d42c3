// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/confirmation.h"

#include "domain/errorcode.h"
#include "helperclient/wire.h"
#include "host/protocol/wirejson.h"
#include "host/remote/remotehelper.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;
using namespace helper;

QJsonObject ticketArguments(const helper::Ticket &ticket)
{
    return {{u"id"_s, ticket.id}, {u"token"_s, ticket.token}};
}

Confirmation::Confirmation(SteadyChannel::Open open, const Ticket &ticket, Done done,
                           std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(open))
    , m_ticket(ticket)
    , m_done(std::move(done))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(confirmationLost()); });
    connect(&m_connection, &Connection::stateChanged, this, &Confirmation::follow);
}

void Confirmation::follow(Connection::State state)
{
    const bool isGone = state == Connection::State::Offline || state == Connection::State::Refused;
    if (state == Connection::State::Online) {
        m_patience.stop();
        if (m_isSent)
            return ask();
        Q_EMIT reached();
        confirm();
    } else if (isGone && !m_isSent) {
        finish(fail(errorcode::hostOffline,
                    //: @error %1 why
                    RemoteHelper::tr("A new connection to the host could not be opened: %1")
                        .arg(m_connection.trouble().message),
                    //: @info what to do
                    RemoteHelper::tr("The change is not confirmed: the host reverts it by itself at the deadline.")));
    } else if (state == Connection::State::Refused) {
        finish(confirmationLost());
    } else if (isGone && !m_patience.isActive()) {
        m_patience.start();
    }
}

void Confirmation::confirm()
{
    m_isSent = true;
    m_connection.request(Method::Confirm, ticketArguments(m_ticket), this, [this](const Result<QJsonObject> &answer) {
        if (isAnswered())
            finish(answer.map([](const QJsonObject &) { return HelperClient::Nothing{}; }));
    });
}

void Confirmation::ask()
{
    m_connection.request(Method::Transaction, {}, this, [this](const Result<QJsonObject> &answer) {
        if (!isAnswered())
            return;
        if (!answer)
            return finish(confirmationLost());
        Transaction now;
        wire::fromMap(fromJson(*answer), now);
        take(now);
    });
}

void Confirmation::take(const Transaction &now)
{
    if (now.id != m_ticket.id)
        return finish(confirmationLost());
    if (const auto fate = fateOfConfirmation(now.state))
        return finish(*fate);
    confirm();
}

void Confirmation::finish(const ConfirmResult &result)
{
    if (!m_done)
        return;
    disconnect(&m_connection, nullptr, this, nullptr);
    m_patience.stop();
    deleteLater();
    std::exchange(m_done, nullptr)(result);
}

} // namespace bondwright::host
