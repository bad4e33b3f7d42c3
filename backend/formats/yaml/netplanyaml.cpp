// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/yaml/netplanyaml.h"

#include "domain/errorcode.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "formats/arpcarrier.h"
#include "formats/findinglist.h"
#include "formats/networkd/networkip.h"
#include "formats/planmac.h"
#include "formats/spelling.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// The YAML that netplan and cloud-init (network config version 2) have in common.
namespace bondwright::formats::netplan
{

using yaml::Entry;
using yaml::Node;

namespace
{

bool isV6(const QString &text)
{
    return text.contains(u':');
}

Entry entry(const QString &key, const Node &value)
{
    return {key, value, 0, 0};
}

/// Of the bond, and of the VLANs whose addresses may be the ones.
Entry waitingEntry(const BondPlan &plan, bool isByNetworkd)
{
    const bool isNeeded = isByNetworkd && needsAddressForCarrier(plan);
    return entry(u"ignore-carrier"_s, isNeeded ? Node::ofBool(true) : Node());
}

/// An address with a label is a mapping of one.
QString addressText(const Node &item)
{
    return item.kind == Node::Kind::Map && !item.entries.isEmpty() ? item.entries.first().key : item.scalar;
}

Node nameserversNode(const IpConfig &ipv4, const IpConfig &ipv6)
{
    Node node;
    QStringList domains = ipv4.search + ipv6.search;
    domains.removeDuplicates();
    if (const QStringList servers = ipv4.dns.texts() + ipv6.dns.texts(); !servers.isEmpty())
        node.set(u"addresses"_s, Node::ofStrings(servers));
    if (!domains.isEmpty())
        node.set(u"search"_s, Node::ofStrings(domains));
    return node;
}

void readParameters(const Node &parameters, const std::function<QString(const QString &)> &nicOf, BondPlan *plan,
                    QList<Finding> *findings)
{
    static const QMap<QString, QString> otherNames{{u"all-members-active"_s, u"all-slaves-active"_s},
                                                   {u"packets-per-member"_s, u"packets-per-slave"_s},
                                                   {u"gratuitious-arp"_s, u"gratuitous-arp"_s}};
    plan->mode = modeFromName(parameters.at(u"mode").scalar).value_or(Mode::BalanceRr);
    for (const Entry &parameter : parameters.entries) {
        const QString key = otherNames.value(parameter.key, parameter.key);
        const OptionSpec *spec = findOption(FileFormat::Netplan, key);
        const QString text = parameter.value.strings().join(u' ');
        if (!spec || spec->name == u"mode" || text.isEmpty())
            continue;
        const auto value
            = spec->name == u"primary" ? std::optional(nicOf(text)) : kernelValue(*spec, FileFormat::Netplan, text);
        const bool isPassedOn = value && !value->isEmpty() && acceptsMode(*spec, plan->mode)
            && (!spellingOf(*spec, FileFormat::Netplan)->onlyWhereItActs || actsInMode(*spec, plan->mode));
        if (isPassedOn)
            plan->options.insert(spec->name, *value);
        else
            findings->append(finding(Severity::Warning, u"netplan.value"_s,
                                     u"bonds.%1.parameters.%2"_s.arg(plan->name, key),
                                     QCoreApplication::translate("formats", "“%1: %2” does nothing in mode %3.")
                                         .arg(key, text.left(40), kernelName(plan->mode))));
    }
    if (!plan->options.monitorsByArp()) {
        plan->options.remove(u"arp_interval"_s);
        plan->options.remove(u"arp_ip_target"_s);
    }
    plan->options.settleDelays();
}

} // namespace

IpPair readIp(const Node &definition)
{
    IpPair ip;
    const auto flag = [&](QStringView key) { return definition.at(key).boolean().value_or(false); };
    for (const Node &item : definition.at(u"addresses").items) {
        const QString text = addressText(item);
        if (const auto address = IpNetwork::fromString(text))
            (isV6(text) ? ip.ipv6 : ip.ipv4).addresses.append(*address);
    }
    readRoutes(definition, &ip);
    QStringList linkLocal = definition.at(u"link-local").strings();
    if (!definition.contains(u"link-local"))
        linkLocal = QStringList(u"ipv6"_s);
    const bool takesRouters = definition.at(u"accept-ra").boolean().value_or(linkLocal.contains(u"ipv6"));
    ip.ipv4.method = networkd::methodOf(flag(u"dhcp4"), !ip.ipv4.addresses.isEmpty(), linkLocal.contains(u"ipv4"));
    ip.ipv6.method
        = networkd::methodOf(takesRouters || flag(u"dhcp6"), !ip.ipv6.addresses.isEmpty(), linkLocal.contains(u"ipv6"));
    if (ip.ipv4.method == IpMethod::Auto)
        ip.ipv4.metric = definition.at({u"dhcp4-overrides"_s, u"route-metric"_s}).number();
    for (const QString &text : definition.at({u"nameservers"_s, u"addresses"_s}).strings()) {
        const auto server = IpAddress::fromString(text);
        WrittenList<IpAddress> &dns = isV6(text) ? ip.ipv6.dns : ip.ipv4.dns;
        // libnetplan reads a definition once more for each that it names and that stands behind it.
        if (server && !dns.contains(*server))
            dns.append(*server);
    }
    ip.ipv4.search = definition.at({u"nameservers"_s, u"search"_s}).strings();
    ip.ipv4.search.removeDuplicates();
    return ip;
}

Node changedAddresses(const Node &definition, Node wanted)
{
    for (Node &item : wanted.items) {
        for (const Node &present : definition.at(u"addresses").items) {
            if (Written<IpNetwork>(addressText(present)) == Written<IpNetwork>(item.scalar))
                item = present;
        }
    }
    return wanted;
}

QList<Entry> ipEntries(const IpConfig &ipv4, const IpConfig &ipv6)
{
    QStringList linkLocal;
    if (ipv4.method == IpMethod::LinkLocal)
        linkLocal.append(u"ipv4"_s);
    if (ipv6.method != IpMethod::Disabled)
        linkLocal.append(u"ipv6"_s);
    Node overrides;
    if (ipv4.method == IpMethod::Auto && ipv4.metric)
        overrides.set(u"route-metric"_s, Node::ofNumber(*ipv4.metric));
    const QStringList addresses = ipv4.addresses.texts() + ipv6.addresses.texts();
    return {entry(u"addresses"_s, addresses.isEmpty() ? Node() : Node::ofStrings(addresses)),
            entry(u"dhcp4"_s, ipv4.method == IpMethod::Auto ? Node::ofBool(true) : Node()),
            entry(u"dhcp4-overrides"_s, overrides),
            entry(u"dhcp6"_s, Node()),
            entry(u"accept-ra"_s, Node::ofBool(ipv6.method == IpMethod::Auto)),
            entry(u"link-local"_s, Node::ofStrings(linkLocal, true)),
            entry(u"gateway4"_s, Node()),
            entry(u"gateway6"_s, Node()),
            entry(u"routes"_s, routesNode({ipv4, ipv6})),
            entry(u"nameservers"_s, nameserversNode(ipv4, ipv6))};
}

BondPlan readBond(const QString &name, const Node &network, const std::function<QString(const QString &)> &nicOf,
                  QList<Finding> *findings)
{
    const Node &definition = network.at({u"bonds"_s, name});
    BondPlan plan;
    plan.name = name;
    for (const QString &id : definition.at(u"interfaces").strings()) {
        if (const QString nic = nicOf(id); !nic.isEmpty())
            plan.slaves.append({nic, {}, {}, {}});
    }
    readParameters(definition.at(u"parameters"), nicOf, &plan, findings);
    plan.mac = BondMac(MacAddress::fromString(definition.at(u"macaddress").scalar));
    plan.mtu = definition.at(u"mtu").number();
    const IpPair ip = readIp(definition);
    plan.ipv4 = ip.ipv4;
    plan.ipv6 = ip.ipv6;
    plan.autoconnect = !definition.contains(u"activation-mode");
    for (const Entry &vlan : network.at(u"vlans").entries) {
        if (vlan.value.at(u"link").scalar != name)
            continue;
        VlanPlan found;
        found.id = quint16(vlan.value.at(u"id").number().value_or(0));
        if (vlan.key != u"%1.%2"_s.arg(name).arg(found.id))
            found.name = vlan.key;
        found.mtu = vlan.value.at(u"mtu").number();
        const IpPair on = readIp(vlan.value);
        found.ipv4 = on.ipv4;
        found.ipv6 = on.ipv6;
        plan.vlans.append(found);
    }
    return plan;
}

QList<Entry> bondEntries(const BondPlan &plan, const std::function<QString(const QString &)> &idOf,
                         const Program &program, bool isByNetworkd, QList<Finding> *findings)
{
    Node parameters;
    for (const SpelledOption &option : spelledOptions(plan, FileFormat::Netplan, program, findings)) {
        if (isByNetworkd && !spellingOf(*option.spec, FileFormat::Networkd)) {
            findings->append(
                finding(Severity::Error, errorcode::optionUnsaid, u"options."_s + option.spec->name,
                        QCoreApplication::translate("formats", "%1 cannot set “%2” to “%3” in this mode.")
                            .arg(u"systemd-networkd"_s, option.spec->name, plan.options.value(option.spec->name)),
                        QCoreApplication::translate("formats", "Leave it out, or take another format.")));
            continue;
        }
        const bool isList = option.spec->kind == OptionKind::Ip4List;
        const QString text = option.spec->kind == OptionKind::IfName ? idOf(option.value) : option.value;
        parameters.set(option.key, isList ? Node::ofStrings(text.split(u' ')) : Node::ofScalar(text));
    }
    nameUnsaidSlaveOptions(plan, FileFormat::Netplan, program.name, findings);
    QStringList ids;
    for (const SlavePlan &slave : plan.slaves)
        ids.append(idOf(slave.name));
    const MacAddress mac = fixedMac(plan).value_or(MacAddress());
    QList<Entry> entries{entry(u"interfaces"_s, Node::ofStrings(ids, true)),
                         entry(u"parameters"_s, parameters),
                         entry(u"macaddress"_s, mac.isEmpty() ? Node() : Node::ofScalar(mac.toString())),
                         entry(u"mtu"_s, plan.mtu ? Node::ofNumber(*plan.mtu) : Node()),
                         entry(u"activation-mode"_s, plan.autoconnect ? Node() : Node::ofScalar(u"manual"_s)),
                         waitingEntry(plan, isByNetworkd)};
    return entries + ipEntries(plan.ipv4, plan.ipv6);
}

QList<Entry> vlanEntries(const BondPlan &plan, const VlanPlan &vlan, bool isByNetworkd)
{
    const QList<Entry> entries{entry(u"id"_s, Node::ofNumber(vlan.id)), entry(u"link"_s, Node::ofScalar(plan.name)),
                               entry(u"mtu"_s, vlan.mtu ? Node::ofNumber(*vlan.mtu) : Node()),
                               waitingEntry(plan, isByNetworkd)};
    return entries + ipEntries(vlan.ipv4, vlan.ipv6);
}

QString bridgeOf(const QString &interface, const Node &network)
{
    for (const Entry &bridge : network.at(u"bridges").entries) {
        if (bridge.value.at(u"interfaces").strings().contains(interface))
            return bridge.key;
    }
    return {};
}

Finding leftFinding(const QString &definition, const QString &key)
{
    return finding(Severity::Warning, u"migration.left-behind"_s, definition,
                   QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.")
                       .arg(definition + u'.' + key),
                   QCoreApplication::translate("formats", "Set it again by hand if it is needed."));
}

void nameLeftOfIp(const QString &definition, const Node &node, QList<Finding> *findings)
{
    static const QStringList ofRoutes{u"to"_s, u"via"_s, u"metric"_s};
    for (const Node &address : node.at(u"addresses").items) {
        for (const Entry &labelled : address.entries) {
            for (const Entry &option : labelled.value.entries)
                findings->append(leftFinding(definition + u".addresses."_s + labelled.key, option.key));
        }
    }
    for (const Node &route : node.at(u"routes").items) {
        const QString place = definition + u".routes."_s + route.at(u"to").scalar;
        for (const Entry &entry : route.entries) {
            const bool isUsual
                = ofRoutes.contains(entry.key) || (entry.key == u"scope" && entry.value.scalar == u"link");
            if (!isUsual)
                findings->append(leftFinding(place, entry.key));
        }
        // The metric of a default route is the DHCP client's as well, in a plan.
        const auto ofDhcp = node.at({u"dhcp4-overrides"_s, u"route-metric"_s}).number();
        if (isDefaultRoute(route.at(u"to").scalar) && node.at(u"dhcp4").boolean().value_or(false)
            && route.contains(u"metric") && route.at(u"metric").number() != ofDhcp)
            findings->append(leftFinding(place, u"metric"_s));
    }
    if (node.at(u"dhcp6").boolean().value_or(false) && !node.at(u"accept-ra").boolean().value_or(true))
        findings->append(leftFinding(definition, u"accept-ra"_s));
}

Node wholeNetwork(const BondPlan &plan, const std::function<QString(const QString &)> &idOf,
                  const std::function<Node(const SlavePlan &)> &nicNodeOf, const Program &program, bool isByNetworkd,
                  QList<Finding> *findings)
{
    Node nics;
    for (const SlavePlan &slave : plan.slaves)
        nics.set(idOf(slave.name), nicNodeOf(slave));
    Node vlans;
    for (const VlanPlan &vlan : plan.vlans)
        vlans.set(vlan.interfaceName(plan.name), Node::ofMap(vlanEntries(plan, vlan, isByNetworkd)));
    const Node bonds
        = Node::ofMap({entry(plan.name, Node::ofMap(bondEntries(plan, idOf, program, isByNetworkd, findings)))});
    return Node::ofMap({entry(u"version"_s, Node::ofNumber(2)), entry(u"ethernets"_s, nics), entry(u"bonds"_s, bonds),
                        entry(u"vlans"_s, vlans)});
}

} // namespace bondwright::formats::netplan
