// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/leftbehind.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/ifcfgreader.h"
#include "formats/ifcfg/ipkeys.h"
#include "formats/ifcfg/keyreader.h"
#include "formats/ifcfg/routefile.h"
#include "formats/vlanonvlan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// Keys that are in the plan, or are about nothing but the file itself.
bool isCarried(const QByteArray &key)
{
    static const QList<QByteArray> carried{"DEVICE",
                                           "TYPE",
                                           "NAME",
                                           "UUID",
                                           "BONDING_OPTS",
                                           "BONDING_MASTER",
                                           "MASTER",
                                           "MASTER_UUID",
                                           "MASTER_NAME",
                                           "SLAVE",
                                           "VLAN",
                                           "VLAN_ID",
                                           "VID",
                                           "PHYSDEV",
                                           "VLAN_NAME_TYPE",
                                           "BOOTPROTO",
                                           "ONBOOT",
                                           "MTU",
                                           "MACADDR",
                                           "HWADDR",
                                           "ONPARENT",
                                           "BOND_PORT_QUEUE_ID",
                                           "BOND_PORT_PRIO",
                                           "NM_CONTROLLED",
                                           "NETWORK",
                                           "GATEWAYDEV",
                                           "DOMAIN",
                                           "SEARCH",
                                           "IPV6_DOMAIN",
                                           "DEFROUTE",
                                           "METRIC",
                                           "IPV4_ROUTE_METRIC",
                                           "IPV6INIT",
                                           "IPV6_DISABLED",
                                           "IPV6ADDR",
                                           "IPV6ADDR_SECONDARIES",
                                           "IPV6_DEFAULTGW",
                                           "IPV6_DEFAULTDEV",
                                           "IPV6_DEFROUTE",
                                           "IPV6_AUTOCONF",
                                           "IPV6FORWARDING",
                                           "IPV6_ROUTE_METRIC",
                                           "DHCPV6C",
                                           "IPADDR_START",
                                           "IPADDR_END",
                                           "CLONENUM_START",
                                           "BRIDGE",
                                           "BRIDGE_UUID"};
    static const QList<QByteArray> numbered{"IPADDR", "PREFIX", "NETMASK", "BROADCAST", "GATEWAY", "DNS"};
    QByteArray stem = key;
    while (!stem.isEmpty() && stem.back() >= '0' && stem.back() <= '9')
        stem.chop(1);
    return carried.contains(key) || numbered.contains(stem);
}

/// The value that says what happens without the key.
bool isDefault(const QByteArray &key, const QString &value)
{
    static const QList<QByteArray> yes{"PEERDNS", "PEERROUTES", "IPV6_PEERDNS", "IPV6_PEERROUTES",
                                       "HOTPLUG", "NOZEROCONF", "REORDER_HDR"};
    static const QList<QByteArray> no{"USERCTL",
                                      "PERSISTENT_DHCLIENT",
                                      "IPV4_FAILURE_FATAL",
                                      "IPV6_FAILURE_FATAL",
                                      "IPV6_PRIVACY",
                                      "BROWSER_ONLY",
                                      "GVRP",
                                      "MVRP",
                                      "IPV6TO4INIT",
                                      "ARP"};
    return (yes.contains(key) && isYes(value)) || (no.contains(key) && isNo(value)) || value.isEmpty()
        || (key == "PROXY_METHOD" && value == u"none")
        || (key == "IPV6_ADDR_GEN_MODE" && (value == u"eui64" || value == u"stable-privacy"));
}

class LeftBehind
{
public:
    LeftBehind(const FoundBond &found, const Folder &folder)
        : m_found(found)
        , m_folder(folder)
    {
    }

    QList<Finding> all()
    {
        for (const IfcfgFile &file : m_folder.files()) {
            if (m_found.paths.contains(file.path))
                nameKeys(file);
        }
        QStringList devices{m_found.plan.name};
        for (const VlanPlan &vlan : m_found.plan.vlans)
            devices.append(vlan.interfaceName(m_found.plan.name));
        for (const QString &device : std::as_const(devices)) {
            nameAliases(device);
            for (const bool isV6 : {false, true})
                nameRoutes(device, isV6);
            nameLines(scriptsFolder() + u"/rule-"_s + device);
            nameLines(scriptsFolder() + u"/rule6-"_s + device);
            nameLines(scriptsFolder() + u'/' + device + u".route"_s);
        }
        nameLines(staticRoutesPath());
        nameStrays();
        nameBridgesLeft(m_found.plan, bridgesIn(m_folder), &m_findings);
        nameVlanPortsLeft(m_found.plan, vlansIn(m_folder), &m_findings);
        nameVlansAbove();
        return m_findings;
    }

private:
    void name(const QString &path, int line, const QString &text)
    {
        m_findings.append(finding(
            Severity::Warning, u"migration.left-behind"_s, placeOf(path, line),
            QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.").arg(text),
            QCoreApplication::translate("formats", "Set it again by hand if it is needed.")));
    }

    void nameKeys(const IfcfgFile &file)
    {
        const bool isSlave = m_folder.isSlaveOf(file, m_found.plan.name);
        const QString mtu = m_found.plan.mtu ? QString::number(*m_found.plan.mtu) : QString();
        for (const QByteArray &key : file.file.keys()) {
            // The bond's MTU and MAC are its slaves' too; a plan holds none of their own.
            const bool isOwn = isSlave && (key == "MTU" ? file.text(key) != mtu : key == "MACADDR");
            // A slave has no addresses, whatever its file says of them.
            if ((isCarried(key) && !isOwn) || isDefault(key, file.text(key)) || (isSlave && isAddressKey(key)))
                continue;
            name(file.path, file.file.lineOf(key), QString::fromUtf8(key));
        }
    }

    /// Those that are started by hand: no plan holds them.
    void nameAliases(const QString &device)
    {
        const QList<IfcfgFile> carried = m_folder.aliasesOf(device);
        for (const IfcfgFile &alias : m_folder.allAliasesOf(device)) {
            const auto isSame = [&alias](const IfcfgFile &other) { return other.path == alias.path; };
            if (std::none_of(carried.cbegin(), carried.cend(), isSame))
                name(alias.path, alias.file.lineOf("IPADDR"), u"“%1=%2”"_s.arg(u"IPADDR"_s, alias.text("IPADDR")));
        }
    }

    void nameRoutes(const QString &device, bool isV6)
    {
        const QString path = m_folder.routePathOf(device, isV6);
        const FileState *state = m_folder.snapshot().find(path);
        if (!state)
            return;
        const IfcfgFile *file = m_folder.find(device);
        const Reader reader = file ? m_folder.readerOf(*file) : m_folder.dialect().reader;
        for (const ForeignRoute &route : readRoutes(state->content, device, isV6, reader).foreign)
            name(path, route.line, u"“%1”"_s.arg(route.text.left(120)));
    }

    void nameLines(const QString &path)
    {
        const FileState *state = m_folder.snapshot().find(path);
        int number = 0;
        for (const QByteArray &line : state ? state->content.split('\n') : QByteArrayList()) {
            ++number;
            if (!line.trimmed().isEmpty() && !line.trimmed().startsWith('#'))
                name(path, number, u"“%1”"_s.arg(QString::fromUtf8(line.simplified()).left(120)));
        }
    }

    /// What was meant for this bond, and is not in force: SLAVE=YES and VLAN=YES with the scripts, VLAN forgotten.
    void nameStrays()
    {
        const QString &bond = m_found.plan.name;
        for (const IfcfgFile &file : m_folder.files()) {
            const bool isSlave = m_folder.namesMaster(file, bond) && !m_folder.isSlaveOf(file, bond);
            const bool isVlan = !file.isAlias() && vlanIdOfName(file.device) > 0
                && file.device.section(u'.', 0, -2) == bond && !m_folder.isVlanOn(file, bond);
            if (isSlave || isVlan)
                m_findings.append(
                    finding(Severity::Warning, u"migration.not-in-force"_s,
                            placeOf(file.path, file.file.lineOf(isSlave ? "MASTER" : "DEVICE")),
                            QCoreApplication::translate(
                                "formats", "“%1” is meant for %2, but not in force: it is not taken along.")
                                .arg(fileNameOf(file.path), bond),
                            QCoreApplication::translate("formats",
                                                        "“bondctl read” says why; correct it first if it is needed.")));
        }
    }

    void nameVlansAbove()
    {
        for (const IfcfgFile &vlan : m_folder.vlansAbove(m_found.plan.name))
            m_findings.append(
                vlanLeftAlone(vlan.device, m_folder.vlanParent(vlan), placeOf(vlan.path, vlan.file.lineOf("DEVICE"))));
    }

    const FoundBond &m_found;
    const Folder &m_folder;
    QList<Finding> m_findings;
};

} // namespace

QString staticRoutesPath()
{
    return u"/etc/sysconfig/static-routes"_s;
}

QList<Finding> leftBehindOf(const FoundBond &found, const Folder &folder)
{
    return LeftBehind(found, folder).all();
}

} // namespace bondwright::formats::ifcfg
