// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QVariantMap>

namespace bondwright::host
{

/// The helper's dictionaries (helperclient/wire.h) as JSON and back: the same members, so that each value has
/// one description. Numbers come back as numbers, lists of objects as wire::MapList, which is all its readers need.
QJsonObject toJson(const QVariantMap &map);
QVariantMap fromJson(const QJsonObject &object);

} // namespace bondwright::host
