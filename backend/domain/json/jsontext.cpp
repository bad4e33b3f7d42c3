// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>

#include <algorithm>

namespace bondwright::json
{

namespace
{

struct Container {
    bool isObject;
    bool expectsName;
    QSet<QString> names;
};

// Behind the closing quotation mark of the string that begins at start.
qsizetype endOfString(const QByteArray &json, qsizetype start)
{
    for (qsizetype i = start + 1; i < json.size(); ++i) {
        if (json.at(i) == '\\')
            ++i;
        else if (json.at(i) == '"')
            return i + 1;
    }
    return json.size();
}

// "n\u0061me" is the member "name" too, so the parser undoes the escapes.
QString decoded(const QByteArray &string)
{
    return QJsonDocument::fromJson('[' + string + ']').array().at(0).toString();
}

} // namespace

TextPosition positionOf(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {.line = static_cast<int>(before.count('\n')) + 1,
            .column = static_cast<int>(QString::fromUtf8(before.sliced(lineStart)).size()) + 1};
}

QByteArray textOf(const QJsonValue &value)
{
    // Qt writes a value only as part of an array, whose brackets are cut off again.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

std::optional<RepeatedMember> repeatedMember(const QByteArray &json)
{
    QList<Container> open;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (c == '{' || c == '[') {
            open.append({.isObject = c == '{', .expectsName = c == '{', .names = {}});
        } else if ((c == '}' || c == ']') && !open.isEmpty()) {
            open.removeLast();
        } else if (c == ',' && !open.isEmpty()) {
            open.last().expectsName = open.last().isObject;
        } else if (c == '"') {
            const qsizetype end = endOfString(json, i);
            if (!open.isEmpty() && open.last().expectsName) {
                const QString name = decoded(json.sliced(i, end - i));
                if (open.last().names.contains(name))
                    return RepeatedMember{name, positionOf(json, i)};
                open.last().names.insert(name);
                open.last().expectsName = false;
            }
            i = end - 1;
        }
    }
    return std::nullopt;
}

} // namespace bondwright::json
