// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <limits>
#include <optional>

namespace bondwright::kernel::json
{

// Far more than any host has; what is beyond is cut off.
inline constexpr qsizetype maximumItems = 65536;
inline constexpr qsizetype maximumText = 4096;
// 73 years in ns: times may still be added to without overflow.
inline constexpr qint64 maximumTime = qint64(1) << 61;

template <typename T>
void put(QJsonObject &object, QLatin1String key, const std::optional<T> &value)
{
    if (value)
        object.insert(key, qint64(*value));
}

inline void put(QJsonObject &object, QLatin1String key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

template <typename T>
std::optional<T> number(const QJsonValue &value)
{
    // A double that is no integer, or outside, is no value of ours.
    const qint64 wide = value.toInteger(std::numeric_limits<qint64>::min());
    if (wide == std::numeric_limits<qint64>::min() || wide < qint64(std::numeric_limits<T>::min()))
        return std::nullopt;
    if constexpr (sizeof(T) < sizeof(qint64)) {
        if (wide > qint64(std::numeric_limits<T>::max()))
            return std::nullopt;
    }
    return T(wide);
}

template <typename T>
T numberOr(const QJsonValue &value, T fallback)
{
    return number<T>(value).value_or(fallback);
}

inline QString text(const QJsonValue &value)
{
    return value.toString().left(maximumText);
}

inline QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array) {
        if (item.isString() && list.size() < maximumItems)
            list.append(text(item));
    }
    return list;
}

} // namespace bondwright::kernel::json
