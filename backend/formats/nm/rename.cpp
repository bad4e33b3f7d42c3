// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/rename.h"

#include "formats/nm/glib.h"
#include "formats/nm/profilereader.h"
#include "formats/nobond.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <vector>

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

/// Interfaces and profiles that have another name or UUID now: the former one to the new one.
using References = QMap<QString, QString>;

References referencesOf(const QList<RenamedProfile> &renamed, const Names &names)
{
    References to;
    for (const auto &[before, after] : renamed) {
        to.insert(before.uuid(), after.uuid());
        if (!before.isPort() || before.isBond()) {
            const QString interface = before.isBond() ? names.bond : before.vlanName(names.bond);
            to.insert(interface, calledAfter(interface, names));
        }
    }
    to.removeIf([](const References::iterator &it) { return it.key() == *it; });
    return to;
}

/// "iif" and "oif".
void followInRules(NMSettingIPConfig *ip, const References &to)
{
    struct Unref {
        void operator()(NMIPRoutingRule *rule) const { nm_ip_routing_rule_unref(rule); }
    };
    std::vector<std::unique_ptr<NMIPRoutingRule, Unref>> rules; // in their order
    for (guint i = 0; ip && i < nm_setting_ip_config_get_num_routing_rules(ip); ++i) {
        rules.emplace_back(nm_ip_routing_rule_new_clone(nm_setting_ip_config_get_routing_rule(ip, i)));
        NMIPRoutingRule *rule = rules.back().get();
        if (const auto it = to.constFind(QString::fromUtf8(nm_ip_routing_rule_get_iifname(rule))); it != to.cend())
            nm_ip_routing_rule_set_iifname(rule, it->toUtf8().constData());
        if (const auto it = to.constFind(QString::fromUtf8(nm_ip_routing_rule_get_oifname(rule))); it != to.cend())
            nm_ip_routing_rule_set_oifname(rule, it->toUtf8().constData());
    }
    if (!rules.empty())
        nm_setting_ip_config_clear_routing_rules(ip);
    for (const auto &rule : rules)
        nm_setting_ip_config_add_routing_rule(ip, rule.get());
}

/// What a VLAN, macvlan, VXLAN, tunnel, … is on.
void followInParents(NMConnection *connection, const References &to)
{
    guint count = 0;
    const std::unique_ptr<NMSetting *, GFree> settings(nm_connection_get_settings(connection, &count));
    for (guint i = 0; i < count; ++i) {
        NMSetting *setting = settings.get()[i];
        const GParamSpec *property = g_object_class_find_property(G_OBJECT_GET_CLASS(setting), "parent");
        if (!property || property->value_type != G_TYPE_STRING)
            continue;
        char *text = nullptr;
        g_object_get(setting, "parent", &text, nullptr);
        const GCharPtr parent(text);
        if (const auto it = to.constFind(QString::fromUtf8(text)); it != to.cend())
            setText(setting, "parent", *it);
    }
}

Profile following(const Profile &before, const References &to)
{
    Profile after = before;
    after.connection = clone(before.connection);
    NMConnection *connection = after.connection.get();
    followInParents(connection, to);
    followInRules(reinterpret_cast<NMSettingIPConfig *>(nm_connection_get_setting_ip4_config(connection)), to);
    followInRules(reinterpret_cast<NMSettingIPConfig *>(nm_connection_get_setting_ip6_config(connection)), to);
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
    const References to = referencesOf(all, names);
    for (RenamedProfile &profile : all)
        profile.after = following(profile.after, to);
    QList<RenamedProfile> others;
    for (const Profile &other : profiles) {
        const bool isOwn = std::any_of(all.cbegin(), all.cend(),
                                       [&](const RenamedProfile &one) { return one.before.uuid() == other.uuid(); });
        const Profile after = following(other, to);
        if (!isOwn && !isSame(other.connection, after.connection))
            others.append({other, after});
    }
    return all + others;
}

} // namespace bondwright::formats::nm
