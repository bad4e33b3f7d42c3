// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/ifupdownreader.h"

#include "domain/findings.h"
#include "domain/macaddress.h"
#include "formats/bridgeport.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifupdown/filejudge.h"
#include "formats/spelling.h"
#include "formats/vlanonvlan.h"
#include "formats/vlanport.h"
#include "formats/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifupdown
{

namespace
{

QString placeOf(const StanzaPlace &place, const Stanza &stanza, const QString &key)
{
    return u"%1:%2"_s.arg(place.path).arg(stanza.lineOf(key));
}

/// The first stanza of the interface that says it.
std::optional<StanzaPlace> placeOfKey(const QString &interface, const InterfacesTree &tree, const QString &key)
{
    for (const StanzaPlace &place : tree.ifacesOf(interface)) {
        if (!tree.said(place).values(key).isEmpty())
            return place;
    }
    return std::nullopt;
}

QString valueOf(const QString &interface, const InterfacesTree &tree, const QString &key)
{
    const auto place = placeOfKey(interface, tree, key);
    return place ? tree.said(*place).value(key) : QString();
}

/// ifupdown2's "glob swp1-4", "glob swp[1-4].100".
QStringList namesOfRange(const QString &range)
{
    static const QRegularExpression form(u"^([A-Za-z_.-]*)\\[?([0-9]{1,4})-([0-9]{1,4})\\]?([A-Za-z0-9_.-]*)$"_s);
    constexpr int maxNames = 256;
    const auto match = form.match(range);
    if (!match.hasMatch())
        return {range};
    QStringList names;
    for (int i = match.captured(2).toInt(); i <= match.captured(3).toInt() && names.size() < maxNames; ++i)
        names.append(match.captured(1) + QString::number(i) + match.captured(4));
    return names;
}

/// ifenslave takes the old "slaves" as well.
QStringList listedPorts(const QString &bond, const InterfacesTree &tree)
{
    QStringList keys{u"bond-slaves"_s, u"slaves"_s};
    if (tree.isIfupdown2())
        keys = QStringList{u"bond-slaves"_s, u"bond-ports"_s};
    QStringList listed;
    for (const QString &key : std::as_const(keys)) {
        if (listed.isEmpty())
            listed = wordsOf(valueOf(bond, tree, key));
    }
    if (!tree.isIfupdown2())
        return listed;
    QStringList names;
    bool isRange = false;
    for (const QString &word : std::as_const(listed)) {
        if (word == u"regex")
            return {listed.join(u' ')}; // of those there are
        if (word != u"glob")
            names += isRange ? namesOfRange(word) : QStringList(word);
        isRange = isRange || word == u"glob";
    }
    return names;
}

void readOptions(const QString &bond, const InterfacesTree &tree, BondPlan *plan, QList<Finding> *findings)
{
    const FileFormat format = spellingIn(tree);
    plan->mode = modeFromText(valueOf(bond, tree, u"bond-mode"_s)).value_or(Mode::BalanceRr);
    for (const OptionSpec &spec : allOptions()) {
        const QStringList keys = spec.name == u"mode" ? QStringList() : keysOf(spec, format);
        const auto said = std::find_if(keys.cbegin(), keys.cend(),
                                       [&](const QString &key) { return placeOfKey(bond, tree, key).has_value(); });
        if (said == keys.cend())
            continue;
        const auto place = placeOfKey(bond, tree, *said);
        const QString text = tree.said(*place).value(*said);
        const auto value
            = spec.name == u"primary" ? std::optional(wordsOf(text).value(0)) : kernelValue(spec, format, text);
        if (value && acceptsMode(spec, plan->mode))
            plan->options.insert(spec.name, *value);
        else
            findings->append(finding(Severity::Warning, u"ifupdown.value"_s, placeOf(*place, tree.said(*place), *said),
                                     QCoreApplication::translate("formats", "The driver refuses “%1 %2” in mode %3.")
                                         .arg(*said, text.left(40), kernelName(plan->mode))));
    }
    // Each port may name the preferred one.
    for (const SlavePlan &slave : std::as_const(plan->slaves)) {
        const QString primary = wordsOf(valueOf(slave.name, tree, u"bond-primary"_s)).value(0);
        if (!primary.isEmpty() && !plan->options.contains(u"primary"_s)
            && acceptsMode(*findOption(u"primary"), plan->mode))
            plan->options.insert(u"primary"_s, primary);
    }
    const auto number = [plan](const QString &name) { return plan->options.value(name).toInt(); };
    // The scripts set the targets' interval before miimon, and the driver lets the later one count.
    if (number(u"miimon"_s) > 0 && number(u"arp_interval"_s) > 0) {
        for (const QString &name : {u"arp_interval"_s, u"arp_ip_target"_s, u"arp_validate"_s})
            plan->options.remove(name);
    }
    plan->options.settleDelays();
}

std::optional<quint32> mtuOf(const QString &interface, const InterfacesTree &tree)
{
    bool isNumber = false;
    const quint32 mtu = valueOf(interface, tree, u"mtu"_s).toUInt(&isNumber);
    if (isNumber && mtu > 0)
        return mtu;
    for (const StanzaPlace &place : tree.ifacesOf(interface)) {
        for (const QString &command : tree.said(place).values(u"up"_s) + tree.said(place).values(u"post-up"_s)) {
            if (const auto found = mtuOfCommand(command))
                return found;
        }
    }
    return std::nullopt;
}

/// "ether 02:…" or the address alone.
BondMac macOf(const QString &interface, const InterfacesTree &tree)
{
    const QStringList words = wordsOf(valueOf(interface, tree, u"hwaddress"_s));
    return words.isEmpty() ? BondMac() : BondMac(MacAddress::fromString(words.last()));
}

/// "bond0.20"
bool isVlanName(const QString &name, const QString &bond)
{
    static const QRegularExpression number(u"^[0-9]{1,4}$"_s);
    return name.startsWith(bond + u'.') && number.match(name.mid(bond.size() + 1)).hasMatch();
}

/// "bond0.20", "vlan20", "vlan0020" (ifupdown's vlan_id()); 0: the name says none.
quint16 idInName(const QString &name)
{
    static const QRegularExpression form(u"^(?:.*\\.|vlan)([0-9]{1,6})$"_s);
    return form.match(name).captured(1).toUShort();
}

VlanPlan readVlan(const QString &name, const QString &bond, const InterfacesTree &tree, QList<Finding> *findings)
{
    VlanPlan vlan;
    const QString id = valueOf(name, tree, u"vlan-id"_s);
    vlan.id = id.isEmpty() ? idInName(name) : id.toUShort();
    if (name != u"%1.%2"_s.arg(bond).arg(vlan.id))
        vlan.name = name;
    vlan.mtu = mtuOf(name, tree);
    const IpPair ip = readIp(name, tree, findings);
    vlan.ipv4 = ip.ipv4;
    vlan.ipv6 = ip.ipv6;
    return vlan;
}

QStringList pathsOf(const QString &bond, const QStringList &others, const InterfacesTree &tree)
{
    QStringList paths;
    for (const QString &interface : QStringList(bond) + others) {
        for (const QString &name : QStringList(interface) + tree.aliasesOf(interface)) {
            for (const StanzaPlace &place : tree.ifacesOf(name))
                paths.append(place.path);
        }
    }
    paths.removeDuplicates();
    return paths;
}

bool isCarried(const QString &key, const QString &value, FileFormat format)
{
    static const QStringList known{
        u"address"_s,        u"netmask"_s,     u"gateway"_s,         u"broadcast"_s, u"network"_s,
        u"metric"_s,         u"mtu"_s,         u"hwaddress"_s,       u"autoconf"_s,  u"dns-nameservers"_s,
        u"dns-nameserver"_s, u"dns-search"_s,  u"dns-domain"_s,      u"slaves"_s,    u"bond-slaves"_s,
        u"bond-ports"_s,     u"bond-master"_s, u"vlan-raw-device"_s, u"vlan-id"_s};
    const bool isCommand = key == u"up" || key == u"post-up";
    if (isCommand)
        return routeOfCommand(value) || mtuOfCommand(value);
    const auto saysIt = [&](const OptionSpec &spec) { return keysOf(spec, format).contains(key); };
    return known.contains(key) || std::any_of(allOptions().begin(), allOptions().end(), saysIt);
}

} // namespace

/// The one that counts first: ifenslave and ifupdown2 (addons/bond.py) set them one after the other.
QStringList keysOf(const OptionSpec &spec, FileFormat format)
{
    const OptionSpelling *spelling = spellingOf(spec, format);
    if (!spelling)
        return {};
    QStringList keys(spelling->key);
    if (spec.name == u"num_grat_arp")
        keys.prepend(u"bond-num-unsol-na"_s);
    if (format == FileFormat::Ifupdown2 && spec.name == u"ad_actor_sys_prio")
        keys.append(u"bond-ad-sys-priority"_s);
    if (format == FileFormat::Ifupdown2 && spec.name == u"ad_actor_system")
        keys += {u"bond-ad-sys-mac-addr"_s, u"es-sys-mac"_s};
    return keys;
}

FileFormat spellingIn(const InterfacesTree &tree)
{
    return tree.isIfupdown2() ? FileFormat::Ifupdown2 : FileFormat::Ifupdown;
}

/// As ifenslave tells: who has a master is its port, though cloud-init writes all of the bond's options there, too.
bool isBond(const QString &interface, const InterfacesTree &tree)
{
    if (!valueOf(interface, tree, u"bond-master"_s).isEmpty())
        return false;
    for (const QString &key : {u"bond-mode"_s, u"bond-slaves"_s, tree.isIfupdown2() ? u"bond-ports"_s : u"slaves"_s}) {
        if (placeOfKey(interface, tree, key))
            return true;
    }
    return false;
}

QStringList portsOf(const QString &bond, const InterfacesTree &tree, QList<Finding> *findings)
{
    QStringList ports = listedPorts(bond, tree);
    // No NIC is called so: all of the host's, or those that an expression fits.
    const auto isUnnamed
        = [](const QString &port) { return port == u"all" || port.contains(u' ') || port.contains(u'/'); };
    if (const auto it = std::find_if(ports.cbegin(), ports.cend(), isUnnamed); it != ports.cend()) {
        findings->append(finding(Severity::Warning, u"ifupdown.port-unnamed"_s, pathsOf(bond, {}, tree).value(0),
                                 QCoreApplication::translate("formats", "Only the host knows which NICs “%1” means.")
                                     .arg(u"bond-slaves "_s + it->left(60)),
                                 QCoreApplication::translate("formats", "Write their names.")));
    }
    // There are no remarks behind a value: ifenslave takes each of the words for a NIC.
    if (const qsizetype remark = ports.indexOf(QRegularExpression(u"^#"_s)); remark >= 0) {
        findings->append(finding(
            Severity::Warning, u"ifupdown.remark"_s, pathsOf(bond, {}, tree).value(0),
            QCoreApplication::translate("formats", "ifupdown knows no remarks behind a value: it takes “%1” for NICs.")
                .arg(ports.mid(remark).join(u' ').left(60)),
            QCoreApplication::translate("formats", "Put the remark on a line of its own.")));
        ports.resize(remark);
    }
    ports.removeIf(isUnnamed);
    ports.removeAll(u"none"_s);
    for (const QString &interface : tree.interfaces()) {
        if (valueOf(interface, tree, u"bond-master"_s) == bond)
            ports.append(interface);
    }
    ports.removeDuplicates();
    return ports;
}

QStringList vlansOn(const QString &bond, const InterfacesTree &tree)
{
    QStringList vlans;
    for (const QString &interface : tree.interfaces()) {
        const QString base = valueOf(interface, tree, u"vlan-raw-device"_s);
        if (base == bond || (base.isEmpty() && isVlanName(interface, bond)))
            vlans.append(interface);
    }
    return vlans;
}

/// VLANs that are made only because a bridge lists them: bridge-utils and ifupdown2 do that.
static QStringList vlansOfBridges(const QString &bond, const InterfacesTree &tree)
{
    QStringList vlans;
    for (const QString &bridge : tree.interfaces()) {
        for (const QString &port : wordsOf(valueOf(bridge, tree, u"bridge-ports"_s))) {
            if (isVlanName(port, bond) && tree.ifacesOf(port).isEmpty())
                vlans.append(port);
        }
    }
    vlans.removeDuplicates();
    return vlans;
}

static QList<StackedVlan> stackedVlans(const QString &bond, const InterfacesTree &tree)
{
    return formats::stackedVlans(bond, [&tree](const QString &name) { return vlansOn(name, tree); });
}

static BridgeOf bridgesIn(const InterfacesTree &tree)
{
    return [&tree](const QString &port) -> std::optional<Bridge> {
        const QString key = u"bridge-ports"_s;
        for (const QString &bridge : tree.interfaces()) {
            const auto place = placeOfKey(bridge, tree, key);
            if (place && wordsOf(tree.said(*place).value(key)).contains(port))
                return Bridge{bridge, placeOf(*place, tree.said(*place), key)};
        }
        return std::nullopt;
    };
}

static QString placeOf(const QString &interface, const InterfacesTree &tree)
{
    const QList<StanzaPlace> places = tree.ifacesOf(interface);
    return places.isEmpty() ? QString() : places.first().path;
}

/// As the package vlan tells: by its key, or by its name.
static VlanPlace vlansIn(const InterfacesTree &tree)
{
    return [&tree](const QString &interface) -> std::optional<QString> {
        const bool isVlan = placeOfKey(interface, tree, u"vlan-raw-device"_s)
            || isVlanName(interface, interface.section(u'.', 0, -2));
        return isVlan && !tree.ifacesOf(interface).isEmpty() ? std::optional(placeOf(interface, tree)) : std::nullopt;
    };
}

std::optional<BondPlan> readBond(const QString &bond, const InterfacesTree &tree, QList<Finding> *findings)
{
    if (!isBond(bond, tree))
        return std::nullopt;
    BondPlan plan;
    plan.name = bond;
    for (const QString &port : portsOf(bond, tree, findings))
        plan.slaves.append({port, {}, {}, {}});
    readOptions(bond, tree, &plan, findings);
    plan.mac = macOf(bond, tree);
    plan.mtu = mtuOf(bond, tree);
    const IpPair ip = readIp(bond, tree, findings);
    plan.ipv4 = ip.ipv4;
    plan.ipv6 = ip.ipv6;
    for (const QString &vlan : vlansOn(bond, tree))
        plan.vlans.append(readVlan(vlan, bond, tree, findings));
    plan.autoconnect = tree.isAuto(bond);
    return plan;
}

Reading readBonds(const FileSnapshot &snapshot)
{
    const InterfacesTree tree(snapshot);
    Reading reading;
    QStringList names = tree.interfaces();
    names.removeIf([&tree](const QString &name) { return name.contains(u'$') || !isBond(name, tree); });
    names.sort();
    judgeFiles(tree, &reading.findings);
    for (const QString &name : std::as_const(names)) {
        if (!reading.hasRoomFor(name))
            break;
        const auto plan = readBond(name, tree, &reading.findings);
        QList<Finding> twice;
        reading.bonds.append({asFound(*plan), pathsOf(name, portsOf(name, tree, &twice) + vlansOn(name, tree), tree)});
        nameMappings(*plan, tree, &reading.findings);
        nameBridges(*plan, u"ifupdown.bridge"_s, bridgesIn(tree), &reading.findings, vlansOfBridges(name, tree));
        nameVlanPorts(*plan, u"ifupdown.vlan-port"_s, vlansIn(tree), &reading.findings);
        for (const StackedVlan &vlan : stackedVlans(name, tree))
            reading.findings.append(
                vlanOnVlan(u"ifupdown.vlan-on-vlan"_s, vlan.name, vlan.parent, placeOf(vlan.name, tree)));
    }
    return reading;
}

/// @param interface one of the bond, or an alias of one
static void nameLeft(const QString &interface, const FoundBond &found, const InterfacesTree &tree,
                     QList<Finding> *findings)
{
    const bool isPort = found.plan.slaveByName(interface);
    const auto leave = [&](const QString &path, int line, const QString &what) {
        findings->append(finding(
            Severity::Warning, u"migration.left-behind"_s, u"%1:%2"_s.arg(path).arg(line),
            QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.").arg(what),
            QCoreApplication::translate("formats", "Set it again by hand if it is needed.")));
    };
    for (const StanzaPlace &mapping : tree.mappingsOf(interface))
        leave(mapping.path, tree.at(mapping).line, u"mapping "_s + tree.at(mapping).words.join(u' '));
    for (const StanzaPlace &place : tree.ifacesOf(interface)) {
        const Stanza &stanza = tree.said(place);
        if (interface.contains(u':') && (!tree.comesAlong(interface) || stanza.method() != u"static")) {
            leave(place.path, stanza.line, u"iface "_s + stanza.words.join(u' '));
            continue;
        }
        for (const StanzaOption &option : stanza.options) {
            QString key = option.key;
            key.replace(u'_', u'-');
            // What a port says of itself no plan says; its MTU is the bond's.
            const bool isOwn = isPort
                && (key == u"hwaddress" || (key == u"mtu" && option.value.toUInt() != found.plan.mtu.value_or(0)));
            if (isOwn || !isCarried(key, option.value, spellingIn(tree)))
                leave(place.path, option.line, u"%1: %2"_s.arg(interface, option.key));
        }
    }
}

QList<Finding> leftBehindOf(const FoundBond &found, const InterfacesTree &tree)
{
    QList<Finding> findings;
    QStringList interfaces{found.plan.name};
    for (const SlavePlan &slave : found.plan.slaves)
        interfaces.append(slave.name);
    for (const VlanPlan &vlan : found.plan.vlans)
        interfaces.append(vlan.interfaceName(found.plan.name));
    for (const StackedVlan &vlan : stackedVlans(found.plan.name, tree))
        findings.append(vlanLeftAlone(vlan.name, vlan.parent, placeOf(vlan.name, tree)));
    nameBridgesLeft(found.plan, bridgesIn(tree), &findings, vlansOfBridges(found.plan.name, tree));
    nameVlanPortsLeft(found.plan, vlansIn(tree), &findings);
    for (const QString &interface : std::as_const(interfaces)) {
        nameLeft(interface, found, tree, &findings);
        for (const QString &alias : found.plan.slaveByName(interface) ? QStringList() : tree.aliasesOf(interface))
            nameLeft(alias, found, tree, &findings);
    }
    return findings;
}

} // namespace bondwright::formats::ifupdown
