// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/profilewriter.h"

#include "domain/macaddress.h"
#include "formats/findinglist.h"
#include "formats/nm/bondsetting.h"
#include "formats/nm/glib.h"
#include "formats/nm/ipsetting.h"
#include "formats/nm/keyfilefolders.h"
#include "formats/nm/profilereader.h"
#include "formats/planmac.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

Profile newProfile(const QString &id, const QString &uuid, const char *type, const QString &interfaceName)
{
    NMConnection *connection = nm_simple_connection_new();
    NMSetting *setting = nm_setting_connection_new();
    g_object_set(setting, NM_SETTING_CONNECTION_ID, id.toUtf8().constData(), NM_SETTING_CONNECTION_UUID,
                 uuid.toUtf8().constData(), NM_SETTING_CONNECTION_TYPE, type, NM_SETTING_CONNECTION_INTERFACE_NAME,
                 interfaceName.toUtf8().constData(), nullptr);
    nm_connection_add_setting(connection, setting);
    Profile profile;
    profile.connection = adopt(connection);
    return profile;
}

const Profile *findByUuid(const QList<Profile> &profiles, const QString &uuid)
{
    const auto it
        = std::find_if(profiles.cbegin(), profiles.cend(), [&](const Profile &p) { return p.uuid() == uuid; });
    return it == profiles.cend() ? nullptr : &*it;
}

Profile copyOf(const Profile &profile)
{
    Profile copy = profile;
    copy.connection = clone(profile.connection);
    return copy;
}

NMSettingWired *wiredSetting(const Profile &profile)
{
    NMSettingWired *s = nm_connection_get_setting_wired(profile.connection.get());
    if (!s) {
        s = NM_SETTING_WIRED(nm_setting_wired_new());
        nm_connection_add_setting(profile.connection.get(), NM_SETTING(s));
    }
    return s;
}

void setMtu(const Profile &profile, std::optional<quint32> mtu)
{
    if (mtu || nm_connection_get_setting_wired(profile.connection.get()))
        g_object_set(wiredSetting(profile), NM_SETTING_WIRED_MTU, guint(mtu.value_or(0)), nullptr);
}

void setConnection(const Profile &profile, const char *property, int value)
{
    g_object_set(nm_connection_get_setting_connection(profile.connection.get()), property, value, nullptr);
}

Result<void> finish(const Profile &profile)
{
    GErrorSlot error;
    if (nm_connection_normalize(profile.connection.get(), nullptr, nullptr, error.out()))
        return {};
    return fail(u"nm.verify"_s,
                QCoreApplication::translate("formats", "NetworkManager refuses the profile “%1”: %2")
                    .arg(profile.id(), error.message()));
}

/// libnm refuses name servers and search domains of a family that gets no addresses but link-local ones.
bool takesNames(const IpConfig &ip)
{
    return ip.method == IpMethod::Auto || ip.method == IpMethod::Manual;
}

/// Servers of such a family are lost, which is said; search domains do as well with the other one.
Result<void> setIp(const Profile &profile, IpConfig ipv4, IpConfig ipv6)
{
    const QStringList domains = ipv4.search + ipv6.search;
    for (const auto &[ip, other] : {std::pair(&ipv4, &ipv6), std::pair(&ipv6, &ipv4)}) {
        if (takesNames(*ip))
            continue;
        ip->dns.clear();
        ip->search.clear();
        if (takesNames(*other))
            other->search = domains;
    }
    if (auto done = writeIpSetting(profile.connection, IpFamily::V4, ipv4); !done)
        return done;
    return writeIpSetting(profile.connection, IpFamily::V6, ipv6);
}

QStringList nicsOf(const QList<Profile> &ports)
{
    QStringList nics;
    for (const Profile &port : ports) {
        if (!port.nic().isEmpty() && !nics.contains(port.nic()))
            nics.append(port.nic());
    }
    return nics;
}

/// Builds the wanted profiles of one plan, one kind after the other.
class Builder
{
public:
    Builder(const BondPlan &plan, const QList<Profile> &existing, const QMap<MacAddress, QString> &nicNames)
        : m_plan(plan)
        , m_existing(existing)
        , m_nicNames(nicNames)
    {
        if (const Profile *old = findBond(plan.name, existing)) {
            m_bond = copyOf(*old);
            m_oldPorts = portsOf(*old, existing);
            m_oldVlans = vlansOn(*old, existing);
            m_keepsPorts = nicsOf(m_oldPorts) == plan.slaveNames();
        } else {
            m_bond = newProfile(plan.name, bondUuid(plan.name), NM_SETTING_BOND_SETTING_NAME, plan.name);
        }
    }

    Result<ProfilePlan> build();

private:
    Result<void> buildBond(const MacAddress &mac);
    Result<void> buildPort(const SlavePlan &slave, int priority);
    void setPortOptions(Profile &port, const SlavePlan &slave);
    Result<void> buildVlan(const VlanPlan &vlan);
    void collectObsolete();
    void quietOthers();
    QString nicTakenBy(const Profile &profile) const;
    bool isWanted(const Profile &profile) const { return findByUuid(m_result.wanted, profile.uuid()); }

    /// The plan's slaves are those of the profiles, in their order: what makes the order is not touched.
    bool m_keepsPorts = false;
    const BondPlan &m_plan;
    const QList<Profile> &m_existing;
    const QMap<MacAddress, QString> &m_nicNames;
    Profile m_bond;
    QList<Profile> m_oldPorts;
    QList<Profile> m_oldVlans;
    ProfilePlan m_result;
};

Result<void> Builder::buildBond(const MacAddress &mac)
{
    setConnection(m_bond, NM_SETTING_CONNECTION_AUTOCONNECT, m_plan.autoconnect);
    // Without this NetworkManager brings the bond up and waits until its ports are brought up.
    if (!m_keepsPorts)
        setConnection(m_bond, NM_SETTING_CONNECTION_AUTOCONNECT_SLAVES, NM_SETTING_CONNECTION_AUTOCONNECT_SLAVES_YES);
    writeBondSetting(m_bond, m_plan, &m_result.findings);
    setMtu(m_bond, m_plan.mtu);
    NMSettingWired *wired = nm_connection_get_setting_wired(m_bond.connection.get());
    const QString oldMac = wired ? QString::fromUtf8(nm_setting_wired_get_cloned_mac_address(wired)) : QString();
    // "preserve", "random" and the like are not a plan's to say, and stay if the plan says nothing.
    if (MacAddress::fromString(oldMac) != mac)
        g_object_set(wiredSetting(m_bond), NM_SETTING_WIRED_CLONED_MAC_ADDRESS,
                     mac.isEmpty() ? nullptr : mac.toString().toUpper().toUtf8().constData(), nullptr);
    if (auto done = setIp(m_bond, m_plan.ipv4, m_plan.ipv6); !done)
        return done;
    if (auto done = finish(m_bond); !done)
        return done;
    m_result.findings += lostOptions(m_bond, m_plan, m_result.findings);
    m_result.wanted.append(m_bond);
    return {};
}

void Builder::setPortOptions(Profile &port, const SlavePlan &slave)
{
    NMSetting *s = nm_connection_get_setting(port.connection.get(), NM_TYPE_SETTING_BOND_PORT);
    if (!s && (slave.queueId || slave.prio)) {
        s = nm_setting_bond_port_new();
        nm_connection_add_setting(port.connection.get(), s);
    }
    if (s)
        g_object_set(s, NM_SETTING_BOND_PORT_QUEUE_ID, guint(slave.queueId.value_or(0)), nullptr);
    const qint32 prio = slave.prio.value_or(0);
    if (s && libnmKnowsPortPriority())
        g_object_set(s, "prio", gint(prio), nullptr);
    else if (prio == 0)
        port.newer.remove(newerPriority);
    else if (port.newer.contains(newerPriority)) // a newer NetworkManager wrote the file, and reads it
        port.newer.insert(newerPriority, QString::number(prio));
    else
        m_result.findings.append(finding(
            Severity::Error, u"nm.prio-unknown"_s, u"slaves[%1].prio"_s.arg(m_result.wanted.size() - 1),
            QCoreApplication::translate("formats", "The NetworkManager here cannot store a slave’s priority."),
            QCoreApplication::translate("formats", "Set “primary” instead, or take NetworkManager 1.44 or newer.")));
}

Result<void> Builder::buildPort(const SlavePlan &slave, int priority)
{
    const auto old = std::find_if(m_oldPorts.cbegin(), m_oldPorts.cend(), [&](const Profile &p) {
        return p.nic() == slave.name || (p.nic().isEmpty() && !slave.mac.isEmpty() && p.mac() == slave.mac.value());
    });
    const QString uuid = portUuid(m_plan.name, slave.name);
    Profile port;
    if (old != m_oldPorts.cend())
        port = copyOf(*old);
    else if (const Profile *same = findByUuid(m_existing, uuid))
        port = copyOf(*same);
    else
        port = newProfile(m_plan.name + u"-port-"_s + slave.name, uuid, NM_SETTING_WIRED_SETTING_NAME, slave.name);
    if (!port.isPortOf(m_bond))
        g_object_set(nm_connection_get_setting_connection(port.connection.get()), NM_SETTING_CONNECTION_MASTER,
                     m_bond.uuid().toUtf8().constData(), NM_SETTING_CONNECTION_SLAVE_TYPE, NM_SETTING_BOND_SETTING_NAME,
                     nullptr);
    setConnection(port, NM_SETTING_CONNECTION_AUTOCONNECT, m_plan.autoconnect);
    if (!m_keepsPorts)
        setConnection(port, NM_SETTING_CONNECTION_AUTOCONNECT_PRIORITY, priority);
    const bool isWired = port.type() == QLatin1StringView(NM_SETTING_WIRED_SETTING_NAME);
    const bool losesMac = isWired && slave.mac.isEmpty() && !port.mac().isEmpty();
    if (isWired && port.mac() != slave.mac.value())
        g_object_set(wiredSetting(port), NM_SETTING_WIRED_MAC_ADDRESS,
                     slave.mac.isEmpty() ? nullptr : slave.mac.value().toString().toUpper().toUtf8().constData(),
                     nullptr);
    if (port.nic() != slave.name || losesMac)
        g_object_set(nm_connection_get_setting_connection(port.connection.get()), NM_SETTING_CONNECTION_INTERFACE_NAME,
                     slave.name.toUtf8().constData(), nullptr);
    setPortOptions(port, slave);
    if (auto done = finish(port); !done)
        return done;
    m_result.wanted.append(port);
    return {};
}

Result<void> Builder::buildVlan(const VlanPlan &vlan)
{
    const QString name = vlan.interfaceName(m_plan.name);
    const QString uuid = vlanUuid(m_plan.name, vlan.id);
    const auto old = std::find_if(m_oldVlans.cbegin(), m_oldVlans.cend(), [&](const Profile &p) {
        return p.vlanName(m_plan.name) == name
            && nm_setting_vlan_get_id(nm_connection_get_setting_vlan(p.connection.get())) == vlan.id;
    });
    const Profile *same = old != m_oldVlans.cend() ? &*old : findByUuid(m_existing, uuid);
    Profile profile = same ? copyOf(*same) : newProfile(name, uuid, NM_SETTING_VLAN_SETTING_NAME, name);
    NMSettingVlan *s = nm_connection_get_setting_vlan(profile.connection.get());
    if (!s) {
        s = NM_SETTING_VLAN(nm_setting_vlan_new());
        nm_connection_add_setting(profile.connection.get(), NM_SETTING(s));
    }
    if (!profile.isVlanOn(m_bond))
        g_object_set(s, NM_SETTING_VLAN_PARENT, m_bond.uuid().toUtf8().constData(), nullptr);
    g_object_set(s, NM_SETTING_VLAN_ID, guint(vlan.id), nullptr);
    NMSettingConnection *connection = nm_connection_get_setting_connection(profile.connection.get());
    if (profile.vlanName(m_plan.name) != name)
        g_object_set(connection, NM_SETTING_CONNECTION_INTERFACE_NAME, name.toUtf8().constData(), nullptr);
    g_object_set(connection, NM_SETTING_CONNECTION_AUTOCONNECT, gboolean(m_plan.autoconnect), nullptr);
    setMtu(profile, vlan.mtu);
    if (auto done = setIp(profile, vlan.ipv4, vlan.ipv6); !done)
        return done;
    if (auto done = finish(profile); !done)
        return done;
    m_result.wanted.append(profile);
    return {};
}

void Builder::collectObsolete()
{
    for (const Profile &profile : m_oldPorts + m_oldVlans) {
        // A second profile of a NIC that stays goes as well; a port whose NIC is not known may be any, and stays.
        if (!isWanted(profile) && !(profile.isPort() && profile.nic().isEmpty()))
            m_result.obsolete.append(profile);
    }
}

/// The plan's slave that NetworkManager might use this profile for.
QString Builder::nicTakenBy(const Profile &profile) const
{
    for (const SlavePlan &slave : m_plan.slaves) {
        const MacAddress mac = slave.mac.isEmpty() ? m_nicNames.key(slave.name) : slave.mac.value();
        if (fitsNic(profile, slave.name, mac))
            return slave.name;
    }
    return {};
}

void Builder::quietOthers()
{
    for (const Profile &profile : m_existing) {
        const bool isObsolete = findByUuid(m_result.obsolete, profile.uuid());
        const QString nic = nicTakenBy(profile);
        if (isWanted(profile) || isObsolete || !profile.autoconnect() || nic.isEmpty())
            continue;
        if (!profile.path.isEmpty() && folderRank(profile.path) == 0) {
            m_result.findings.append(finding(
                Severity::Warning, u"nm.made-anew"_s, u"slaves"_s,
                QCoreApplication::translate("formats",
                                            "The profile “%1” of %2 lies in /run, where a program such as netplan "
                                            "makes it again at every start. It still starts by itself.")
                    .arg(profile.id(), nic),
                QCoreApplication::translate("formats", "Remove %1 from that program's own files.").arg(nic)));
            continue;
        }
        Profile quiet = copyOf(profile);
        setConnection(quiet, NM_SETTING_CONNECTION_AUTOCONNECT, false);
        m_result.changed.append(quiet);
        m_result.findings.append(finding(
            Severity::Advice, u"nm.other-profile"_s, u"slaves"_s,
            QCoreApplication::translate("formats", "The profile “%1” of %2 will no longer start by itself.")
                .arg(profile.id(), nic),
            QCoreApplication::translate("formats", "Two profiles for one NIC would fight for it at every boot.")));
    }
}

Result<ProfilePlan> Builder::build()
{
    const auto mac = fixedMac(m_plan);
    if (!mac)
        return tl::unexpected(mac.error());
    if (auto done = buildBond(*mac); !done)
        return tl::unexpected(done.error());
    // Highest first: NetworkManager starts the ports in this order, and it is how the order is read back.
    // Above 0, so that the ports win against other profiles of the same NIC.
    int priority = int(m_plan.slaves.size());
    for (const SlavePlan &slave : m_plan.slaves) {
        if (auto done = buildPort(slave, priority--); !done)
            return tl::unexpected(done.error());
    }
    for (const VlanPlan &vlan : m_plan.vlans) {
        if (auto done = buildVlan(vlan); !done)
            return tl::unexpected(done.error());
    }
    collectObsolete();
    quietOthers();
    return m_result;
}

} // namespace

Result<ProfilePlan> profilesForPlan(const BondPlan &plan, const QList<Profile> &existing,
                                    const QMap<MacAddress, QString> &nicNames)
{
    return Builder(plan, existing, nicNames).build();
}

} // namespace bondwright::formats::nm
