// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/protocol/message.h"

#include "domain/nametable.h"
#include "host/transport/foreigntext.h"
#include "kernel/recording/jsonfields.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace json = kernel::json;

namespace
{

constexpr std::array methodNames{
    Named{Method::WatchState, "watch-state"_L1},
    Named{Method::WatchCounters, "watch-counters"_L1},
    Named{Method::StartPing, "start-ping"_L1},
    Named{Method::StopPing, "stop-ping"_L1},
    Named{Method::Events, "events"_L1},
    Named{Method::Surroundings, "surroundings"_L1},
    Named{Method::Survey, "survey"_L1},
    Named{Method::Capabilities, "capabilities"_L1},
    Named{Method::Configuration, "configuration"_L1},
    Named{Method::Backups, "backups"_L1},
    Named{Method::BackupDiff, "backup-diff"_L1},
    Named{Method::Transaction, "transaction"_L1},
    Named{Method::Preview, "preview"_L1},
    Named{Method::PreviewRemove, "preview-remove"_L1},
    Named{Method::Apply, "apply"_L1},
    Named{Method::Remove, "remove"_L1},
    Named{Method::Restore, "restore"_L1},
    Named{Method::Confirm, "confirm"_L1},
    Named{Method::Rollback, "rollback"_L1},
    Named{Method::Extend, "extend"_L1},
    Named{Method::ActivateSlave, "activate-slave"_L1},
    Named{Method::SetSlaveLink, "set-slave-link"_L1},
    Named{Method::Identify, "identify"_L1},
    Named{Method::Listen, "listen"_L1},
    Named{Method::CountFlows, "count-flows"_L1},
    Named{Method::AnswerAuthentication, "answer-authentication"_L1},
    Named{Method::CancelAuthentication, "cancel-authentication"_L1},
};

struct Writer {
    QJsonObject operator()(std::monostate) const { return {}; }
    QJsonObject operator()(const Hello &hello) const
    {
        QJsonObject object{{u"type"_s, u"hello"_s}, {u"version"_s, hello.version}, {u"program"_s, hello.program}};
        json::put(object, QLatin1String("host"), hello.hostName);
        json::put(object, QLatin1String("language"), hello.language);
        if (!hello.features.isEmpty())
            object.insert(u"features"_s, QJsonArray::fromStringList(hello.features));
        if (hello.monotonicNs > 0)
            object.insert(u"t"_s, hello.monotonicNs);
        return object;
    }
    QJsonObject operator()(const Request &request) const
    {
        return {{u"type"_s, u"request"_s},
                {u"id"_s, request.id},
                {u"method"_s, request.method ? methodName(*request.method) : request.name},
                {u"arguments"_s, request.arguments}};
    }
    QJsonObject operator()(const Reply &reply) const
    {
        QJsonObject object{{u"type"_s, u"reply"_s}, {u"id"_s, reply.id}};
        if (reply.error)
            object.insert(u"error"_s,
                          QJsonObject{{u"code"_s, reply.error->code},
                                      {u"message"_s, reply.error->message},
                                      {u"hint"_s, reply.error->hint}});
        else
            object.insert(u"result"_s, reply.result);
        return object;
    }
    QJsonObject operator()(const Notice &notice) const
    {
        return {{u"type"_s, u"notice"_s}, {u"about"_s, notice.about}, {u"content"_s, notice.content}};
    }
    QJsonObject operator()(const Alive &) const { return {{u"type"_s, u"alive"_s}}; }
    QJsonObject operator()(const kernel::recording::Record &) const { return {}; } // has a writer of its own
};

Message helloFrom(const QJsonObject &object)
{
    return Hello{json::numberOr<int>(object[u"version"], 0),
                 json::text(object[u"program"]),
                 json::text(object[u"host"]),
                 json::text(object[u"language"]),
                 json::texts(object[u"features"]),
                 std::clamp<qint64>(json::numberOr<qint64>(object[u"t"], 0), 0, json::maximumTime)};
}

Message replyFrom(qint64 id, const QJsonObject &object)
{
    Reply reply{id, object[u"result"].toObject(), {}};
    if (object[u"error"].isObject()) {
        const QJsonObject error = object[u"error"].toObject();
        reply.error = Error{json::text(error[u"code"]), json::text(error[u"message"]), json::text(error[u"hint"])};
    }
    return reply;
}

} // namespace

Error noProtocol()
{
    return {u"protocol.message"_s,
            //: @error
            QCoreApplication::translate("Host", "The other end does not speak Bondwright's protocol."),
            //: @info what to do
            QCoreApplication::translate("Host", "Look whether the host's login scripts print text.")};
}

QString methodName(Method method)
{
    return nameIn(methodNames, method);
}

std::optional<Method> methodFromName(QStringView name)
{
    return valueIn(methodNames, name);
}

QByteArray toLine(const Message &message)
{
    if (const auto *record = std::get_if<kernel::recording::Record>(&message))
        return kernel::recording::toLine(*record).trimmed();
    return QJsonDocument(std::visit(Writer{}, message)).toJson(QJsonDocument::Compact);
}

Result<Message> messageFromLine(const QByteArray &line)
{
    if (line.size() > maximumReplyLine)
        return tl::unexpected(noProtocol());
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject() || !document[u"type"].isString())
        return tl::unexpected(noProtocol());
    const QString type = document[u"type"].toString();
    // A client's words are obeyed, or not, as they are: passwords among them.
    const QJsonObject object = type == u"request" ? document.object() : withoutControls(document.object(), line);
    if (type == u"hello")
        return helloFrom(object);
    if (type == u"alive")
        return Message(Alive{});
    if (type == u"notice")
        return Message(Notice{json::text(object[u"about"]), object[u"content"].toObject()});
    if (type == u"request" || type == u"reply") {
        const auto id = json::number<qint64>(object[u"id"]);
        if (!id || *id < 1)
            return tl::unexpected(noProtocol());
        if (type == u"reply")
            return replyFrom(*id, object);
        const QString name = json::text(object[u"method"]);
        return Message(Request{*id, methodFromName(name), name, object[u"arguments"].toObject()});
    }
    // States, changes, events, samples and troubles are a recording's lines.
    if (!object[u"t"].isDouble())
        return Message(std::monostate{});
    const auto record = kernel::recording::recordFromObject(object);
    if (!record)
        return tl::unexpected(noProtocol());
    return Message(*record);
}

} // namespace bondwright::host
