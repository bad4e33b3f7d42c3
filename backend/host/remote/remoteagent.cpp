// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remoteagent.h"

#include "kernel/recording/jsonfields.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace json = kernel::json;

namespace
{

// A host cannot cover the screen with its questions: polkit has one or two authentications of a connection at a time, and
// asks three times in each.
constexpr int mostAtOnce = 4;
constexpr int mostQuestions = 10;

} // namespace

void RemoteAgent::listenTo(Connection &connection)
{
    connect(&connection, &Connection::noticeReceived, this,
            [this, &connection](const Notice &notice) { take(connection, notice); });
    // Questions from before the disconnection are void.
    connect(&connection, &Connection::stateChanged, this, [this, &connection](Connection::State state) {
        if (state == Connection::State::Online)
            return;
        const QList<qint64> numbers = m_authentications.keys();
        for (const qint64 number : numbers) {
            if (m_authentications.value(number).connection == &connection && m_authentications.remove(number))
                Q_EMIT ended(number, false);
        }
    });
}

void RemoteAgent::take(Connection &connection, const Notice &notice)
{
    if (notice.about != u"authentication" && notice.about != u"authentication-ended")
        return;
    const QJsonObject &content = notice.content;
    const auto id = json::numberOr<qint64>(content[u"authentication"], 0);
    qint64 number = 0;
    int atOnce = 0;
    for (auto it = m_authentications.cbegin(); it != m_authentications.cend(); ++it) {
        atOnce += it->connection == &connection;
        if (it->connection == &connection && it->id == id)
            number = it.key();
    }
    if (notice.about == u"authentication") {
        if (number == 0 && atOnce < mostAtOnce)
            m_authentications.insert(number = ++m_lastNumber, {&connection, id});
        const auto here = m_authentications.find(number);
        if (here == m_authentications.end() || ++here->questions > mostQuestions)
            return;
        Q_EMIT asked({number, json::text(content[u"message"]), json::text(content[u"user"]),
                      json::text(content[u"prompt"]), content[u"echo"].toBool(), json::text(content[u"remark"])});
    } else if (number != 0) {
        m_authentications.remove(number);
        Q_EMIT ended(number, content[u"gained"].toBool());
    }
}

void RemoteAgent::answer(qint64 number, const QString &text)
{
    const Authentication asked = m_authentications.value(number);
    if (asked.connection)
        asked.connection->request(Method::AnswerAuthentication, {{u"authentication"_s, asked.id}, {u"text"_s, text}},
                                  nullptr, [](const Result<QJsonObject> &) {});
}

void RemoteAgent::cancel(qint64 number)
{
    const Authentication asked = m_authentications.value(number);
    if (asked.connection)
        asked.connection->request(Method::CancelAuthentication, {{u"authentication"_s, asked.id}}, nullptr,
                                  [](const Result<QJsonObject> &) {});
}

} // namespace bondwright::host
