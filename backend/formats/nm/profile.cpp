// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/profile.h"

#include "formats/nm/glib.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

QString text(const char *value)
{
    return QString::fromUtf8(value);
}

NMSettingConnection *settings(const Profile &profile)
{
    return nm_connection_get_setting_connection(profile.connection.get());
}

QString uuidFor(const QString &name)
{
    // The namespace is ours: made once, never changed, so that a plan keeps its profiles for ever.
    static const QUuid ours(u"6f1a4c52-91d0-4e0b-8f5e-2b0c5d2f9a17"_s);
    return QUuid::createUuidV5(ours, name).toString(QUuid::WithoutBraces);
}

bool namesBond(const QString &reference, const Profile &bond)
{
    return !reference.isEmpty() && (reference == bond.uuid() || reference == bond.interfaceName());
}

} // namespace

ConnectionPtr adopt(NMConnection *connection)
{
    return ConnectionPtr(connection, [](NMConnection *p) {
        if (p)
            g_object_unref(p);
    });
}

ConnectionPtr clone(const ConnectionPtr &connection)
{
    return adopt(nm_simple_connection_new_clone(connection.get()));
}

QString Profile::id() const
{
    return text(nm_connection_get_id(connection.get()));
}

QString Profile::uuid() const
{
    return text(nm_connection_get_uuid(connection.get()));
}

QString Profile::type() const
{
    return text(nm_connection_get_connection_type(connection.get()));
}

QString Profile::interfaceName() const
{
    return text(nm_connection_get_interface_name(connection.get()));
}

bool Profile::isBond() const
{
    return type() == QLatin1StringView(NM_SETTING_BOND_SETTING_NAME) && !interfaceName().isEmpty();
}

bool Profile::isPort() const
{
    NMSettingConnection *s = settings(*this);
    return s && nm_setting_connection_get_master(s);
}

bool Profile::isPortOf(const Profile &bond) const
{
    NMSettingConnection *s = settings(*this);
    return s && text(nm_setting_connection_get_slave_type(s)) == QLatin1StringView(NM_SETTING_BOND_SETTING_NAME)
        && namesBond(text(nm_setting_connection_get_master(s)), bond);
}

bool Profile::isVlanOn(const Profile &bond) const
{
    NMSettingVlan *s = nm_connection_get_setting_vlan(connection.get());
    return s && namesBond(text(nm_setting_vlan_get_parent(s)), bond);
}

int Profile::autoconnectPriority() const
{
    NMSettingConnection *s = settings(*this);
    return s ? nm_setting_connection_get_autoconnect_priority(s) : 0;
}

bool Profile::autoconnect() const
{
    NMSettingConnection *s = settings(*this);
    return s && nm_setting_connection_get_autoconnect(s);
}

bool isSame(const ConnectionPtr &a, const ConnectionPtr &b)
{
    return nm_connection_compare(a.get(), b.get(), NM_SETTING_COMPARE_FLAG_EXACT);
}

QString bondUuid(const QString &bond)
{
    return uuidFor(u"bond/"_s + bond);
}

QString portUuid(const QString &bond, const QString &slave)
{
    return uuidFor(u"port/"_s + bond + u'/' + slave);
}

QString vlanUuid(const QString &bond, quint16 id)
{
    return uuidFor(u"vlan/%1/%2"_s.arg(bond).arg(id));
}

} // namespace bondwright::formats::nm
