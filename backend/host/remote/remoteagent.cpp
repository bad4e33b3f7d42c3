// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remoteagent.h"

#include "kernel/recording/jsonfields.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace json = kernel::json;

RemoteAgent::RemoteAgent(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    connect(&m_connection, &Connection::noticeReceived, this, [this](const Notice &notice) {
        const QJsonObject &content = notice.content;
        const auto id = json::numberOr<qint64>(content[u"authentication"], 0);
        if (notice.about == u"authentication")
            Q_EMIT asked({id, json::text(content[u"message"]), json::text(content[u"user"]),
                          json::text(content[u"prompt"]), content[u"echo"].toBool(), json::text(content[u"remark"])});
        else if (notice.about == u"authentication-ended")
            Q_EMIT ended(id, content[u"gained"].toBool());
    });
}

void RemoteAgent::answer(qint64 id, const QString &text)
{
    m_connection.request(Method::AnswerAuthentication, {{u"authentication"_s, id}, {u"text"_s, text}}, nullptr,
                         [](const Result<QJsonObject> &) {});
}

void RemoteAgent::cancel(qint64 id)
{
    m_connection.request(Method::CancelAuthentication, {{u"authentication"_s, id}}, nullptr,
                         [](const Result<QJsonObject> &) {});
}

} // namespace bondwright::host
