// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <utility>

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
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 wide = value.toInteger(none);
    return wide != none && std::in_range<T>(wide) ? std::optional(T(wide)) : std::nullopt;
}

/// Milliseconds, with fractions.
inline double toMs(std::chrono::microseconds time)
{
    return double(time.count()) / 1000.0;
}

inline std::chrono::microseconds fromMs(const QJsonValue &value)
{
    return std::chrono::microseconds(qRound64(std::clamp(value.toDouble(), 0.0, 1e12) * 1000.0));
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
