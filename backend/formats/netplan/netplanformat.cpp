// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/netplan/netplanformat.h"

#include "domain/findings.h"
#include "domain/options.h"
#include "formats/arpcarrier.h"
#include "formats/bridgeport.h"
#include "formats/netplan/netplanwriter.h"
#include "formats/spelling.h"
#include "formats/vlanonvlan.h"
#include "formats/vlanport.h"
#include "formats/yaml/foreignroutes.h"
#include "formats/yaml/netplanyaml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::netplan
{

namespace
{

/// Entries of a definition that become part of a plan.
bool isCarried(const QString &key, const yaml::Node &value)
{
    static const QStringList known{u"interfaces"_s, u"macaddress"_s, u"mtu"_s,      u"activation-mode"_s,
                                   u"id"_s,         u"link"_s,       u"match"_s,    u"set-name"_s,
                                   u"dhcp6"_s,      u"optional"_s,   u"renderer"_s, u"dhcp4"_s};
    if (known.contains(key))
        return true;
    for (const yaml::Entry &entry : ipEntries({}, {})) {
        if (entry.key == key)
            return key != u"dhcp4-overrides" || value.entries.size() <= 1;
    }
    return false;
}

/// Of a NIC no plan says more than which one it is; its MTU is the bond's.
bool isCarriedOfPort(const yaml::Entry &entry, const BondPlan &plan)
{
    if (entry.key == u"mtu")
        return entry.value.number() == plan.mtu;
    return entry.key != u"macaddress" && isCarried(entry.key, entry.value);
}

void nameLeft(const QString &definition, const yaml::Node &node, QList<Finding> *findings)
{
    for (const yaml::Entry &entry : node.entries) {
        if (entry.key != u"parameters" && !isCarried(entry.key, entry.value))
            findings->append(leftFinding(definition, entry.key));
    }
    nameLeftOfIp(definition, node, findings);
}

} // namespace

QStringList NetplanFormat::folders() const
{
    return NetplanTree::folders();
}

Result<Rendering> NetplanFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    return NetplanWriter(snapshot).write(plan);
}

Result<Rendering> NetplanFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    return NetplanWriter(snapshot).remove(bond);
}

static QList<StackedVlan> stackedVlans(const QString &bond, const NetplanTree &tree)
{
    return formats::stackedVlans(bond, [&tree](const QString &name) {
        QStringList names;
        for (const yaml::Entry &vlan : tree.network().at(u"vlans").entries) {
            if (vlan.value.at(u"link").scalar == name)
                names.append(vlan.key);
        }
        return names;
    });
}

static BridgeOf bridgesIn(const NetplanTree &tree)
{
    return [&tree](const QString &interface) -> std::optional<Bridge> {
        const QString bridge = bridgeOf(interface, tree.network());
        return bridge.isEmpty() ? std::nullopt
                                : std::optional(Bridge{bridge, tree.pathsOf({u"bridges"_s, bridge}).value(0)});
    };
}

/// A VRF has a table of its own.
static void nameVrfs(const BondPlan &plan, const NetplanTree &tree, QList<Finding> *findings)
{
    for (const yaml::Entry &vrf : tree.network().at(u"vrfs").entries) {
        const QStringList members = vrf.value.at(u"interfaces").strings();
        const bool isOurs = members.contains(plan.name)
            || std::any_of(plan.vlans.cbegin(), plan.vlans.cend(),
                           [&](const VlanPlan &vlan) { return members.contains(vlan.interfaceName(plan.name)); });
        if (isOurs)
            findings->append(yaml::foreignRouting(
                u"netplan.foreign-routing"_s, tree.pathsOf({u"bonds"_s, plan.name}).value(0), u"vrfs."_s + vrf.key));
    }
}

static VlanPlace vlansIn(const NetplanTree &tree)
{
    return [&tree](const QString &interface) -> std::optional<QString> {
        const QStringList paths = tree.pathsOf({u"vlans"_s, interface});
        return paths.isEmpty() ? std::nullopt : std::optional(paths.first());
    };
}

Reading NetplanFormat::readFiles(const FileSnapshot &snapshot) const
{
    const NetplanTree tree(snapshot);
    Reading reading;
    reading.findings = tree.findings();
    QStringList names;
    for (const yaml::Entry &bond : tree.network().at(u"bonds").entries)
        names.append(bond.key);
    names.sort();
    const auto nameRoutes = [&tree, &reading](const QStringList &definition) {
        nameForeignRoutes(tree.withWrittenLists(definition), u"netplan"_s, tree.pathsOf(definition).value(0),
                          &reading.findings);
    };
    for (const QString &name : std::as_const(names)) {
        if (!reading.hasRoomFor(name))
            break;
        const auto plan = tree.readBond(name, &reading.findings);
        QStringList paths = tree.pathsOf({u"bonds"_s, name});
        for (const SlavePlan &slave : plan->slaves)
            paths += tree.pathsOf({u"ethernets"_s, tree.idOf(slave.name)});
        for (const VlanPlan &vlan : plan->vlans)
            paths += tree.pathsOf({u"vlans"_s, vlan.interfaceName(plan->name)});
        paths.removeDuplicates();
        reading.bonds.append({asFound(*plan), paths});
        nameRoutes({u"bonds"_s, name});
        for (const VlanPlan &vlan : plan->vlans)
            nameRoutes({u"vlans"_s, vlan.interfaceName(name)});
        nameVrfs(*plan, tree, &reading.findings);
        nameBridges(*plan, u"netplan.bridge"_s, bridgesIn(tree), &reading.findings);
        nameVlanPorts(*plan, u"netplan.vlan-port"_s, vlansIn(tree), &reading.findings);
        for (const StackedVlan &vlan : stackedVlans(name, tree))
            reading.findings.append(vlanOnVlan(u"netplan.vlan-on-vlan"_s, vlan.name, vlan.parent,
                                               tree.pathsOf({u"vlans"_s, vlan.name}).value(0)));
    }
    return reading;
}

QList<Finding> NetplanFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    const NetplanTree tree(snapshot);
    QList<Finding> findings;
    for (const StackedVlan &vlan : stackedVlans(found.plan.name, tree))
        findings.append(vlanLeftAlone(vlan.name, vlan.parent, tree.pathsOf({u"vlans"_s, vlan.name}).value(0)));
    nameBridgesLeft(found.plan, bridgesIn(tree), &findings);
    nameVlanPortsLeft(found.plan, vlansIn(tree), &findings);
    const auto nameLeftOf = [&](const QStringList &definition) {
        yaml::Node node = tree.network().at(definition);
        if (needsAddressForCarrier(found.plan)) // written wherever a plan needs it
            node.set(u"ignore-carrier"_s, yaml::Node());
        nameLeft(definition.join(u'.'), node, &findings);
    };
    nameLeftOf({u"bonds"_s, found.plan.name});
    for (const SlavePlan &slave : found.plan.slaves) {
        const QString id = tree.idOf(slave.name);
        for (const yaml::Entry &entry : tree.network().at({u"ethernets"_s, id}).entries) {
            if (!isCarriedOfPort(entry, found.plan))
                findings.append(leftFinding(u"ethernets."_s + id, entry.key));
        }
    }
    for (const VlanPlan &vlan : found.plan.vlans)
        nameLeftOf({u"vlans"_s, vlan.interfaceName(found.plan.name)});
    return findings;
}

QStringList NetplanFormat::unsaidOptions(const QString &programVersion) const
{
    return unsaidOptionsOf(FileFormat::Netplan, programVersion) + QStringList(u"lp_interval"_s);
}

} // namespace bondwright::formats::netplan
