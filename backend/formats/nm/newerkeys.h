// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

typedef struct _GKeyFile GKeyFile;

namespace bondwright::formats::nm
{

/// "group.key" (with the group's setting name) to value: what a keyfile says and the linked libnm does not know.
/// libnm skips such keys without a word; here they are kept, shown and written back.
using NewerKeys = QMap<QString, QString>;

/// Prepares a keyfile of a newer NetworkManager for the linked libnm: keys that only got another name (controller,
/// port-type, autoconnect-ports since 1.46) get the old one, unknown options of the bond and of a port are taken out,
/// and so is an option, address or route without a value, which is none.
/// @return everything that libnm would not read, of the groups a bond is made of
NewerKeys adaptToLibnm(GKeyFile *file);

/// A key in the spelling of this keyfile: {"connection", "master"} is "controller" in a file that writes it so.
struct KeyPlace {
    QByteArray group;
    QByteArray key;
};
KeyPlace spellingIn(GKeyFile *file, const KeyPlace &place);

inline const QString newerPriority = QStringLiteral("bond-port.prio");
QString newerBondOption(const QString &option); ///< "bond.OPTION"

} // namespace bondwright::formats::nm
