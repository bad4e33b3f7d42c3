// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nmstate/nmstateformat.h"

#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "formats/bridgeport.h"
#include "formats/nmstate/nmstateleft.h"
#include "formats/planmac.h"
#include "formats/spelling.h"
#include "formats/vlanonvlan.h"
#include "formats/vlanport.h"
#include "formats/yaml/foreignroutes.h"
#include "formats/yaml/netplanyaml.h"

#include <linux/rtnetlink.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nmstate
{

using yaml::Entry;
using yaml::Node;

namespace
{

Entry entry(const QString &key, const Node &value)
{
    return {key, value, 0, 0};
}

Node listOf(const QList<Node> &items)
{
    Node list;
    list.kind = items.isEmpty() ? Node::Kind::Null : Node::Kind::List;
    list.items = items;
    return list;
}

Node ipNode(const IpConfig &ip, bool isV6)
{
    if (ip.method == IpMethod::Disabled)
        return Node::ofMap({entry(u"enabled"_s, Node::ofBool(false))});
    QList<Node> addresses;
    for (const IpNetwork &network : ip.networks())
        addresses.append(Node::ofMap({entry(u"ip"_s, Node::ofScalar(network.address.toString())),
                                      entry(u"prefix-length"_s, Node::ofNumber(network.prefix))}));
    const bool isAuto = ip.method == IpMethod::Auto;
    Node node = Node::ofMap({entry(u"enabled"_s, Node::ofBool(true)), entry(u"dhcp"_s, Node::ofBool(isAuto))});
    if (isV6)
        node.set(u"autoconf"_s, Node::ofBool(isAuto));
    if (isAuto && ip.metric)
        node.set(u"auto-route-metric"_s, Node::ofNumber(*ip.metric));
    node.set(u"address"_s, listOf(addresses));
    return node;
}

void addRoutes(const QString &interface, const IpConfig &ip, bool isV6, QList<Node> *routes)
{
    const auto add = [&](const QString &destination, const QString &gateway, std::optional<quint32> metric) {
        Node route = Node::ofMap({entry(u"destination"_s, Node::ofScalar(destination)),
                                  entry(u"next-hop-interface"_s, Node::ofScalar(interface))});
        if (!gateway.isEmpty())
            route.set(u"next-hop-address"_s, Node::ofScalar(gateway));
        if (metric)
            route.set(u"metric"_s, Node::ofNumber(*metric));
        routes->append(route);
    };
    if (!ip.gateway.isEmpty())
        add(IpNetwork::any(isV6 ? IpAddress::Family::V6 : IpAddress::Family::V4).toString(), ip.gateway.text(),
            ip.metric);
    for (const IpRoute &route : ip.routes)
        add(route.destination.text(), route.gateway.text(), route.metric);
}

Node interfaceNode(const QString &name, const QString &type, std::optional<quint32> mtu, const IpConfig &ipv4,
                   const IpConfig &ipv6)
{
    return Node::ofMap({entry(u"name"_s, Node::ofScalar(name)), entry(u"type"_s, Node::ofScalar(type)),
                        entry(u"state"_s, Node::ofScalar(u"up"_s)),
                        entry(u"mtu"_s, mtu ? Node::ofNumber(*mtu) : Node()), entry(u"ipv4"_s, ipNode(ipv4, false)),
                        entry(u"ipv6"_s, ipNode(ipv6, true))});
}

Node aggregation(const BondPlan &plan, const QString &program, QList<Finding> *findings)
{
    Node options;
    for (const SpelledOption &option : spelledOptions(plan, FileFormat::Nmstate, {program}, findings)) {
        if (option.spec->name != u"mode")
            options.set(option.key, Node::ofScalar(QString(option.value).replace(u' ', u',')));
    }
    QStringList ports;
    QList<Node> configs;
    bool isSaid = false;
    for (const SlavePlan &slave : plan.slaves) {
        ports.append(slave.name);
        Node config = Node::ofMap({entry(u"name"_s, Node::ofScalar(slave.name))});
        if (slave.queueId)
            config.set(u"queue-id"_s, Node::ofNumber(*slave.queueId));
        if (slave.prio)
            config.set(u"priority"_s, Node::ofNumber(*slave.prio));
        isSaid = isSaid || slave.queueId || slave.prio;
        configs.append(config);
    }
    // nmstate refuses a bond whose two lists do not name the same ports.
    return Node::ofMap({entry(u"mode"_s, Node::ofScalar(kernelName(plan.mode))), entry(u"options"_s, options),
                        entry(u"port"_s, Node::ofStrings(ports)),
                        entry(u"ports-config"_s, isSaid ? listOf(configs) : Node())});
}

/// What DHCP or the routers gave, in a state that was shown and kept, and link-local IPv6: nmstate applies neither.
bool isIgnored(const Node &address)
{
    for (const QString &key : {u"valid-life-time"_s, u"valid-left"_s, u"valid-lft"_s}) {
        if (address.contains(key) && address.at(key).scalar != u"forever")
            return true;
    }
    const auto ip = IpAddress::fromString(address.at(u"ip").scalar);
    return ip && ip->family() == IpAddress::Family::V6 && ip->isLinkLocal();
}

IpConfig readIp(const Node &node, bool isV6)
{
    IpConfig ip;
    const auto flag = [&node](QStringView key) { return node.at(key).boolean().value_or(false); };
    for (const Node &address : node.at(u"address").items) {
        const auto network
            = IpNetwork::fromString(address.at(u"ip").scalar + u'/' + address.at(u"prefix-length").scalar);
        if (network && !isIgnored(address))
            ip.addresses.append(*network);
    }
    if (!flag(u"enabled"))
        return IpConfig();
    if (flag(u"dhcp") || flag(u"autoconf"))
        ip.method = IpMethod::Auto;
    else if (!ip.addresses.isEmpty())
        ip.method = IpMethod::Manual;
    else
        ip.method = isV6 ? IpMethod::LinkLocal : IpMethod::Disabled;
    ip.metric = node.at(u"auto-route-metric").number();
    return ip;
}

/// Those that the files want on the interface.
QList<Node> routesOf(const QString &interface, const Node &document)
{
    QList<Node> routes = document.at({u"routes"_s, u"config"_s}).items;
    routes.removeIf([&interface](const Node &route) {
        return route.at(u"next-hop-interface").scalar != interface || route.at(u"state").scalar == u"absent";
    });
    return routes;
}

bool isOfMain(const Node &route)
{
    const quint32 table = route.at(u"table-id").number().value_or(0);
    return table == 0 || table == quint32(RT_TABLE_MAIN);
}

/// As of NetworkManager, which gets it: a route with anything else is in no plan.
std::optional<IpRoute> planRoute(const Node &route)
{
    static const QStringList known{u"destination"_s, u"next-hop-address"_s, u"next-hop-interface"_s, u"metric"_s,
                                   u"state"_s,       u"table-id"_s};
    const auto target = IpNetwork::fromString(route.at(u"destination").scalar);
    const auto gateway = IpAddress::fromString(route.at(u"next-hop-address").scalar);
    const bool isUsual = std::all_of(route.entries.cbegin(), route.entries.cend(),
                                     [](const Entry &entry) { return known.contains(entry.key); });
    if (!target || !isOfMain(route) || !isUsual || (target->isAny() && !gateway))
        return std::nullopt;
    return IpRoute{*target, gateway, route.at(u"metric").number()};
}

void readRoutes(const Node &document, const QString &interface, IpConfig *ipv4, IpConfig *ipv6)
{
    for (const Node &node : routesOf(interface, document)) {
        const auto route = planRoute(node);
        const IpNetwork target = route ? *route->destination.value() : IpNetwork();
        const auto family = target.address.family();
        IpConfig &ip = family == IpAddress::Family::V6 ? *ipv6 : *ipv4;
        if (route && !target.isAny()) {
            ip.routes.append(*route);
        } else if (route
                   && (ip.gateway.isEmpty() || yaml::rankOf(family, route->metric) < yaml::rankOf(family, ip.metric))) {
            ip.gateway = route->gateway;
            ip.metric = route->metric;
        }
    }
}

QStringList interfacesOf(const BondPlan &plan)
{
    QStringList names{plan.name};
    for (const VlanPlan &vlan : plan.vlans)
        names.append(vlan.interfaceName(plan.name));
    return names;
}

/// None where the plan of its interface says it.
std::optional<yaml::WhyForeign> whyForeign(const Node &node, const BondPlan &plan)
{
    const auto route = planRoute(node);
    if (!route)
        return isOfMain(node) ? yaml::WhyForeign::Attributes : yaml::WhyForeign::Table;
    const IpNetwork &target = *route->destination.value();
    const bool isV6 = target.address.family() == IpAddress::Family::V6;
    const IpConfig *ip = isV6 ? &plan.ipv6 : &plan.ipv4;
    for (const VlanPlan &vlan : plan.vlans) {
        if (vlan.interfaceName(plan.name) == node.at(u"next-hop-interface").scalar)
            ip = isV6 ? &vlan.ipv6 : &vlan.ipv4;
    }
    const bool isGateway = ip->gateway == route->gateway && ip->metric == route->metric;
    return target.isAny() && !isGateway ? std::optional(yaml::WhyForeign::Outranked) : std::nullopt;
}

QList<Node> foreignRoutesOf(const BondPlan &plan, const Node &document)
{
    QList<Node> routes;
    for (const QString &interface : interfacesOf(plan))
        routes += routesOf(interface, document);
    routes.removeIf([&plan](const Node &route) { return !whyForeign(route, plan); });
    return routes;
}

/// They are the host's, and no plan has any.
QStringList rulesIn(const Node &document)
{
    QStringList rules;
    for (const Node &rule : document.at({u"route-rules"_s, u"config"_s}).items) {
        if (rule.at(u"state").scalar != u"absent")
            rules.append(u"route-rules "_s + yaml::routeText(rule, {}));
    }
    return rules;
}

void nameForeignRoutes(const BondPlan &plan, const Node &document, QList<Finding> *findings)
{
    for (const Node &route : foreignRoutesOf(plan, document))
        findings->append(yaml::foreignRoute(u"nmstate.foreign-route"_s, {}, yaml::routeText(route, u"destination"),
                                            *whyForeign(route, plan)));
    for (const QString &rule : rulesIn(document))
        findings->append(yaml::foreignRouting(u"nmstate.foreign-routing"_s, {}, rule));
}

/// nmstate before 2.0 calls the ports slaves; later ones take "ports" as well, and the names in their settings.
QStringList portsOf(const Node &group)
{
    for (const auto key : {"port"_L1, "ports"_L1, "slaves"_L1}) {
        if (group.contains(QString(key)))
            return group.at(QString(key)).strings();
    }
    QStringList names;
    for (const Node &config : group.at(u"ports-config").items)
        names.append(config.at(u"name").scalar);
    return names;
}

BondPlan readBond(const Node &interface, const Node &document)
{
    BondPlan plan;
    plan.name = interface.at(u"name").scalar;
    const Node &group = groupOf(interface);
    plan.mode = modeFromText(group.at(u"mode").scalar).value_or(Mode::BalanceRr);
    for (const Entry &option : group.at(u"options").entries) {
        QString value;
        if (const OptionSpec *spec = planOption(option, &value))
            plan.options.insert(spec->name, value);
    }
    for (const QString &port : portsOf(group)) {
        SlavePlan slave{port, {}, {}, {}};
        for (const Node &extra : group.at(u"ports-config").items) {
            if (extra.at(u"name").scalar != port)
                continue;
            if (const auto queue = extra.at(u"queue-id").number())
                slave.queueId = quint16(*queue);
            bool isNumber = false;
            if (const qint32 prio = extra.at(u"priority").scalar.toInt(&isNumber); isNumber)
                slave.prio = prio;
        }
        plan.slaves.append(slave);
    }
    plan.mac = BondMac(MacAddress::fromString(interface.at(u"mac-address").scalar));
    plan.mtu = interface.at(u"mtu").number();
    plan.ipv4 = readIp(interface.at(u"ipv4"), false);
    plan.ipv6 = readIp(interface.at(u"ipv6"), true);
    readRoutes(document, plan.name, &plan.ipv4, &plan.ipv6);
    for (const QString &server : document.at({u"dns-resolver"_s, u"config"_s, u"server"_s}).strings())
        (server.contains(u':') ? plan.ipv6 : plan.ipv4).dns.append(server);
    plan.ipv4.search = document.at({u"dns-resolver"_s, u"config"_s, u"search"_s}).strings();
    return plan;
}

VlanPlan readVlan(const Node &interface, const QString &bond, const Node &document)
{
    VlanPlan vlan;
    vlan.id = quint16(interface.at({u"vlan"_s, u"id"_s}).number().value_or(0));
    if (const QString name = interface.at(u"name").scalar; name != u"%1.%2"_s.arg(bond).arg(vlan.id))
        vlan.name = name;
    vlan.mtu = interface.at(u"mtu").number();
    vlan.ipv4 = readIp(interface.at(u"ipv4"), false);
    vlan.ipv6 = readIp(interface.at(u"ipv6"), true);
    readRoutes(document, interface.at(u"name").scalar, &vlan.ipv4, &vlan.ipv6);
    return vlan;
}

BridgeOf bridgesIn(const Node &document, const QString &path)
{
    return [&document, path](const QString &port) -> std::optional<Bridge> {
        for (const Node &interface : document.at(u"interfaces").items) {
            for (const Node &each : interface.at({u"bridge"_s, u"port"_s}).items) {
                if (each.at(u"name").scalar == port)
                    return Bridge{interface.at(u"name").scalar, path};
            }
        }
        return std::nullopt;
    };
}

VlanPlace vlansIn(const Node &document, const QString &path)
{
    return [&document, path](const QString &port) -> std::optional<QString> {
        for (const Node &interface : document.at(u"interfaces").items) {
            if (interface.at(u"name").scalar == port && interface.at(u"type").scalar == u"vlan")
                return path;
        }
        return std::nullopt;
    };
}

bool isVlanOn(const QString &parent, const Node &interface)
{
    return interface.at({u"vlan"_s, u"base-iface"_s}).scalar == parent && interface.at(u"state").scalar != u"absent";
}

QList<StackedVlan> vlansAbove(const QString &bond, const Node &document)
{
    return stackedVlans(bond, [&document](const QString &parent) {
        QStringList names;
        for (const Node &interface : document.at(u"interfaces").items) {
            if (isVlanOn(parent, interface))
                names.append(interface.at(u"name").scalar);
        }
        return names;
    });
}

} // namespace

QString NmstateFormat::ownPath(const QString &bond) const
{
    return u"/etc/nmstate/%1.yml"_s.arg(bond);
}

Node NmstateFormat::document(const BondPlan &plan, QList<Finding> *findings) const
{
    Node bond = interfaceNode(plan.name, u"bond"_s, plan.mtu, plan.ipv4, plan.ipv6);
    if (const MacAddress mac = fixedMac(plan).value_or(MacAddress()); !mac.isEmpty())
        bond.set(u"mac-address"_s, Node::ofScalar(mac.toString()));
    bond.set(u"link-aggregation"_s, aggregation(plan, program(), findings));
    QList<Node> interfaces{bond};
    QList<Node> routes;
    addRoutes(plan.name, plan.ipv4, false, &routes);
    addRoutes(plan.name, plan.ipv6, true, &routes);
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        Node node = interfaceNode(name, u"vlan"_s, vlan.mtu, vlan.ipv4, vlan.ipv6);
        node.set(
            u"vlan"_s,
            Node::ofMap({entry(u"base-iface"_s, Node::ofScalar(plan.name)), entry(u"id"_s, Node::ofNumber(vlan.id))}));
        interfaces.append(node);
        addRoutes(name, vlan.ipv4, false, &routes);
        addRoutes(name, vlan.ipv6, true, &routes);
    }
    Node root = Node::ofMap({entry(u"interfaces"_s, listOf(interfaces))});
    if (!routes.isEmpty())
        root.set(u"routes"_s, Node::ofMap({entry(u"config"_s, listOf(routes))}));
    Node resolver;
    if (const QStringList servers = plan.ipv4.dns.texts() + plan.ipv6.dns.texts(); !servers.isEmpty())
        resolver.set(u"server"_s, Node::ofStrings(servers));
    if (const QStringList domains = plan.ipv4.search + plan.ipv6.search; !domains.isEmpty())
        resolver.set(u"search"_s, Node::ofStrings(domains));
    if (!resolver.isNull())
        root.set(u"dns-resolver"_s, Node::ofMap({entry(u"config"_s, resolver)}));
    return root;
}

QList<BondPlan> NmstateFormat::bondsOf(const Node &document, const FileSnapshot &, QList<Finding> *findings) const
{
    QList<BondPlan> plans;
    const QList<Node> &interfaces = document.at(u"interfaces").items;
    for (const Node &interface : interfaces) {
        if (interface.at(u"type").scalar != u"bond" || interface.at(u"state").scalar == u"absent")
            continue;
        BondPlan plan = readBond(interface, document);
        for (const Node &other : interfaces) {
            if (isVlanOn(plan.name, other))
                plan.vlans.append(readVlan(other, plan.name, document));
        }
        for (const StackedVlan &vlan : vlansAbove(plan.name, document))
            findings->append(vlanOnVlan(u"nmstate.vlan-on-vlan"_s, vlan.name, vlan.parent, {}));
        nameForeignRoutes(plan, document, findings);
        nameBridges(plan, u"nmstate.bridge"_s, bridgesIn(document, {}), findings);
        nameVlanPorts(plan, u"nmstate.vlan-port"_s, vlansIn(document, {}), findings);
        plans.append(plan);
    }
    return plans;
}

bool NmstateFormat::saysMore(const Node &document, const BondPlan &plan) const
{
    static const QStringList known{u"interfaces"_s, u"routes"_s, u"route-rules"_s, u"dns-resolver"_s};
    const QStringList own = interfacesOf(plan);
    const QStringList named = own + plan.slaveNames();
    const QList<Node> &interfaces = document.at(u"interfaces").items;
    const QList<Node> routes = document.at({u"routes"_s, u"config"_s}).items;
    return std::any_of(document.entries.cbegin(), document.entries.cend(),
                       [](const Entry &entry) { return !known.contains(entry.key); })
        || std::any_of(interfaces.cbegin(), interfaces.cend(),
                       [&named](const Node &interface) { return !named.contains(interface.at(u"name").scalar); })
        || std::any_of(routes.cbegin(), routes.cend(),
                       [&own](const Node &route) { return !own.contains(route.at(u"next-hop-interface").scalar); });
}

QList<Finding> NmstateFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    QList<Finding> findings;
    for (const QString &path : found.paths) {
        const FileState *file = snapshot.find(path);
        const auto root = file ? yaml::parse(file->content) : Result<Node>(Node());
        if (root) {
            nameBridgesLeft(found.plan, bridgesIn(*root, path), &findings);
            nameVlanPortsLeft(found.plan, vlansIn(*root, path), &findings);
            for (const StackedVlan &vlan : vlansAbove(found.plan.name, *root))
                findings.append(vlanLeftAlone(vlan.name, vlan.parent, path));
        }
        for (const Node &route : root ? foreignRoutesOf(found.plan, *root) : QList<Node>())
            findings.append(netplan::leftFinding(u"routes"_s, yaml::routeText(route, u"destination")));
        for (const QString &rule : root ? rulesIn(*root) : QStringList())
            findings.append(netplan::leftFinding(u"route-rules"_s, rule.section(u' ', 1)));
        for (const Node &interface : root ? root->at(u"interfaces").items : QList<Node>())
            nameLeftOfInterface(interface, found.plan, &findings);
        const Node resolver = root ? root->at({u"dns-resolver"_s, u"config"_s}) : Node();
        for (const Entry &item : resolver.entries) {
            if (item.key != u"server" && item.key != u"search")
                findings.append(netplan::leftFinding(u"dns-resolver"_s, item.key));
        }
    }
    return findings;
}

} // namespace bondwright::formats::nmstate
