// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/wicked/wickedformat.h"
#include "formats/vlanport.h"

#include "domain/findings.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "formats/bridgeport.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/foreignroute.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/plantexts.h"
#include "formats/losses.h"
#include "formats/nobond.h"
#include "formats/planmac.h"
#include "formats/shell/shellfile.h"
#include "formats/wicked/ifroutes.h"
#include "formats/wicked/wickedwriter.h"
#include "formats/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::wicked
{

namespace
{

const QString folder = QLatin1StringView(configFolder);

bool isIfcfg(const QString &path)
{
    return path.startsWith(folder + u"ifcfg-"_s);
}

/// Each ifcfg file, read once. By their paths.
using IfcfgFiles = QMap<QString, ShellFile>;

IfcfgFiles ifcfgFilesOf(const FileSnapshot &snapshot)
{
    IfcfgFiles files;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (isIfcfg(it.key()))
            files.insert(it.key(), ShellFile(it->content));
    }
    return files;
}

QString interfaceOf(const QString &path)
{
    return fileNameOf(path).section(u'-', 1);
}

/// BONDING_SLAVE_0, _1, …, and in the order of their numbers; some count from 1, some have "BONDING_SLAVE0".
QStringList slavesOf(const ShellFile &file)
{
    static const QRegularExpression form(u"^BONDING_SLAVE_?([0-9]+)$"_s);
    QMap<int, QString> slaves;
    for (const QByteArray &key : file.keys()) {
        if (const auto match = form.match(QString::fromLatin1(key)); match.hasMatch())
            slaves.insert(match.captured(1).toInt(), file.text(key));
    }
    return slaves.values();
}

void readAddresses(const ShellFile &file, IpConfig *ipv4, IpConfig *ipv6)
{
    const QString start = file.text("BOOTPROTO").toLower();
    if (start == u"none")
        return; // a device without addresses, whatever else stands there
    const QStringList ways = start.split(u'+');
    const bool isDhcp4 = ways.contains(u"dhcp") || ways.contains(u"dhcp4");
    const bool isAuto6 = ways.contains(u"dhcp") || ways.contains(u"dhcp6") || ways.contains(u"auto6");
    for (const SuffixedAddress &said : addressesIn(file)) {
        if (!said.address.isEmpty())
            (said.address.text().contains(u':') ? ipv6 : ipv4)->addresses.append(said.address);
    }
    ipv4->method = isDhcp4 ? IpMethod::Auto : ipv4->addresses.isEmpty() ? IpMethod::Disabled : IpMethod::Manual;
    ipv6->method = isAuto6 ? IpMethod::Auto : ipv6->addresses.isEmpty() ? IpMethod::Disabled : IpMethod::Manual;
}

/// Its addresses and routes.
ifcfg::IpPair readIp(const QString &name, const ShellFile &file, const FileSnapshot &snapshot)
{
    RoutedInterface interface {
        name, { }
    };
    readAddresses(file, &interface.ip.ipv4, &interface.ip.ipv6);
    readRoutes(snapshot, &interface);
    return interface.ip;
}

/// Routes that no plan says.
void nameForeignRoutes(const QString &name, const ShellFile &file, const FileSnapshot &snapshot,
                       QList<Finding> *findings)
{
    for (const LineBeyondPlans &line : routesBeyondPlans(snapshot, {name, readIp(name, file, snapshot)}))
        findings->append(foreignRoute(u"wicked.foreign-route"_s, line.place, line.text, line.why));
}

BondPlan readBond(const QString &name, const ShellFile &file, const FileSnapshot &snapshot, QList<Finding> *findings)
{
    BondPlan plan;
    plan.name = name;
    for (const QString &slave : slavesOf(file))
        plan.slaves.append({slave, {}, {}, {}});
    const auto opts = ifcfg::readBondingOpts(file.text("BONDING_MODULE_OPTS"));
    plan.mode = opts.mode.value_or(Mode::BalanceRr);
    plan.options = opts.options;
    for (const QString &word : opts.foreign)
        findings->append(
            finding(Severity::Warning, u"wicked.option"_s,
                    u"%1ifcfg-%2:%3"_s.arg(folder, name).arg(file.lineOf("BONDING_MODULE_OPTS")),
                    QCoreApplication::translate("formats", "“%1” is no option of the driver.").arg(word.left(60))));
    const auto mtu = file.text("MTU").toUInt();
    plan.mtu = mtu > 0 ? std::optional(mtu) : std::nullopt;
    plan.mac = BondMac(MacAddress::fromString(file.text("LLADDR")));
    const ifcfg::IpPair ip = readIp(name, file, snapshot);
    plan.ipv4 = ip.ipv4;
    plan.ipv6 = ip.ipv6;
    const QString start = file.text("STARTMODE");
    plan.autoconnect = start != u"manual" && start != u"off";
    return plan;
}

BridgeOf bridgesIn(const IfcfgFiles &files)
{
    return [&files](const QString &port) -> std::optional<Bridge> {
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            if (wordsOf(it->text("BRIDGE_PORTS")).contains(port))
                return Bridge{interfaceOf(it.key()), u"%1:%2"_s.arg(it.key()).arg(it->lineOf("BRIDGE_PORTS"))};
        }
        return std::nullopt;
    };
}

VlanPlace vlansIn(const IfcfgFiles &files)
{
    return [&files](const QString &interface) -> std::optional<QString> {
        const QString path = folder + u"ifcfg-"_s + interface;
        const ShellFile file = files.value(path);
        return file.text("ETHERDEVICE").isEmpty() ? std::nullopt
                                                  : std::optional(u"%1:%2"_s.arg(path).arg(file.lineOf("ETHERDEVICE")));
    };
}

void addVlans(BondPlan *plan, const IfcfgFiles &files, const FileSnapshot &snapshot, QStringList *paths)
{
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        const ShellFile &text = *it;
        if (text.text("ETHERDEVICE") != plan->name)
            continue;
        const QString name = interfaceOf(it.key());
        VlanPlan vlan;
        static const QRegularExpression numberInName(u"([0-9]+)$"_s);
        const QString id = text.text("VLAN_ID");
        vlan.id = (id.isEmpty() ? numberInName.match(name).captured(1) : id).toUShort();
        if (name != u"%1.%2"_s.arg(plan->name).arg(vlan.id))
            vlan.name = name;
        if (const quint32 mtu = text.text("MTU").toUInt(); mtu > 0)
            vlan.mtu = mtu;
        const ifcfg::IpPair ip = readIp(name, text, snapshot);
        vlan.ipv4 = ip.ipv4;
        vlan.ipv6 = ip.ipv6;
        plan->vlans.append(vlan);
        paths->append(it.key());
    }
}

} // namespace

Reading WickedFormat::readFiles(const FileSnapshot &snapshot) const
{
    const IfcfgFiles files = ifcfgFilesOf(snapshot);
    Reading reading;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (it->text("BONDING_MASTER").toLower() != u"yes")
            continue;
        const QString name = interfaceOf(it.key());
        if (!reading.hasRoomFor(name))
            break;
        FoundBond found;
        found.plan = readBond(name, *it, snapshot, &reading.findings);
        found.paths.append(it.key());
        addVlans(&found.plan, files, snapshot, &found.paths);
        for (const QString &path : QStringList(found.paths)) {
            const QString routes = folder + u"ifroute-"_s + interfaceOf(path);
            if (snapshot.find(routes))
                found.paths.append(routes);
        }
        for (const QString &path : std::as_const(found.paths)) {
            if (isIfcfg(path))
                nameForeignRoutes(interfaceOf(path), files.value(path), snapshot, &reading.findings);
        }
        nameBridges(found.plan, u"wicked.bridge"_s, bridgesIn(files), &reading.findings);
        nameVlanPorts(found.plan, u"wicked.vlan-port"_s, vlansIn(files), &reading.findings);
        found.plan = asFound(found.plan);
        reading.bonds.append(found);
    }
    return reading;
}

bool WickedFormat::isMissed(const QString &path, const Error &) const
{
    return isIfcfg(path) || path.startsWith(folder + u"ifroute-"_s) || path == folder + u"routes"_s;
}

QList<Finding> WickedFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    static const QRegularExpression carried(
        u"^(BONDING_.*|IPADDR.*|NETMASK.*|PREFIXLEN.*|BROADCAST.*|NETWORK|BOOTPROTO|STARTMODE|MTU|LLADDR|ETHERDEVICE|"
        "VLAN_ID|NAME)$"_s);
    QList<Finding> findings;
    const auto leave = [&findings](const QString &place, const QString &what) {
        findings.append(
            finding(Severity::Warning, u"migration.left-behind"_s, place,
                    QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.")
                        .arg(fileNameOf(place).section(u':', 0, 0) + u": "_s + what),
                    QCoreApplication::translate("formats", "Set it again by hand if it is needed.")));
    };
    const IfcfgFiles files = ifcfgFilesOf(snapshot);
    nameBridgesLeft(found.plan, bridgesIn(files), &findings);
    nameVlanPortsLeft(found.plan, vlansIn(files), &findings);
    for (const QString &path : found.paths) {
        if (!isIfcfg(path))
            continue;
        const ShellFile file = files.value(path);
        const QString interface = interfaceOf(path);
        for (const LineBeyondPlans &line : routesBeyondPlans(snapshot, {interface, readIp(interface, file, snapshot)}))
            leave(line.place, line.text);
        for (const QByteArray &key : file.keys()) {
            if (!carried.match(QString::fromLatin1(key)).hasMatch() && !file.text(key).isEmpty())
                leave(u"%1:%2"_s.arg(path).arg(file.lineOf(key)), QString::fromLatin1(key));
        }
    }
    return findings;
}

Result<Rendering> WickedFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    if (auto checked = ifcfg::checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    const auto mac = fixedMac(plan);
    if (!mac)
        return tl::unexpected(mac.error());
    BondPlan resolved = plan;
    resolved.mac = BondMac(*mac);
    WickedWriter writer(snapshot);
    const Reading present = read(snapshot);
    if (auto written = writer.write(resolved, present.find(plan.name)); !written)
        return tl::unexpected(written.error());
    Rendering rendering = writer.rendering();
    const Reading again = read(snapshot.with(rendering.changes));
    const FoundBond *kept = again.find(plan.name);
    nameLosses(plan, kept ? &kept->plan : nullptr, formatName(id()), &rendering.findings);
    return rendering;
}

Result<Rendering> WickedFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    const Reading present = read(snapshot);
    const FoundBond *found = present.find(bond);
    if (!found)
        return failWithoutBond(bond);
    WickedWriter writer(snapshot);
    if (auto removed = writer.remove(*found); !removed)
        return tl::unexpected(removed.error());
    return writer.rendering();
}

} // namespace bondwright::formats::wicked
