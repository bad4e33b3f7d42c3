// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/macaddress.h"
#include "formats/nm/newerkeys.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

typedef struct _NMConnection NMConnection;

namespace bondwright::formats::nm
{

/// Shared ownership of a GObject reference.
using ConnectionPtr = std::shared_ptr<NMConnection>;
/// Takes over the caller's reference.
ConnectionPtr adopt(NMConnection *connection);
ConnectionPtr clone(const ConnectionPtr &connection);

/// A NetworkManager connection profile, and the keyfile it lies in if it lies in one.
struct Profile {
    ConnectionPtr connection;
    QString path; ///< empty: not from a file, or new
    NewerKeys newer; ///< what the keyfile says beyond what the linked libnm knows
    QStringList warnings; ///< libnm's words about lines that it ignores
    /// NetworkManager made it for an interface that others configured, or for the time until the next start.
    bool isTransient = false;
    QString matchedNic; ///< the NIC that mac-address= or [match] means, where it is known; set by matchNics()

    QString id() const;
    QString uuid() const;
    QString type() const; ///< "bond", "802-3-ethernet", "vlan", …
    QString interfaceName() const;
    /// The name of a VLAN on the bond: NetworkManager makes one up for a profile that says none.
    QString vlanName(const QString &bond) const;
    QString nic() const; ///< interfaceName(), or matchedNic if the profile names none
    MacAddress mac() const; ///< mac-address= of an Ethernet profile; may be none
    bool isBond() const;
    bool isPort() const; ///< of anything: bond, bridge, team
    /// A port of this bond: named by UUID or by interface name.
    bool isPortOf(const Profile &bond) const;
    bool isVlanOn(const Profile &bond) const;
    int autoconnectPriority() const;
    bool autoconnect() const;
};

/// Finds the NICs of profiles that name no interface.
/// @param nicNames permanent MAC to name, as FileSnapshot has it
void matchNics(QList<Profile> *profiles, const QMap<MacAddress, QString> &nicNames);
/// Whether NetworkManager would use this Ethernet profile for that NIC: by name, MAC, or [match].
bool fitsNic(const Profile &profile, const QString &name, const MacAddress &mac);

/// The same profile, whatever the order of its settings.
bool isSame(const ConnectionPtr &a, const ConnectionPtr &b);

/// Version 5 UUIDs: the same bond and slave have the same profiles on every host and at every time.
QString bondUuid(const QString &bond);
QString portUuid(const QString &bond, const QString &slave);
QString vlanUuid(const QString &bond, quint16 id);

} // namespace bondwright::formats::nm
