// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/profile.h"

#include "domain/macaddress.h"
#include "formats/nm/glib.h"

#include <QUuid>

#include <algorithm>

#include <fnmatch.h>

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

/// The patterns of [match] interface-name.
QStringList interfacePatterns(const Profile &profile)
{
    QStringList patterns;
    auto *match = NM_SETTING_MATCH(nm_connection_get_setting(profile.connection.get(), NM_TYPE_SETTING_MATCH));
    for (guint i = 0; match && i < nm_setting_match_get_num_interface_names(match); ++i)
        patterns.append(text(nm_setting_match_get_interface_name(match, int(i))));
    return patterns;
}

/// As nm_wildcard_match_check() of NetworkManager: "&" must match, "!" must not, of the others one is enough; "|" marks
/// one of those that is followed by "!".
bool matches(const QString &name, const QStringList &patterns)
{
    bool hasOptional = false;
    bool isOneMet = false;
    for (QString pattern : patterns) {
        const bool isOptional = !pattern.startsWith(u'&') && !pattern.startsWith(u'!');
        if (pattern.startsWith(u'&') || pattern.startsWith(u'|'))
            pattern.remove(0, 1);
        const bool isInverted = pattern.startsWith(u'!');
        if (isInverted)
            pattern.remove(0, 1);
        if (pattern.startsWith(u'\\'))
            pattern.remove(0, 1);
        const bool fits = ::fnmatch(pattern.toUtf8().constData(), name.toUtf8().constData(), 0) == 0;
        const bool isMet = fits != isInverted;
        if (!isOptional && !isMet)
            return false;
        hasOptional = hasOptional || isOptional;
        isOneMet = isOneMet || (isOptional && isMet);
    }
    return isOneMet || !hasOptional;
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

QString Profile::vlanName(const QString &bond) const
{
    NMSettingVlan *s = nm_connection_get_setting_vlan(connection.get());
    const QString name = interfaceName();
    return s && name.isEmpty() ? u"%1.%2"_s.arg(bond).arg(nm_setting_vlan_get_id(s)) : name;
}

QString Profile::nic() const
{
    const QString name = interfaceName();
    return name.isEmpty() ? matchedNic : name;
}

MacAddress Profile::mac() const
{
    NMSettingWired *s = nm_connection_get_setting_wired(connection.get());
    return s ? MacAddress::fromString(text(nm_setting_wired_get_mac_address(s))) : MacAddress();
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

bool fitsNic(const Profile &profile, const QString &name, const MacAddress &mac)
{
    if (profile.type() != QLatin1StringView(NM_SETTING_WIRED_SETTING_NAME))
        return false;
    const QString ownName = profile.interfaceName();
    const MacAddress ownMac = profile.mac();
    if ((!ownName.isEmpty() && ownName != name) || (!ownMac.isEmpty() && ownMac != mac))
        return false;
    const QStringList patterns = interfacePatterns(profile);
    // A profile that fits every NIC does not count: NetworkManager starts the more specific one first.
    return (!ownName.isEmpty() || !ownMac.isEmpty() || !patterns.isEmpty()) && matches(name, patterns);
}

void matchNics(QList<Profile> *profiles, const QMap<MacAddress, QString> &nicNames)
{
    for (Profile &profile : *profiles) {
        if (!profile.interfaceName().isEmpty())
            continue;
        const QStringList patterns = interfacePatterns(profile);
        const bool isExact = patterns.size() == 1
            && std::none_of(patterns.first().cbegin(), patterns.first().cend(),
                            [](QChar c) { return QStringView(u"!&|*?[\\").contains(c); });
        profile.matchedNic = isExact ? patterns.first() : nicNames.value(profile.mac());
    }
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
