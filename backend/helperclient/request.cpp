// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/request.h"

#include "helperclient/wire.h"

#include <QCoreApplication>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView recorded{"recorded"};

/// The member that an argument of the table stands for, if it is a text taken as it is.
QString *textMember(Request &request, QLatin1StringView name)
{
    if (name == "bond"_L1)
        return &request.bond;
    if (name == "slave"_L1)
        return &request.slave;
    if (name == "nic"_L1)
        return &request.nic;
    if (name == "backup"_L1)
        return &request.backupId;
    if (name == "request"_L1)
        return &request.requestId;
    if (name == "id"_L1)
        return &request.ticket.id;
    if (name == "token"_L1)
        return &request.ticket.token;
    if (name == "switch"_L1)
        return &request.rehearsal.switchKind;
    if (name == "language"_L1)
        return &request.rehearsal.language;
    return nullptr;
}

QString textsName(const Request &request)
{
    return request.texts == Texts::Recorded ? QString(recorded) : QString();
}

Texts textsFrom(const QVariant &value)
{
    return value.toString() == recorded ? Texts::Recorded : Texts::Plain;
}

QVariant argumentOf(Request &request, QLatin1StringView name)
{
    if (const QString *text = textMember(request, name))
        return *text;
    if (name == "plan"_L1)
        return QString::fromUtf8(request.plan);
    if (name == "backend"_L1)
        return backendName(request.options.backend);
    if (name == "options"_L1) {
        QVariantMap map = wire::toMap(request.options);
        map.insert(u"texts"_s, textsName(request));
        return map;
    }
    if (name == "texts"_L1)
        return textsName(request);
    if (name == "up"_L1)
        return request.up;
    if (name == "observe_only"_L1)
        return request.rehearsal.observeOnly;
    if (name == "pulls"_L1)
        return request.rehearsal.pulls.join(u' ');
    return quint32(request.duration.count()); // undo_after, seconds
}

Result<void> take(Request &request, QLatin1StringView name, const QVariant &value)
{
    if (QString *text = textMember(request, name)) {
        *text = value.toString();
    } else if (name == "plan"_L1) {
        request.plan = value.toString().toUtf8();
    } else if (name == "backend"_L1) {
        const auto backend = backendFromName(value.toString());
        if (!backend)
            return fail(u"helper.invalid"_s, QCoreApplication::translate("helper", "There is no such backend."));
        request.options.backend = *backend;
    } else if (name == "options"_L1) {
        QVariantMap map = wire::mapFrom(value);
        if (map.contains(u"texts"_s))
            request.texts = textsFrom(map.take(u"texts"_s));
        auto options = wire::applyOptionsFrom(map);
        if (!options)
            return tl::unexpected(options.error());
        request.options = *options;
    } else if (name == "texts"_L1) {
        request.texts = textsFrom(value);
    } else if (name == "up"_L1) {
        request.up = value.toBool();
    } else if (name == "observe_only"_L1) {
        request.rehearsal.observeOnly = value.toBool();
    } else if (name == "pulls"_L1) {
        request.rehearsal.pulls = value.toString().split(u' ', Qt::SkipEmptyParts);
    } else {
        request.duration = std::chrono::seconds(value.toUInt());
    }
    return {};
}

} // namespace

QVariantList toArguments(const Request &request)
{
    Request copy = request;
    QVariantList arguments;
    for (const Argument &argument : method(request.verb).in)
        arguments.append(argumentOf(copy, argument.name));
    return arguments;
}

Result<Request> requestFrom(Verb verb, const QVariantList &arguments)
{
    Request request;
    request.verb = verb;
    const QList<Argument> &in = method(verb).in;
    for (qsizetype i = 0; i < in.size(); ++i) {
        if (auto taken = take(request, in.at(i).name, arguments.value(i)); !taken)
            return tl::unexpected(taken.error());
    }
    return request;
}

} // namespace bondwright::helper
