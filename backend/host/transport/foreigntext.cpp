// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/foreigntext.h"

#include "i18n/printable.h"

#include <QJsonArray>

#include <algorithm>

namespace bondwright::host
{

namespace
{

QString cleaned(const QString &text)
{
    return i18n::printable(text, i18n::Lines::Kept);
}

/// Only letters, digits and signs of ASCII, with line feeds and tabs.
bool isPlain(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; });
}

/// JSON writes all that is to be cleaned as it is, or behind a backslash.
bool isPlainJson(const QByteArray &line)
{
    if (!isPlain(line))
        return false;
    for (qsizetype at = line.indexOf('\\'); at >= 0; at = line.indexOf('\\', at + 2)) {
        if (at + 1 < line.size() && QByteArrayView("\"\\/nt").indexOf(line.at(at + 1)) < 0)
            return false;
    }
    return true;
}

QJsonValue cleaned(const QJsonValue &value);

QJsonObject cleaned(const QJsonObject &object)
{
    QJsonObject clean;
    for (auto member = object.begin(); member != object.end(); ++member)
        clean.insert(cleaned(member.key()), cleaned(QJsonValue(member.value())));
    return clean;
}

QJsonValue cleaned(const QJsonValue &value)
{
    if (value.isString())
        return cleaned(value.toString());
    if (value.isObject())
        return cleaned(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray clean;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        clean.append(cleaned(one));
    return clean;
}

} // namespace

QByteArray withoutControls(const QByteArray &said)
{
    return isPlain(said) ? said : cleaned(QString::fromUtf8(said)).toUtf8();
}

QString complaintIn(const QByteArray &errors)
{
    return QString::fromUtf8(withoutControls(QByteArray(errors).replace("\r\n", "\n").trimmed()));
}

QJsonObject withoutControls(const QJsonObject &said, const QByteArray &line)
{
    return isPlainJson(line) ? said : cleaned(said);
}

} // namespace bondwright::host
