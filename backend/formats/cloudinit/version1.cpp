// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/cloudinit/version1.h"

#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "domain/options.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/yaml/netplanyaml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::cloudinit
{

using yaml::Entry;
using yaml::Node;

namespace
{

bool isV6(const QString &text)
{
    return text.contains(u':');
}

/// _normalize_net_keys(): the prefix stands behind the address, in a key of its own, or is 24 or 64.
std::optional<IpNetwork> networkOf(const Node &node, const QString &text)
{
    const auto prefixOf = [](const QString &mask) {
        bool isNumber = false;
        const int number = mask.toInt(&isNumber);
        return isNumber ? number : ifcfg::prefixFromNetmask(mask).value_or(-1);
    };
    int prefix = isV6(text) ? 64 : 24;
    if (text.contains(u'/'))
        prefix = prefixOf(text.section(u'/', 1));
    else if (const QString key = node.at(u"prefix").scalar; !key.isEmpty())
        prefix = prefixOf(key);
    else if (const QString mask = node.at(u"netmask").scalar; !mask.isEmpty())
        prefix = prefixOf(mask);
    return IpNetwork::fromString(text.section(u'/', 0, 0) + u'/' + QString::number(prefix));
}

/// "a b" or [a, b].
QStringList listOf(const Node &node)
{
    return node.strings().join(u' ').split(u' ', Qt::SkipEmptyParts);
}

void addRoute(const Node &route, IpConfig *ipv4, IpConfig *ipv6)
{
    const QString text = route.contains(u"destination") ? route.at(u"destination").scalar : route.at(u"network").scalar;
    const auto target = networkOf(route, text);
    const auto gateway = IpAddress::fromString(route.at(u"gateway").scalar);
    if (!target)
        return;
    IpConfig &ip = isV6(text) ? *ipv6 : *ipv4;
    const auto metric = route.at(u"metric").number();
    if (target->prefix > 0) {
        ip.routes.append({*target, gateway, metric});
    } else if (gateway && ip.gateway.isEmpty()) {
        ip.gateway = *gateway;
        ip.metric = metric;
    }
}

void addServers(const QStringList &servers, IpConfig *ipv4, IpConfig *ipv6)
{
    for (const QString &text : servers) {
        if (const auto server = IpAddress::fromString(text))
            (isV6(text) ? ipv6 : ipv4)->dns.append(*server);
    }
}

void readSubnets(const Node &device, IpConfig *ipv4, IpConfig *ipv6)
{
    for (const Node &subnet : device.at(u"subnets").items) {
        const QString type = subnet.at(u"type").scalar;
        const QString text = subnet.at(u"address").scalar;
        IpConfig &ip = isV6(text) || type.endsWith(u'6') || type.startsWith(u"ipv6") ? *ipv6 : *ipv4;
        if (type.startsWith(u"static")) {
            if (ip.method != IpMethod::Auto)
                ip.method = IpMethod::Manual;
            if (const auto address = networkOf(subnet, text))
                ip.addresses.append(*address);
            if (const auto gateway = IpAddress::fromString(subnet.at(u"gateway").scalar);
                gateway && ip.gateway.isEmpty()) {
                ip.gateway = *gateway;
                ip.metric = subnet.at(u"metric").number();
            }
        } else if (type != u"manual") {
            ip.method = IpMethod::Auto; // dhcp, dhcp4, dhcp6, ipv6_slaac, …
            ip.metric = subnet.at(u"metric").number();
        }
        addServers(listOf(subnet.at(u"dns_nameservers")), ipv4, ipv6);
        ipv4->search += listOf(subnet.at(u"dns_search"));
        for (const Node &route : subnet.at(u"routes").items)
            addRoute(route, ipv4, ipv6);
    }
}

bool reaches(const IpConfig &ip, const IpAddress &gateway)
{
    const IpNetworks networks = ip.networks();
    return std::any_of(networks.cbegin(), networks.cend(),
                       [&gateway](const IpNetwork &network) { return network.contains(gateway); });
}

/// Routes and name servers that stand beside the devices: a route goes where its gateway is, name servers that name no
/// interface belong to all of them. @param isBond and not a VLAN on it
void readBeside(const Node &config, const QString &name, bool isBond, IpConfig *ipv4, IpConfig *ipv6)
{
    for (const Node &other : config.items) {
        const QString type = other.at(u"type").scalar;
        const auto gateway = IpAddress::fromString(other.at(u"gateway").scalar);
        if (type == u"route" && gateway && (reaches(*ipv4, *gateway) || reaches(*ipv6, *gateway)))
            addRoute(other, ipv4, ipv6);
        const QString interface = other.at(u"interface").scalar;
        const bool isEverybodys = isBond && interface.isEmpty()
            && (ipv4->method != IpMethod::Disabled || ipv6->method != IpMethod::Disabled);
        if (type != u"nameserver" || (interface != name && !isEverybodys))
            continue;
        addServers(listOf(other.at(u"address")), ipv4, ipv6);
        ipv4->search += listOf(other.at(u"search"));
    }
}

/// "bond-lacp_rate", "bond_miimon": the options bear their kernel names.
QString optionName(const QString &parameter)
{
    const QString name = QString(parameter).replace(u'-', u'_');
    constexpr QStringView prefix = u"bond_";
    return name.startsWith(prefix) ? name.sliced(prefix.size()) : name;
}

void readParameters(const Node &parameters, BondPlan *plan)
{
    for (const Entry &parameter : parameters.entries) {
        const QString name = optionName(parameter.key);
        const QString text = listOf(parameter.value).join(u',');
        const OptionSpec *spec = findOption(name);
        if (name == u"mode")
            plan->mode = modeFromText(text).value_or(Mode::BalanceRr);
        else if (spec && spec->scope == OptionScope::Bond)
            plan->options.insert(spec->name, canonicalValue(*spec, text).value_or(text));
    }
}

/// Of the NIC by that name, which cloud-init calls so by its address.
MacAddress macOfNic(const QString &nic, const Node &config)
{
    for (const Node &device : config.items) {
        if (device.at(u"type").scalar == u"physical" && device.at(u"name").scalar == nic)
            return MacAddress::fromString(device.at(u"mac_address").scalar);
    }
    return {};
}

BondPlan bondOf(const Node &device, const Node &config)
{
    BondPlan plan;
    plan.name = device.at(u"name").scalar;
    plan.mtu = device.at(u"mtu").number();
    plan.mac = BondMac(MacAddress::fromString(device.at(u"mac_address").scalar));
    for (const QString &nic : device.at(u"bond_interfaces").strings())
        plan.slaves.append({nic, macOfNic(nic, config), {}, {}});
    readParameters(device.at(u"params"), &plan);
    readSubnets(device, &plan.ipv4, &plan.ipv6);
    readBeside(config, plan.name, true, &plan.ipv4, &plan.ipv6);
    for (const Node &other : config.items) {
        if (other.at(u"type").scalar != u"vlan" || other.at(u"vlan_link").scalar != plan.name)
            continue;
        VlanPlan vlan;
        vlan.id = quint16(other.at(u"vlan_id").number().value_or(0));
        const QString name = other.at(u"name").scalar;
        if (name != u"%1.%2"_s.arg(plan.name).arg(vlan.id))
            vlan.name = name;
        vlan.mtu = other.at(u"mtu").number();
        readSubnets(other, &vlan.ipv4, &vlan.ipv6);
        readBeside(config, name, false, &vlan.ipv4, &vlan.ipv6);
        plan.vlans.append(vlan);
    }
    return plan;
}

void nameOthers(const Node &node, const QStringList &known, const QString &place, QList<Finding> *findings)
{
    for (const Entry &entry : node.entries) {
        if (!known.contains(entry.key))
            findings->append(netplan::leftFinding(place, entry.key));
    }
}

} // namespace

QList<BondPlan> bondsOfVersion1(const Node &config)
{
    QList<BondPlan> plans;
    for (const Node &device : config.items) {
        if (device.at(u"type").scalar == u"bond")
            plans.append(bondOf(device, config));
    }
    return plans;
}

QList<Finding> leftOfVersion1(const BondPlan &plan, const Node &config)
{
    static const QStringList ofDevice{u"type"_s,   u"name"_s,    u"mac_address"_s, u"mtu"_s,    u"bond_interfaces"_s,
                                      u"params"_s, u"subnets"_s, u"vlan_link"_s,   u"vlan_id"_s};
    static const QStringList ofSubnet{u"type"_s,   u"address"_s,         u"netmask"_s,    u"prefix"_s, u"gateway"_s,
                                      u"metric"_s, u"dns_nameservers"_s, u"dns_search"_s, u"routes"_s, u"broadcast"_s};
    QList<Finding> findings;
    for (const Node &device : config.items) {
        const QString name = device.at(u"name").scalar;
        const bool isVlan = device.at(u"type").scalar == u"vlan" && device.at(u"vlan_link").scalar == plan.name;
        const bool isPort = device.at(u"type").scalar == u"physical" && plan.slaveByName(name);
        const bool isOurs = isVlan || isPort || (device.at(u"type").scalar == u"bond" && name == plan.name);
        if (!isOurs)
            continue;
        QStringList known = ofDevice;
        if (isPort && device.at(u"mtu").number() != plan.mtu)
            known.removeAll(u"mtu"_s); // a port's MTU is the bond's, in a plan
        nameOthers(device, known, name, &findings);
        for (const Node &subnet : device.at(u"subnets").items)
            nameOthers(subnet, ofSubnet, name + u".subnets"_s, &findings);
        for (const Entry &parameter : device.at(u"params").entries) {
            const OptionSpec *spec = findOption(optionName(parameter.key));
            if (!spec || spec->scope != OptionScope::Bond)
                findings.append(netplan::leftFinding(name + u".params"_s, parameter.key));
        }
    }
    return findings;
}

} // namespace bondwright::formats::cloudinit
