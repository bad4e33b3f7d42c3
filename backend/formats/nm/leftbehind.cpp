// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/leftbehind.h"

#include "formats/findinglist.h"
#include "formats/nm/glib.h"
#include "formats/nm/profilereader.h"
#include "formats/nm/profilewriter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

/// What is only about the profile itself, or is said in the plan in another way.
bool isIdentity(const QString &name)
{
    static const QStringList names{u"connection.id"_s,
                                   u"connection.uuid"_s,
                                   u"connection.interface-name"_s,
                                   u"match.interface-name"_s,
                                   u"connection.timestamp"_s,
                                   u"connection.master"_s,
                                   u"connection.slave-type"_s,
                                   u"connection.controller"_s,
                                   u"connection.port-type"_s,
                                   u"connection.autoconnect"_s,
                                   u"connection.autoconnect-priority"_s,
                                   u"connection.autoconnect-slaves"_s,
                                   u"802-3-ethernet.mac-address"_s,
                                   u"bond.options"_s, // each is in the plan, or named by its reader
                                   u"vlan.parent"_s};
    return names.contains(name);
}

/// A disabled family loses no settings.
bool isOfDisabledFamily(const ConnectionPtr &profile, const QString &name)
{
    if (!name.startsWith(u"ipv6."))
        return false;
    NMSettingIPConfig *setting = nm_connection_get_setting_ip6_config(profile.get());
    const QString method = setting ? QString::fromUtf8(nm_setting_ip_config_get_method(setting)) : QString();
    return method == QLatin1String(NM_SETTING_IP6_CONFIG_METHOD_DISABLED)
        || method == QLatin1String(NM_SETTING_IP6_CONFIG_METHOD_IGNORE);
}

/// The names of what `old` says and `fresh` does not, as "setting.property".
QStringList lost(const ConnectionPtr &old, const ConnectionPtr &fresh)
{
    QStringList names;
    GHashTable *differences = nullptr;
    // A default is no loss.
    constexpr auto flags = NMSettingCompareFlags(NM_SETTING_COMPARE_FLAG_DIFF_RESULT_NO_DEFAULT);
    if (nm_connection_diff(old.get(), fresh.get(), flags, &differences) || !differences)
        return names;
    GHashTableIter settings;
    gpointer setting = nullptr;
    gpointer properties = nullptr;
    g_hash_table_iter_init(&settings, differences);
    while (g_hash_table_iter_next(&settings, &setting, &properties)) {
        GHashTableIter each;
        gpointer property = nullptr;
        gpointer where = nullptr;
        g_hash_table_iter_init(&each, static_cast<GHashTable *>(properties));
        while (g_hash_table_iter_next(&each, &property, &where)) {
            const QString name = QString::fromUtf8(static_cast<const char *>(setting)) + u'.'
                + QString::fromUtf8(static_cast<const char *>(property));
            if ((GPOINTER_TO_UINT(where) & NM_SETTING_DIFF_RESULT_IN_A) && !isIdentity(name)
                && !isOfDisabledFamily(old, name))
                names.append(name);
        }
    }
    g_hash_table_unref(differences);
    names.sort();
    return names;
}

/// Whatever names the NIC or the VLAN.
const Profile *counterpart(const Profile &old, const QString &bond, const QList<Profile> &fresh)
{
    const bool isVlan = nm_connection_get_setting_vlan(old.connection.get());
    const QString name = isVlan ? old.vlanName(bond) : old.nic();
    const auto it = std::find_if(fresh.cbegin(), fresh.cend(), [&](const Profile &profile) {
        return profile.type() == old.type() && profile.interfaceName() == name;
    });
    return it == fresh.cend() ? nullptr : &*it;
}

} // namespace

QList<Finding> leftBehindOf(const FoundBond &found, const QList<Profile> &existing)
{
    QList<Finding> findings = vlansLeftAlone(found.plan.name, existing, Severity::Error);
    const Profile *bond = findBond(found.plan.name, existing);
    for (const Profile &old : existing) {
        if (bond && old.isPort() && !old.isPortOf(*bond) && found.paths.contains(old.path))
            findings.append(
                finding(Severity::Error, u"migration.bridge"_s, old.path,
                        QCoreApplication::translate("formats",
                                                    "%1 is itself a port of another interface, and would not be one "
                                                    "any more.")
                            .arg(old.interfaceName()),
                        QCoreApplication::translate("formats", "Move both together by hand.")));
    }
    nameVlanPortsLeft(found.plan, vlansIn(found.plan.name, existing), &findings);
    const auto fresh = profilesForPlan(found.plan, {});
    if (!fresh)
        return findings; // the writer of the other format says why
    for (const Profile &old : existing) {
        const Profile *again
            = found.paths.contains(old.path) ? counterpart(old, found.plan.name, fresh->wanted) : nullptr;
        for (const QString &name : again ? lost(old.connection, again->connection) : QStringList())
            findings.append(
                finding(Severity::Warning, u"migration.left-behind"_s, old.path,
                        QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.")
                            .arg(name),
                        QCoreApplication::translate("formats", "Set it again by hand if it is needed.")));
    }
    return findings;
}

} // namespace bondwright::formats::nm
