// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/protocol/wirejson.h"

#include "helperclient/wire.h"

#include <QJsonArray>

#include <algorithm>

namespace bondwright::host
{

namespace
{

QJsonValue valueOf(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<helper::wire::MapList>()) {
        QJsonArray array;
        for (const QVariantMap &map : value.value<helper::wire::MapList>())
            array.append(toJson(map));
        return array;
    }
    if (value.metaType() == QMetaType::fromType<QVariantMap>())
        return toJson(value.toMap());
    return QJsonValue::fromVariant(value);
}

QVariant variantOf(const QJsonValue &value)
{
    if (value.isObject())
        return fromJson(value.toObject());
    if (!value.isArray())
        return value.toVariant();
    const QJsonArray array = value.toArray();
    const bool isOfObjects = std::ranges::all_of(array, [](const QJsonValue &item) { return item.isObject(); });
    if (array.isEmpty() || !isOfObjects)
        return array.toVariantList();
    helper::wire::MapList maps;
    for (const QJsonValue &item : array)
        maps.append(fromJson(item.toObject()));
    return QVariant::fromValue(maps);
}

} // namespace

QJsonObject toJson(const QVariantMap &map)
{
    QJsonObject object;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        object.insert(it.key(), valueOf(*it));
    return object;
}

QVariantMap fromJson(const QJsonObject &object)
{
    QVariantMap map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), variantOf(*it));
    return map;
}

} // namespace bondwright::host
