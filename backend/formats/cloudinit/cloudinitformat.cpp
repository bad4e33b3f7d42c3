// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/cloudinit/cloudinitformat.h"

#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "domain/options.h"
#include "formats/yaml/netplanyaml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::cloudinit
{

using yaml::Entry;
using yaml::Node;

namespace
{

QString nicOf(const Node &network, const QString &id, const FileSnapshot &snapshot)
{
    const Node &card = network.at({u"ethernets"_s, id});
    if (const QString name = card.at(u"set-name").scalar; !name.isEmpty())
        return name;
    const MacAddress mac = MacAddress::fromString(card.at({u"match"_s, u"macaddress"_s}).scalar);
    return mac.isEmpty() ? id : snapshot.nicNames.value(mac, id);
}

QList<BondPlan> bondsOfVersion2(const Node &network, const FileSnapshot &snapshot, QList<Finding> *findings)
{
    QList<BondPlan> plans;
    for (const Entry &bond : network.at(u"bonds").entries) {
        const auto name = [&](const QString &id) { return nicOf(network, id, snapshot); };
        BondPlan plan = netplan::readBond(bond.key, network, name, findings);
        for (SlavePlan &slave : plan.slaves) {
            for (const Entry &card : network.at(u"ethernets").entries) {
                if (name(card.key) == slave.name)
                    slave.mac = MacAddress::fromString(card.value.at({u"match"_s, u"macaddress"_s}).scalar);
            }
        }
        plans.append(plan);
    }
    return plans;
}

/// "subnets" of version 1.
void readSubnets(const Node &device, IpConfig *ipv4, IpConfig *ipv6)
{
    for (const Node &subnet : device.at(u"subnets").items) {
        const QString type = subnet.at(u"type").scalar;
        const QString text = subnet.at(u"address").scalar;
        const bool isV6 = text.contains(u':') || type.endsWith(u'6') || type.startsWith(u"ipv6");
        IpConfig &ip = isV6 ? *ipv6 : *ipv4;
        if (type.startsWith(u"static")) {
            const QString mask = subnet.at(u"netmask").scalar;
            const auto address
                = IpNetwork::fromString(text.contains(u'/') || mask.contains(u'.') ? text : text + u'/' + mask);
            ip.method = IpMethod::Manual;
            if (address)
                ip.addresses.append(address->toString());
            if (const auto gateway = IpAddress::fromString(subnet.at(u"gateway").scalar))
                ip.gateway = gateway->toString();
        } else if (type != u"manual") {
            ip.method = IpMethod::Auto; // dhcp, dhcp4, dhcp6, ipv6_slaac, …
        }
        ip.dns += subnet.at(u"dns_nameservers").strings();
        ip.search += subnet.at(u"dns_search").strings();
    }
}

/// cloudinit/net/network_state.py: the options bear their kernel names behind "bond-".
BondPlan bondOfVersion1(const Node &device, const Node &config)
{
    BondPlan plan;
    plan.name = device.at(u"name").scalar;
    plan.mtu = device.at(u"mtu").number();
    plan.mac = BondMac(MacAddress::fromString(device.at(u"mac_address").scalar));
    for (const QString &nic : device.at(u"bond_interfaces").strings())
        plan.slaves.append({nic, {}, {}, {}});
    for (const Entry &parameter : device.at(u"params").entries) {
        const QString name = QString(parameter.key).replace(u'-', u'_').mid(qstrlen("bond_"));
        const QString text = parameter.value.strings().join(u',');
        const OptionSpec *spec = findOption(name);
        if (name == u"mode")
            plan.mode = modeFromText(text).value_or(Mode::BalanceRr);
        else if (spec && spec->scope == OptionScope::Bond)
            plan.options.insert(spec->name, canonicalValue(*spec, text).value_or(text));
    }
    readSubnets(device, &plan.ipv4, &plan.ipv6);
    for (const Node &other : config.items) {
        if (other.at(u"type").scalar != u"vlan" || other.at(u"vlan_link").scalar != plan.name)
            continue;
        VlanPlan vlan;
        vlan.id = quint16(other.at(u"vlan_id").number().value_or(0));
        if (other.at(u"name").scalar != u"%1.%2"_s.arg(plan.name).arg(vlan.id))
            vlan.name = other.at(u"name").scalar;
        vlan.mtu = other.at(u"mtu").number();
        readSubnets(other, &vlan.ipv4, &vlan.ipv6);
        plan.vlans.append(vlan);
    }
    return plan;
}

QStringList portNames(const BondPlan &plan)
{
    QStringList names;
    for (const SlavePlan &slave : plan.slaves)
        names.append(slave.name);
    return names;
}

} // namespace

QString CloudInitFormat::ownPath(const QString &bond) const
{
    return u"/etc/cloud/cloud.cfg.d/90-%1-network.cfg"_s.arg(bond);
}

Node CloudInitFormat::document(const BondPlan &plan, QList<Finding> *findings) const
{
    const auto same = [](const QString &nic) { return nic; };
    const auto card = [](const SlavePlan &slave) {
        Node node = Node::ofMap({});
        if (!slave.mac.isEmpty())
            node.set(u"match"_s, Node::ofMap({{u"macaddress"_s, Node::ofScalar(slave.mac.value().toString()), 0, 0}}));
        return node;
    };
    return Node::ofMap({{u"network"_s, netplan::wholeNetwork(plan, same, card, {program()}, false, findings), 0, 0}});
}

QList<BondPlan> CloudInitFormat::bondsOf(const Node &document, const FileSnapshot &snapshot,
                                         QList<Finding> *findings) const
{
    const Node &network = document.at(u"network");
    if (network.at(u"version").scalar != u"1")
        return bondsOfVersion2(network, snapshot, findings);
    QList<BondPlan> plans;
    const Node &config = network.at(u"config");
    for (const Node &device : config.items) {
        if (device.at(u"type").scalar == u"bond")
            plans.append(bondOfVersion1(device, config));
    }
    return plans;
}

/// What else the file says of the bond's interfaces is in the plan, or stays where it is.
QList<Finding> CloudInitFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    QList<Finding> findings;
    for (const QString &path : found.paths) {
        const FileState *file = snapshot.find(path);
        const auto root = file ? yaml::parse(file->content) : Result<Node>(Node());
        const Node &cards = root ? root->at({u"network"_s, u"ethernets"_s}) : Node();
        for (const Entry &card : cards.entries) {
            for (const Entry &entry : portNames(found.plan).contains(card.key) ? card.value.entries : QList<Entry>()) {
                if (entry.key != u"match" && entry.key != u"set-name")
                    findings.append(netplan::leftFinding(u"ethernets."_s + card.key, entry.key));
            }
        }
    }
    return findings;
}

} // namespace bondwright::formats::cloudinit
