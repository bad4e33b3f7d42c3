// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/rename.h"

#include "formats/nm/glib.h"
#include "formats/nm/profilereader.h"
#include "formats/nobond.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

struct Names {
    QString bond;
    QString name;
    QString bondUuid; ///< of the bond's profile, before and after
    QString newUuid;
};

void setText(gpointer setting, const char *property, const QString &text)
{
    g_object_set(setting, property, text.toUtf8().constData(), nullptr);
}

/// "bond0" and "bond0.10", "bond0-port-eth0": what is called after the bond. Anything else stays.
QString calledAfter(const QString &text, const Names &names)
{
    const QString rest = text.mid(names.bond.size());
    const bool isCalled
        = text.startsWith(names.bond) && (rest.isEmpty() || rest.startsWith(u'.') || rest.startsWith(u'-'));
    return isCalled ? names.name + rest : text;
}

/// A reference by UUID or by interface name.
QString referred(const char *reference, const Names &names)
{
    const QString text = QString::fromUtf8(reference);
    return text == names.bondUuid ? names.newUuid : text == names.bond ? names.name : text;
}

Profile renamed(const Profile &before, const Names &names, const QString &ownUuid, const QString &newUuid)
{
    Profile after = before;
    after.connection = clone(before.connection);
    NMSettingConnection *connection = nm_connection_get_setting_connection(after.connection.get());
    setText(connection, NM_SETTING_CONNECTION_ID, calledAfter(before.id(), names));
    if (!before.isPort() && !before.interfaceName().isEmpty()) // an empty name NetworkManager would refuse
        setText(connection, NM_SETTING_CONNECTION_INTERFACE_NAME, calledAfter(before.interfaceName(), names));
    if (before.isPort())
        setText(connection, NM_SETTING_CONNECTION_MASTER,
                referred(nm_setting_connection_get_master(connection), names));
    if (NMSettingVlan *vlan = nm_connection_get_setting_vlan(after.connection.get()))
        setText(vlan, NM_SETTING_VLAN_PARENT, referred(nm_setting_vlan_get_parent(vlan), names));
    if (before.uuid() == ownUuid) {
        setText(connection, NM_SETTING_CONNECTION_UUID, newUuid);
        after.path.clear();
    }
    return after;
}

} // namespace

Result<QList<RenamedProfile>> renamedProfiles(const QString &bond, const QString &name, const QList<Profile> &profiles)
{
    const Profile *own = findBond(bond, profiles);
    if (!own)
        return failWithoutBond(bond);
    if (findBond(name, profiles))
        return fail(u"format.name-taken"_s,
                    QCoreApplication::translate("formats", "These files have an interface “%1” already.").arg(name),
                    QCoreApplication::translate("formats", "Choose another name."));
    const bool isMadeHere = own->uuid() == bondUuid(bond);
    const Names names{bond, name, own->uuid(), isMadeHere ? bondUuid(name) : own->uuid()};
    QList<RenamedProfile> all{{*own, renamed(*own, names, bondUuid(bond), bondUuid(name))}};
    for (const Profile &port : portsOf(*own, profiles))
        all.append({port, renamed(port, names, portUuid(bond, port.nic()), portUuid(name, port.nic()))});
    for (const Profile &vlan : vlansOn(*own, profiles)) {
        const auto id = quint16(nm_setting_vlan_get_id(nm_connection_get_setting_vlan(vlan.connection.get())));
        all.append({vlan, renamed(vlan, names, vlanUuid(bond, id), vlanUuid(name, id))});
    }
    return all;
}

} // namespace bondwright::formats::nm
