// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"
#include "neighbours/heardframe.h"

#include <QDBusArgument>
#include <QVariantMap>

#include <functional>

/// Values <-> the dictionaries that travel over D-Bus (docs/dbus.md). A reader takes what it knows, leaves
/// out what it does not, and refuses a member of the wrong type by treating it as absent.
namespace bondwright::helper::wire
{

using MapList = QList<QVariantMap>; ///< aa{sv}

inline constexpr quint32 interfaceVersion = 1;

/// Makes aa{sv} known to Qt; safe to call again.
void registerTypes();

/// A dictionary out of a reply's argument, however deep Qt has wrapped it. Empty if it is none.
QVariantMap mapFrom(const QVariant &value);
MapList mapsFrom(const QVariant &value);

QVariantMap toMap(const Capabilities &value);
QVariantMap toMap(const Configuration &value);
QVariantMap toMap(const FileDiff &value);
QVariantMap toMap(const Finding &value);
QVariantMap toMap(const Preview &value);
QVariantMap toMap(const Transaction &value);
QVariantMap toMap(const StepProgress &value);
QVariantMap toMap(const BackupInfo &value);
QVariantMap toMap(const ApplyOptions &value);
/// The frame's bytes as hexadecimal digits.
QVariantMap toMap(const neighbours::HeardFrame &value);

void fromMap(const QVariantMap &map, Capabilities &value);
void fromMap(const QVariantMap &map, Configuration &value);
void fromMap(const QVariantMap &map, FileDiff &value);
void fromMap(const QVariantMap &map, Finding &value);
void fromMap(const QVariantMap &map, Preview &value);
void fromMap(const QVariantMap &map, Transaction &value);
void fromMap(const QVariantMap &map, StepProgress &value);
void fromMap(const QVariantMap &map, BackupInfo &value);
void fromMap(const QVariantMap &map, neighbours::HeardFrame &value);

/// The value with each sentence in it (messages, reasons, steps …; not names, not the texts of files) replaced
/// by what `change` makes of it.
QVariant withTexts(const QVariant &value, const std::function<QString(const QString &)> &change);

/// What a client asks for: here unknown members and wrong types are errors ("helper.invalid"), because a
/// misspelt "confirm-now" must not silently mean something else.
Result<ApplyOptions> applyOptionsFrom(const QVariantMap &map);

template <typename T>
MapList toMaps(const QList<T> &values)
{
    MapList maps;
    for (const T &value : values)
        maps.append(toMap(value));
    return maps;
}

template <typename T>
QList<T> fromMaps(const MapList &maps)
{
    QList<T> values;
    for (const QVariantMap &map : maps)
        fromMap(map, values.emplaceBack());
    return values;
}

} // namespace bondwright::helper::wire

Q_DECLARE_METATYPE(bondwright::helper::wire::MapList)
