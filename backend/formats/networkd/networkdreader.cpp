// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/networkdreader.h"

#include "domain/findings.h"
#include "domain/macaddress.h"
#include "formats/arpcarrier.h"
#include "formats/bridgeport.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/foreignroute.h"
#include "formats/networkd/networkip.h"
#include "formats/spelling.h"
#include "formats/vlanonvlan.h"
#include "formats/vlanport.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <linux/rtnetlink.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::networkd
{

namespace
{

const QString bondSection = u"Bond"_s;

QString nameOf(const Unit &netdev)
{
    return netdev.value(u"NetDev"_s, u"Name"_s);
}

bool isKind(const Unit &netdev, QStringView kind)
{
    return netdev.value(u"NetDev"_s, u"Kind"_s) == kind;
}

void readOptions(const Unit &netdev, const QString &programVersion, BondPlan *plan, QList<Finding> *findings)
{
    plan->mode = modeFromName(netdev.value(bondSection, u"Mode"_s)).value_or(Mode::BalanceRr);
    for (const OptionSpec &spec : allOptions()) {
        const OptionSpelling *spelling = spellingOf(spec, FileFormat::Networkd);
        if (!spelling || spec.name == u"mode" || spec.name == u"primary")
            continue;
        const bool isList = spec.kind == OptionKind::Ip4List || spec.kind == OptionKind::Ip6List;
        const QString text
            = isList ? netdev.words(bondSection, spelling->key).join(u' ') : netdev.value(bondSection, spelling->key);
        if (text.isEmpty())
            continue;
        const bool isKnown = !isTooOldFor(*spelling, programVersion);
        const auto value = isKnown ? kernelValue(spec, FileFormat::Networkd, text) : std::nullopt;
        const bool isPassedOn
            = value && acceptsMode(spec, plan->mode) && (!spelling->onlyWhereItActs || actsInMode(spec, plan->mode));
        if (isPassedOn) {
            plan->options.insert(spec.name, *value);
            continue;
        }
        const QString message = value ? QCoreApplication::translate("formats", "“%1=%2” does nothing in mode %3.")
                                      : QCoreApplication::translate("formats", "systemd-networkd ignores “%1=%2”.");
        findings->append(finding(Severity::Warning, u"networkd.value"_s, netdev.placeOf(bondSection, spelling->key),
                                 value ? message.arg(spelling->key, text, kernelName(plan->mode))
                                       : message.arg(spelling->key, text)));
    }
    // bond.c: targets go with an interval, and the driver switches one monitor off for the other.
    if (!plan->options.monitorsByArp()) {
        plan->options.remove(u"arp_interval"_s);
        plan->options.remove(u"arp_ip_target"_s);
    } else if (plan->options.monitorsByMii()) {
        for (const QString &name : {u"miimon"_s, u"updelay"_s, u"downdelay"_s})
            plan->options.remove(name);
    }
    plan->options.settleDelays();
}

QString primaryOf(const BondUnits &units)
{
    for (const BondUnits::Port &port : units.ports) {
        if (port.network->boolean(u"Network"_s, u"PrimarySlave"_s).value_or(false))
            return port.slave.name;
    }
    return {};
}

std::optional<quint32> mtuOf(const Unit *network, const Unit &netdev)
{
    for (const QString &text :
         {network ? network->value(u"Link"_s, u"MTUBytes"_s) : QString(), netdev.value(u"NetDev"_s, u"MTUBytes"_s)}) {
        bool isNumber = false;
        QString digits = text;
        const quint32 unit = digits.endsWith(u'K') ? 1024 : 1;
        const quint32 mtu = digits.remove(u'K').toUInt(&isNumber);
        if (isNumber && mtu > 0 && mtu < 1'000'000)
            return mtu * unit;
    }
    return std::nullopt;
}

BondMac macOf(const Unit &netdev, QList<Finding> *findings)
{
    const QString text = netdev.value(u"NetDev"_s, u"MACAddress"_s);
    if (text == u"none")
        return {};
    const MacAddress mac = MacAddress::fromString(text);
    if (mac.isEmpty())
        findings->append(finding(
            Severity::Advice, u"networkd.mac-made-up"_s, netdev.placeOf(u"NetDev"_s, u"MACAddress"_s),
            QCoreApplication::translate("formats", "systemd-networkd makes up a MAC address for %1.")
                .arg(nameOf(netdev)),
            QCoreApplication::translate("formats", "“MACAddress=none” leaves it to the kernel: the first NIC’s.")));
    return BondMac(mac);
}

VlanPlan readVlan(const BondUnits::Vlan &units, const QString &bond, const QString &programVersion,
                  QList<Finding> *findings)
{
    VlanPlan vlan;
    const quint32 id = unitNumber(units.netdev->value(u"VLAN"_s, u"Id"_s)).value_or(0);
    vlan.id = id <= 0xffff ? quint16(id) : 0;
    if (const QString name = nameOf(*units.netdev); name != u"%1.%2"_s.arg(bond).arg(vlan.id))
        vlan.name = name;
    vlan.mtu = mtuOf(units.network, *units.netdev);
    const IpPair ip = units.network ? readIp(*units.network, programVersion, findings) : IpPair();
    vlan.ipv4 = ip.ipv4;
    vlan.ipv6 = ip.ipv6;
    return vlan;
}

void nameConditions(const Unit &unit, QList<Finding> *findings)
{
    for (const QString &key : Unit::hostsConditions()) {
        if (const QStringList values = unit.values(u"Match"_s, key); !values.isEmpty())
            findings->append(
                finding(Severity::Warning, u"networkd.condition"_s, unit.placeOf(u"Match"_s, key),
                        QCoreApplication::translate(
                            "formats", "Only the host itself can tell whether “%1=%2” holds; it is taken as true.")
                            .arg(key, values.join(u' ').left(60)),
                        QCoreApplication::translate("formats", "Look at what “networkctl status” says there.")));
    }
}

/// Whether networkd leaves the interfaces of the file alone, whatever else it says.
bool isUnmanaged(const Unit &network, QList<Finding> *findings)
{
    if (!network.boolean(u"Link"_s, u"Unmanaged"_s).value_or(false))
        return false;
    findings->append(
        finding(Severity::Warning, u"networkd.unmanaged"_s, network.placeOf(u"Link"_s, u"Unmanaged"_s),
                QCoreApplication::translate("formats", "systemd-networkd leaves alone what this file matches."),
                QCoreApplication::translate("formats", "Take “Unmanaged=yes” out if it should not.")));
    return true;
}

/// Null: networkd configures nothing there.
const Unit *managed(const Unit *network, QList<Finding> *findings)
{
    return network && !isUnmanaged(*network, findings) ? network : nullptr;
}

void findPorts(const QString &bond, const UnitFolder &folder, BondUnits *units, QList<Finding> *findings)
{
    for (const Unit &network : folder.networks()) {
        if (network.value(u"Network"_s, u"Bond"_s) != bond || isUnmanaged(network, findings))
            continue;
        const QStringList macs = network.words(u"Match"_s, u"PermanentMACAddress"_s);
        const MacAddress mac = macs.size() == 1 ? MacAddress::fromString(macs.first()) : MacAddress();
        QStringList names = folder.candidates(network);
        const QString called = nicOfPortFile(network.name, bond);
        if (names.isEmpty() && !mac.isEmpty() && !called.isEmpty())
            names.append(called); // files of another host
        for (const QString &name : std::as_const(names)) {
            const Unit *first = folder.network(name);
            if (first && first->name < network.name) {
                findings->append(finding(
                    Severity::Warning, u"networkd.port-hidden"_s, network.path(),
                    QCoreApplication::translate("formats", "%1 is no port: “%2” comes first.").arg(name, first->path()),
                    QCoreApplication::translate("formats", "Give this file a name that sorts before it.")));
                nameConditions(*first, findings);
                continue;
            }
            units->ports.append(BondUnits::Port{&network, SlavePlan{name, mac, {}, {}}});
        }
        if (names.isEmpty())
            findings->append(finding(
                Severity::Warning, u"networkd.port-unnamed"_s, network.path(),
                QCoreApplication::translate("formats", "Only its host knows which NIC this port is."),
                QCoreApplication::translate("formats", "Read it there, or name the NIC in the [Match] section.")));
    }
}

bool isCarried(const Assignment &a)
{
    static const QStringList known{u"NetDev.Name"_s,
                                   u"NetDev.Kind"_s,
                                   u"NetDev.MACAddress"_s,
                                   u"NetDev.MTUBytes"_s,
                                   u"NetDev.Description"_s,
                                   u"Match.Name"_s,
                                   u"Match.MACAddress"_s,
                                   u"Match.PermanentMACAddress"_s,
                                   u"Network.Bond"_s,
                                   u"Network.PrimarySlave"_s,
                                   u"Network.VLAN"_s,
                                   u"Network.Description"_s,
                                   u"Link.MTUBytes"_s,
                                   u"Link.RequiredForOnline"_s,
                                   u"VLAN.Id"_s,
                                   u"Link.ActivationPolicy"_s};
    if (a.section == bondSection)
        return findOption(FileFormat::Networkd, a.key) != nullptr;
    return known.contains(a.section + u'.' + a.key) || isIpKey(a.section, a.key);
}

/// No plan says it of a port, whose MTU is the bond's.
bool isPortsOwn(const Assignment &a, const Unit &unit, const BondPlan &plan)
{
    const bool isPort = !unit.value(u"Network"_s, u"Bond"_s).isEmpty();
    return isPort && a.section == u"Link"
        && (a.key == u"MACAddress" || (a.key == u"MTUBytes" && mtuOf(&unit, unit) != plan.mtu));
}

/// A port, an interface or a name beside the address of a server.
bool saysMoreThanServers(const Assignment &a)
{
    const QStringList words = a.section == u"Network" && a.key == u"DNS" ? a.value.split(u' ') : QStringList();
    return std::any_of(words.cbegin(), words.cend(),
                       [](const QString &word) { return serverAddress(word) && !IpAddress::fromString(word); });
}

/// Written wherever a plan needs it.
bool isMadeAnew(const Assignment &a, const BondPlan &plan)
{
    return a.section == u"Network" && a.key == u"ConfigureWithoutCarrier" && needsAddressForCarrier(plan);
}

/// A plan has no room for a source, a table, ….
bool isUnusualRoute(const UnitFile &file, int instance)
{
    return std::any_of(file.assignments().cbegin(), file.assignments().cend(), [instance](const Assignment &a) {
        return a.instance == instance && !isPlainRouteKey(a.key, a.value);
    });
}

} // namespace

QString nicOfPortFile(const QString &fileName, const QString &bond)
{
    static const QRegularExpression form(u"^[0-9]{2}-(.+)-port[0-9]{2}-([A-Za-z0-9._-]{1,15})\\.network$"_s);
    const auto match = form.match(fileName);
    return match.captured(1) == bond ? match.captured(2) : QString();
}

QStringList BondUnits::paths() const
{
    QStringList all = netdev ? netdev->paths() : QStringList();
    if (network)
        all += network->paths();
    for (const Port &port : ports)
        all += port.network->paths();
    for (const Vlan &vlan : vlans) {
        all += vlan.netdev->paths();
        if (vlan.network)
            all += vlan.network->paths();
    }
    all.removeDuplicates();
    return all;
}

BondUnits unitsOf(const QString &bond, const UnitFolder &folder, QList<Finding> *findings)
{
    BondUnits units;
    const Unit *netdev = folder.netdev(bond);
    if (!netdev || !isKind(*netdev, u"bond"))
        return units;
    units.netdev = netdev;
    units.network = managed(folder.network(bond), findings);
    findPorts(bond, folder, &units, findings);
    for (const QString &name : units.network ? units.network->words(u"Network"_s, u"VLAN"_s) : QStringList()) {
        if (const Unit *vlan = folder.netdev(name); vlan && isKind(*vlan, u"vlan"))
            units.vlans.append(BondUnits::Vlan{vlan, managed(folder.network(name), findings)});
    }
    return units;
}

std::optional<BondPlan> readBond(const QString &bond, const UnitFolder &folder, QList<Finding> *findings)
{
    const BondUnits units = unitsOf(bond, folder, findings);
    if (!units.netdev)
        return std::nullopt;
    BondPlan plan;
    plan.name = bond;
    readOptions(*units.netdev, folder.programVersion(), &plan, findings);
    for (const BondUnits::Port &port : units.ports)
        plan.slaves.append(port.slave);
    if (const QString primary = primaryOf(units); !primary.isEmpty() && acceptsMode(*findOption(u"primary"), plan.mode))
        plan.options.insert(u"primary"_s, primary);
    plan.mac = macOf(*units.netdev, findings);
    plan.mtu = mtuOf(units.network, *units.netdev);
    if (units.network) {
        const IpPair ip = readIp(*units.network, folder.programVersion(), findings);
        plan.ipv4 = ip.ipv4;
        plan.ipv6 = ip.ipv6;
        const QString policy = units.network->value(u"Link"_s, u"ActivationPolicy"_s);
        plan.autoconnect = policy != u"manual" && policy != u"down" && policy != u"always-down";
    }
    for (const BondUnits::Vlan &vlan : units.vlans)
        plan.vlans.append(readVlan(vlan, bond, folder.programVersion(), findings));
    return plan;
}

static QList<StackedVlan> stackedVlans(const QString &bond, const UnitFolder &folder)
{
    return formats::stackedVlans(bond, [&folder](const QString &name) {
        const Unit *network = folder.network(name);
        return network && folder.netdev(name) ? network->words(u"Network"_s, u"VLAN"_s) : QStringList();
    });
}

static BridgeOf bridgesIn(const UnitFolder &folder)
{
    return [&folder](const QString &interface) -> std::optional<Bridge> {
        const Unit *network = folder.network(interface);
        const QString bridge = network ? network->value(u"Network"_s, u"Bridge"_s) : QString();
        return bridge.isEmpty() ? std::nullopt
                                : std::optional(Bridge{bridge, network->placeOf(u"Network"_s, u"Bridge"_s)});
    };
}

static QString placeOf(const QString &vlan, const UnitFolder &folder)
{
    const Unit *netdev = folder.netdev(vlan);
    return netdev ? netdev->path() : QString();
}

static VlanPlace vlansIn(const UnitFolder &folder)
{
    return [&folder](const QString &interface) -> std::optional<QString> {
        const Unit *netdev = folder.netdev(interface);
        return netdev && isKind(*netdev, u"vlan") ? std::optional(netdev->path()) : std::nullopt;
    };
}

static void nameConditions(const BondUnits &units, QList<Finding> *findings)
{
    QList<const Unit *> all{units.netdev, units.network};
    for (const BondUnits::Port &port : units.ports)
        all.append(port.network);
    for (const BondUnits::Vlan &vlan : units.vlans)
        all += {vlan.netdev, vlan.network};
    QSet<const Unit *> seen; // one file may be that of several ports
    for (const Unit *unit : std::as_const(all)) {
        if (unit && !seen.contains(unit))
            nameConditions(*unit, findings);
        seen.insert(unit);
    }
}

/// "[RoutingPolicyRule] From=192.0.2.10 Table=100": as it stands, without its line breaks.
static QString textOf(const UnitObject &section)
{
    QStringList words;
    for (auto it = section.values.cbegin(); it != section.values.cend(); ++it)
        words.append(it.key() + u'=' + it.value());
    return words.join(u' ');
}

/// Routes and rules of a unit that no plan says.
static void nameForeignRoutes(const Unit &network, QList<Finding> *findings)
{
    for (const UnitObject &route : network.each(u"Route"_s)) {
        if (isPlainRoute(route.values))
            continue;
        const QString table = route.value(u"Table"_s);
        const bool isOther = !table.isEmpty() && table != u"main" && unitNumber(table) != quint32(RT_TABLE_MAIN);
        findings->append(foreignRoute(u"networkd.foreign-route"_s, route.places.first(), u"[Route] "_s + textOf(route),
                                      isOther ? WhyForeign::Table : WhyForeign::Attributes));
    }
    for (const UnitObject &rule : network.each(u"RoutingPolicyRule"_s))
        findings->append(foreignRouting(u"networkd.foreign-routing"_s, rule.places.first(),
                                        u"[RoutingPolicyRule] "_s + textOf(rule)));
}

Reading readBonds(const FileSnapshot &snapshot)
{
    const UnitFolder folder(snapshot);
    Reading reading;
    reading.findings = folder.findings();
    QStringList names;
    for (const Unit &netdev : folder.netdevs()) {
        if (isKind(netdev, u"bond") && !nameOf(netdev).isEmpty())
            names.append(nameOf(netdev));
    }
    names.sort();
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        if (!reading.hasRoomFor(name))
            break;
        QList<Finding> twice; // unitsOf() finds the same again
        if (const auto plan = readBond(name, folder, &reading.findings)) {
            const BondUnits units = unitsOf(name, folder, &twice);
            reading.bonds.append({asFound(*plan), units.paths()});
            nameConditions(units, &reading.findings);
            if (units.network)
                nameForeignRoutes(*units.network, &reading.findings);
            for (const BondUnits::Vlan &vlan : units.vlans) {
                if (vlan.network)
                    nameForeignRoutes(*vlan.network, &reading.findings);
            }
            nameBridges(*plan, u"networkd.bridge"_s, bridgesIn(folder), &reading.findings);
            nameVlanPorts(*plan, u"networkd.vlan-port"_s, vlansIn(folder), &reading.findings);
        }
        for (const StackedVlan &vlan : stackedVlans(name, folder))
            reading.findings.append(
                vlanOnVlan(u"networkd.vlan-on-vlan"_s, vlan.name, vlan.parent, placeOf(vlan.name, folder)));
    }
    return reading;
}

QList<Finding> leftBehindOf(const FoundBond &found, const UnitFolder &folder)
{
    QList<Finding> findings;
    for (const StackedVlan &vlan : stackedVlans(found.plan.name, folder))
        findings.append(vlanLeftAlone(vlan.name, vlan.parent, placeOf(vlan.name, folder)));
    nameBridgesLeft(found.plan, bridgesIn(folder), &findings);
    nameVlanPortsLeft(found.plan, vlansIn(folder), &findings);
    for (const QList<Unit> *units : {&folder.netdevs(), &folder.networks()}) {
        for (const Unit &unit : *units) {
            for (const UnitSource &source : found.paths.contains(unit.path()) ? unit.sources : QList<UnitSource>()) {
                for (const Assignment &a : source.file.assignments()) {
                    const bool isLeft = a.section == u"Route" ? isUnusualRoute(source.file, a.instance)
                                                              : (!isCarried(a) && !isMadeAnew(a, found.plan))
                            || isPortsOwn(a, unit, found.plan) || saysMoreThanServers(a);
                    if (!isLeft || a.value.isEmpty())
                        continue;
                    findings.append(finding(
                        Severity::Warning, u"migration.left-behind"_s, u"%1:%2"_s.arg(source.path).arg(a.line),
                        QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.")
                            .arg(u"%1: [%2] %3"_s.arg(unit.name, a.section, a.key)),
                        QCoreApplication::translate("formats", "Set it again by hand if it is needed.")));
                }
            }
        }
    }
    return findings;
}

} // namespace bondwright::formats::networkd
