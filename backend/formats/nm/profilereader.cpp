// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/profilereader.h"

#include "domain/macaddress.h"
#include "formats/findinglist.h"
#include "formats/naturalorder.h"
#include "formats/nm/bondsetting.h"
#include "formats/nm/glib.h"
#include "formats/nm/ipsetting.h"
#include "formats/vlanonvlan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

QString where(const Profile &profile)
{
    return profile.path.isEmpty() ? profile.id() : profile.path;
}

QString nameOf(const Profile &profile)
{
    return profile.interfaceName().isEmpty() ? profile.id() : profile.interfaceName();
}

std::optional<quint32> mtuOf(const Profile &profile)
{
    NMSettingWired *s = nm_connection_get_setting_wired(profile.connection.get());
    const guint32 mtu = s ? nm_setting_wired_get_mtu(s) : 0;
    return mtu ? std::optional<quint32>(mtu) : std::nullopt;
}

/// bond-port.prio, which a file may hold that the linked libnm does not know.
qint32 priorityOf(const Profile &port, NMSetting *setting)
{
    gint32 prio = 0;
    if (libnmKnowsPortPriority())
        g_object_get(setting, "prio", &prio, nullptr);
    else
        prio = port.newer.value(newerPriority).toInt();
    return prio;
}

SlavePlan slaveFrom(const Profile &port)
{
    SlavePlan slave;
    slave.name = port.nic();
    slave.mac = port.mac();
    NMSetting *s = nm_connection_get_setting(port.connection.get(), NM_TYPE_SETTING_BOND_PORT);
    if (!s)
        return slave;
    if (const guint32 queue = nm_setting_bond_port_get_queue_id(NM_SETTING_BOND_PORT(s)); queue != 0)
        slave.queueId = quint16(queue);
    if (const qint32 prio = priorityOf(port, s); prio != 0)
        slave.prio = prio;
    return slave;
}

VlanPlan vlanFrom(const Profile &profile, const QString &bond)
{
    VlanPlan vlan;
    vlan.id = quint16(nm_setting_vlan_get_id(nm_connection_get_setting_vlan(profile.connection.get())));
    if (const QString name = profile.interfaceName(); name != vlan.interfaceName(bond))
        vlan.name = name;
    vlan.mtu = mtuOf(profile);
    vlan.ipv4 = readIpSetting(profile.connection, IpFamily::V4);
    vlan.ipv6 = readIpSetting(profile.connection, IpFamily::V6);
    return vlan;
}

/// The option that keeps others from their effect.
QString ruler(const BondSetting &setting)
{
    for (const QString &name : {u"arp_interval"_s, u"miimon"_s}) {
        if (const QString value = setting.options.value(name, u"0"_s); value != u"0")
            return name + u'=' + value;
    }
    return u"arp_validate="_s + setting.options.value(u"arp_validate"_s);
}

void reportOptions(const Profile &profile, const BondSetting &setting, QList<Finding> *findings)
{
    for (const QString &option : setting.unknown)
        findings->append(
            finding(Severity::Advice, u"nm.option-foreign"_s, where(profile),
                    QCoreApplication::translate("formats", "The option “%1” stays as it is.").arg(option)));
    if (setting.isMonitoringImplied)
        findings->append(finding(Severity::Advice, u"nm.miimon-default"_s, where(profile),
                                 QCoreApplication::translate(
                                     "formats", "No link monitoring is written down; NetworkManager takes miimon=100."),
                                 QCoreApplication::translate("formats", "Write miimon=100 to make it visible.")));
    if (!setting.overruled.isEmpty())
        findings->append(
            finding(Severity::Warning, u"nm.option-overruled"_s, where(profile),
                    QCoreApplication::translate("formats", "NetworkManager does not use %1: %2 is in force.")
                        .arg(setting.overruled.join(u", "_s), ruler(setting)),
                    QCoreApplication::translate("formats", "Remove what is not used.")));
}

void reportShared(const Profile &profile, QList<Finding> *findings)
{
    NMConnection *connection = profile.connection.get();
    for (NMSettingIPConfig *ip :
         {nm_connection_get_setting_ip4_config(connection), nm_connection_get_setting_ip6_config(connection)}) {
        if (ip && QByteArray(nm_setting_ip_config_get_method(ip)) == NM_SETTING_IP4_CONFIG_METHOD_SHARED)
            findings->append(
                finding(Severity::Warning, u"nm.shared"_s, where(profile),
                        QCoreApplication::translate("formats", "A shared connection cannot be expressed in a plan.")));
    }
}

/// Routes that are in the file and not in the plan.
void reportRoutes(const Profile &profile, QList<Finding> *findings)
{
    for (const IpFamily family : {IpFamily::V4, IpFamily::V6}) {
        for (const QString &route : attributedRoutes(profile.connection, family))
            findings->append(finding(
                Severity::Warning, u"nm.foreign-route"_s, where(profile),
                QCoreApplication::translate("formats", "The route “%1” is not shown: a plan cannot say its attributes.")
                    .arg(route.left(120)),
                QCoreApplication::translate("formats", "It stays as it is in changes of this file.")));
        for (const QString &text : foreignRouting(profile.connection, family))
            findings->append(finding(
                Severity::Warning, u"nm.foreign-routing"_s, where(profile),
                QCoreApplication::translate("formats", "“%1” is not shown: a plan says only routes of the main table.")
                    .arg(text.left(120)),
                QCoreApplication::translate("formats", "It stays as it is in changes of this file.")));
    }
}

/// A bond, or a VLAN of it, that is itself a port, of a bridge or of Open vSwitch.
void reportMaster(const Profile &port, QList<Finding> *findings)
{
    if (!port.isPort())
        return;
    NMSettingConnection *s = nm_connection_get_setting_connection(port.connection.get());
    findings->append(
        finding(Severity::Warning, u"nm.bridge"_s, where(port),
                QCoreApplication::translate("formats", "%1 is itself a port, of “%2”: a plan does not say that.")
                    .arg(nameOf(port), QString::fromUtf8(nm_setting_connection_get_master(s))),
                QCoreApplication::translate("formats", "It stays as it is in changes of this file.")));
}

/// A port of a bond that no profile makes.
void reportOrphan(const Profile &port, const QList<Profile> &profiles, QList<Finding> *findings)
{
    NMSettingConnection *s = nm_connection_get_setting_connection(port.connection.get());
    const bool isOfBond = s && QByteArray(nm_setting_connection_get_slave_type(s)) == NM_SETTING_BOND_SETTING_NAME;
    if (!isOfBond || std::any_of(profiles.cbegin(), profiles.cend(), [&port](const Profile &bond) {
            return bond.isBond() && port.isPortOf(bond);
        }))
        return;
    findings->append(finding(
        Severity::Warning, u"nm.no-master"_s, where(port),
        QCoreApplication::translate("formats", "“%1” is to be a port of “%2”, but no profile makes that bond.")
            .arg(port.id(), QString::fromUtf8(nm_setting_connection_get_master(s))),
        QCoreApplication::translate("formats", "A bond is named by its interface-name or its UUID, not by its id.")));
}

/// What a plan holds of these keys is in the plan; the others are named, and stay in the file.
void reportKeys(const Profile &profile, QList<Finding> *findings)
{
    for (auto it = profile.newer.cbegin(); it != profile.newer.cend(); ++it)
        findings->append(
            finding(Severity::Warning, u"nm.key-newer"_s, where(profile),
                    QCoreApplication::translate("formats",
                                                "“%1=%2” is not known to the NetworkManager library here (%3). A newer "
                                                "NetworkManager may use it, this one ignores it.")
                        .arg(it.key(), it.value(), libnmVersion())));
    for (const QString &warning : profile.warnings)
        findings->append(
            finding(Severity::Warning, u"nm.value-ignored"_s, where(profile),
                    QCoreApplication::translate("formats", "NetworkManager ignores a part of it: %1").arg(warning)));
}

/// The ports that a plan can name; each NIC once, though several profiles may put it into this bond.
QList<Profile> usedPorts(const Profile &bond, const QList<Profile> &profiles, QList<Finding> *findings)
{
    QList<Profile> used;
    for (const Profile &port : portsOf(bond, profiles)) {
        const QString nic = port.nic();
        const auto isSameNic = [&nic](const Profile &other) { return other.nic() == nic; };
        if (nic.isEmpty())
            findings->append(finding(
                Severity::Warning, u"nm.port-unnamed"_s, where(port),
                port.mac().isEmpty()
                    ? QCoreApplication::translate("formats",
                                                  "The port profile “%1” names no interface and is left out.")
                          .arg(port.id())
                    : QCoreApplication::translate("formats",
                                                  "The port profile “%1” is for the NIC with MAC %2, whose name is not "
                                                  "known here; it is left out.")
                          .arg(port.id(), port.mac().toString()),
                QCoreApplication::translate("formats", "Write its interface-name into the profile.")));
        else if (const auto first = std::find_if(used.cbegin(), used.cend(), isSameNic); first != used.cend())
            findings->append(finding(
                Severity::Warning, u"nm.port-twice"_s, where(port),
                QCoreApplication::translate("formats", "“%1” is a second port profile for %2; “%3” comes first.")
                    .arg(port.id(), nic, first->id()),
                QCoreApplication::translate("formats", "Remove one of them, or switch its autoconnect off.")));
        else
            used.append(port);
    }
    return used;
}

BondPlan planFrom(const Profile &bond, const QList<Profile> &profiles, QList<Finding> *findings)
{
    BondPlan plan;
    const BondSetting setting = readBondSetting(bond);
    plan.name = bond.interfaceName();
    plan.mode = setting.mode;
    plan.options = setting.options;
    for (const Profile &port : usedPorts(bond, profiles, findings))
        plan.slaves.append(slaveFrom(port));
    if (NMSettingWired *s = nm_connection_get_setting_wired(bond.connection.get())) {
        const QString mac = QString::fromUtf8(nm_setting_wired_get_cloned_mac_address(s));
        plan.mac = BondMac(MacAddress::fromString(mac));
    }
    plan.mtu = mtuOf(bond);
    plan.ipv4 = readIpSetting(bond.connection, IpFamily::V4);
    plan.ipv6 = readIpSetting(bond.connection, IpFamily::V6);
    for (const Profile &vlan : vlansOn(bond, profiles)) {
        plan.vlans.append(vlanFrom(vlan, plan.name));
        reportMaster(vlan, findings);
        reportShared(vlan, findings);
    }
    plan.autoconnect = bond.autoconnect();
    reportOptions(bond, setting, findings);
    reportShared(bond, findings);
    reportMaster(bond, findings);
    return asFound(plan);
}

} // namespace

QList<Profile> portsOf(const Profile &bond, const QList<Profile> &profiles)
{
    QList<Profile> ports;
    std::copy_if(profiles.cbegin(), profiles.cend(), std::back_inserter(ports),
                 [&](const Profile &p) { return p.isPortOf(bond); });
    std::stable_sort(ports.begin(), ports.end(), [&](const Profile &a, const Profile &b) {
        if (a.autoconnect() != b.autoconnect())
            return a.autoconnect();
        if (a.autoconnectPriority() != b.autoconnectPriority())
            return a.autoconnectPriority() > b.autoconnectPriority();
        return naturalLess(a.nic(), b.nic());
    });
    return ports;
}

QList<Profile> vlansOn(const Profile &bond, const QList<Profile> &profiles)
{
    QList<Profile> vlans;
    std::copy_if(profiles.cbegin(), profiles.cend(), std::back_inserter(vlans),
                 [&](const Profile &p) { return p.isVlanOn(bond); });
    std::stable_sort(vlans.begin(), vlans.end(), [](const Profile &a, const Profile &b) {
        return nm_setting_vlan_get_id(nm_connection_get_setting_vlan(a.connection.get()))
            < nm_setting_vlan_get_id(nm_connection_get_setting_vlan(b.connection.get()));
    });
    return vlans;
}

QList<std::pair<Profile, Profile>> vlansAbove(const Profile &bond, const QList<Profile> &profiles)
{
    QList<std::pair<Profile, Profile>> above;
    QList<Profile> parents = vlansOn(bond, profiles);
    QStringList seen;
    for (qsizetype i = 0; i < parents.size(); ++i) {
        const Profile parent = parents.at(i);
        for (const Profile &vlan : vlansOn(parent, profiles)) {
            if (seen.contains(vlan.uuid()))
                continue;
            seen.append(vlan.uuid());
            parents.append(vlan);
            above.append({vlan, parent});
        }
    }
    return above;
}

QList<Finding> vlansLeftAlone(const QString &bond, const QList<Profile> &profiles, Severity severity)
{
    QList<Finding> findings;
    if (const Profile *profile = findBond(bond, profiles)) {
        for (const auto &[vlan, parent] : vlansAbove(*profile, profiles))
            findings.append(vlanLeftAlone(nameOf(vlan), nameOf(parent), where(vlan), severity));
    }
    return findings;
}

const Profile *findBond(const QString &name, const QList<Profile> &profiles)
{
    const Profile *best = nullptr;
    const auto rank = [](const Profile &p) {
        return std::tuple(p.autoconnect(), p.autoconnectPriority(), p.uuid() == bondUuid(p.interfaceName()));
    };
    for (const Profile &profile : profiles) {
        if (profile.isBond() && profile.interfaceName() == name && (!best || rank(profile) > rank(*best)))
            best = &profile;
    }
    return best;
}

QList<Profile> profilesOfBond(const QString &bond, const QList<Profile> &profiles)
{
    const Profile *profile = findBond(bond, profiles);
    if (!profile)
        return {};
    return QList<Profile>{*profile} + portsOf(*profile, profiles) + vlansOn(*profile, profiles);
}

VlanPlace vlansIn(const QString &bond, const QList<Profile> &profiles)
{
    const Profile *own = findBond(bond, profiles);
    return [ports = own ? portsOf(*own, profiles) : QList<Profile>()](const QString &nic) -> std::optional<QString> {
        for (const Profile &port : ports) {
            if (port.nic() == nic && nm_connection_get_setting_vlan(port.connection.get()))
                return where(port);
        }
        return std::nullopt;
    };
}

Reading plansFromProfiles(const QList<Profile> &profiles)
{
    Reading reading;
    QStringList names;
    for (const Profile &profile : profiles) {
        if (!profile.isBond())
            continue;
        if (names.contains(profile.interfaceName()))
            reading.findings.append(finding(
                Severity::Warning, u"nm.duplicate"_s, where(profile),
                QCoreApplication::translate("formats", "More than one profile makes the bond “%1”.")
                    .arg(profile.interfaceName()),
                QCoreApplication::translate("formats", "Remove all but one, or switch their autoconnect off.")));
        else
            names.append(profile.interfaceName());
    }
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (!reading.hasRoomFor(name))
            break;
        const Profile *bond = findBond(name, profiles);
        FoundBond found;
        found.plan = planFrom(*bond, profiles, &reading.findings);
        for (const Profile &profile : profilesOfBond(name, profiles)) {
            reportKeys(profile, &reading.findings);
            reportRoutes(profile, &reading.findings);
            if (!profile.path.isEmpty())
                found.paths.append(profile.path);
        }
        for (const auto &[vlan, parent] : vlansAbove(*bond, profiles))
            reading.findings.append(vlanOnVlan(u"nm.vlan-on-vlan"_s, nameOf(vlan), nameOf(parent), where(vlan)));
        nameVlanPorts(found.plan, u"nm.vlan-port"_s, vlansIn(name, profiles), &reading.findings);
        reading.bonds.append(found);
    }
    for (const Profile &profile : profiles)
        reportOrphan(profile, profiles, &reading.findings);
    return reading;
}

} // namespace bondwright::formats::nm
