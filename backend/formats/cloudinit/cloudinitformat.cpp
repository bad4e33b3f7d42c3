// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/cloudinit/cloudinitformat.h"

#include "domain/macaddress.h"
#include "domain/options.h"
#include "formats/bridgeport.h"
#include "formats/cloudinit/version1.h"
#include "formats/findinglist.h"
#include "formats/planmac.h"
#include "formats/vlanport.h"
#include "formats/yaml/netplanchange.h"
#include "formats/yaml/netplanyaml.h"
#include "formats/yaml/yamledit.h"

#include <QCoreApplication>

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
    const Node &nic = network.at({u"ethernets"_s, id});
    if (const QString name = nic.at(u"set-name").scalar; !name.isEmpty())
        return name;
    const MacAddress mac = MacAddress::fromString(nic.at({u"match"_s, u"macaddress"_s}).scalar);
    return mac.isEmpty() ? id : snapshot.nicNames.value(mac, id);
}

/// The definition of a NIC; the NIC's own name where there is none yet.
QString idOf(const Node &network, const QString &nic, const FileSnapshot &snapshot)
{
    for (const Entry &definition : network.at(u"ethernets").entries) {
        if (nicOf(network, definition.key, snapshot) == nic)
            return definition.key;
    }
    return nic;
}

BridgeOf bridgesIn(const Node &network, const QString &path)
{
    return [&network, path](const QString &port) -> std::optional<Bridge> {
        QString bridge = netplan::bridgeOf(port, network);
        for (const Node &device : network.at(u"config").items) {
            if (device.at(u"type").scalar == u"bridge" && device.at(u"bridge_interfaces").strings().contains(port))
                bridge = device.at(u"name").scalar;
        }
        return bridge.isEmpty() ? std::nullopt : std::optional(Bridge{bridge, path});
    };
}

VlanPlace vlansIn(const Node &network, const QString &path)
{
    return [&network, path](const QString &port) -> std::optional<QString> {
        bool isVlan = !network.at({u"vlans"_s, port}).isNull();
        for (const Node &device : network.at(u"config").items)
            isVlan = isVlan || (device.at(u"type").scalar == u"vlan" && device.at(u"name").scalar == port);
        return isVlan ? std::optional(path) : std::nullopt;
    };
}

QList<BondPlan> bondsOfVersion2(const Node &network, const FileSnapshot &snapshot, QList<Finding> *findings)
{
    QList<BondPlan> plans;
    for (const Entry &bond : network.at(u"bonds").entries) {
        const auto name = [&](const QString &id) { return nicOf(network, id, snapshot); };
        BondPlan plan = netplan::readBond(bond.key, network, name, findings);
        for (SlavePlan &slave : plan.slaves) {
            for (const Entry &nic : network.at(u"ethernets").entries) {
                if (name(nic.key) == slave.name)
                    slave.mac = MacAddress::fromString(nic.value.at({u"match"_s, u"macaddress"_s}).scalar);
            }
        }
        netplan::nameForeignRoutes(bond.value, u"cloudinit"_s, {}, findings);
        for (const VlanPlan &vlan : plan.vlans)
            netplan::nameForeignRoutes(network.at({u"vlans"_s, vlan.interfaceName(plan.name)}), u"cloudinit"_s, {},
                                       findings);
        nameBridges(plan, u"cloudinit.bridge"_s, bridgesIn(network, {}), findings);
        nameVlanPorts(plan, u"cloudinit.vlan-port"_s, vlansIn(network, {}), findings);
        plans.append(plan);
    }
    return plans;
}

/// Options that network_state.py knows by netplan's word (NET_CONFIG_TO_V2), since 22.4 at the latest. Any other stops it,
/// unless it hands all on to netplan unread. Up to 26 it does not know "arp-ip-targets".
bool isReadByItself(const QString &option)
{
    static const QStringList known{u"mode"_s,          u"miimon"_s,          u"updelay"_s,   u"downdelay"_s,
                                   u"arp_interval"_s,  u"arp_validate"_s,    u"primary"_s,   u"primary_reselect"_s,
                                   u"fail_over_mac"_s, u"num_grat_arp"_s,    u"lacp_rate"_s, u"ad_select"_s,
                                   u"min_links"_s,     u"xmit_hash_policy"_s};
    return known.contains(option);
}

bool hasOnLinkRoute(const IpConfig &ip)
{
    return std::any_of(ip.routes.cbegin(), ip.routes.cend(), [](const IpRoute &r) { return r.gateway.isEmpty(); });
}

bool hasMetric(const IpConfig &ip)
{
    return (ip.metric && !ip.gateway.isEmpty())
        || std::any_of(ip.routes.cbegin(), ip.routes.cend(), [](const IpRoute &r) { return r.metric.has_value(); });
}

/// netplan gets the file as it is; for any other service cloud-init makes files of its own from a part of it.
class NetplanOnly
{
public:
    explicit NetplanOnly(QList<Finding> *findings)
        : m_findings(findings)
    {
    }

    void judge(const BondPlan &plan)
    {
        for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
            const OptionSpec *spec = findOption(it.key());
            if (spec && spellingOf(*spec, FileFormat::Netplan) && !isReadByItself(spec->name))
                stops(u"options."_s + spec->name, spec->name);
        }
        if (!plan.mac.isEmpty())
            isLost(u"mac"_s);
        judge({}, plan.ipv4, plan.ipv6);
        for (qsizetype i = 0; i < plan.vlans.size(); ++i)
            judge(u"vlans[%1]."_s.arg(i), plan.vlans.at(i).ipv4, plan.vlans.at(i).ipv6);
    }

private:
    void judge(const QString &place, const IpConfig &ipv4, const IpConfig &ipv6)
    {
        // Routes hang on addresses there, or on DHCP.
        const bool takesRoutes
            = !ipv4.addresses.isEmpty() || !ipv6.addresses.isEmpty() || ipv4.method == IpMethod::Auto;
        for (const auto &[family, ip] : {std::pair(u"ipv4"_s, &ipv4), std::pair(u"ipv6"_s, &ipv6)}) {
            if (hasOnLinkRoute(*ip))
                stops(place + family + u".routes"_s, QCoreApplication::translate("formats", "a route without gateway"));
            else if (!takesRoutes && (!ip->routes.isEmpty() || !ip->gateway.isEmpty()))
                isLost(place + family + u".routes"_s);
            else if (hasMetric(*ip))
                isLost(place + family + u".metric"_s);
        }
    }

    void stops(const QString &field, const QString &what)
    {
        m_findings->append(
            finding(Severity::Warning, u"cloudinit.stops"_s, field,
                    QCoreApplication::translate(
                        "formats", "With “%1”, cloud-init sets up no network at all on a host without netplan.")
                        .arg(what),
                    QCoreApplication::translate("formats", "Leave it out, or look whether the image has netplan.")));
    }

    void isLost(const QString &field)
    {
        m_findings->append(finding(
            Severity::Warning, u"cloudinit.not-handed-on"_s, field,
            QCoreApplication::translate("formats", "On a host without netplan cloud-init does not hand this on."),
            QCoreApplication::translate("formats", "Look whether the image has netplan.")));
    }

    QList<Finding> *m_findings;
};

/// stages.py, _find_networking_config(): all files are merged, and of "config" the last one counts.
/// @return the file that switches the network off; empty: none
QString switchedOffBy(const FileSnapshot &snapshot)
{
    QString by;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        const auto root = it.key().endsWith(u".cfg") ? yaml::parse(it->content) : Result<Node>(Node());
        const Node config = root ? root->at({u"network"_s, u"config"_s}) : Node();
        if (!config.isNull())
            by = config.scalar == u"disabled" ? it.key() : QString();
    }
    return by;
}

bool isVersion1(const Node &network)
{
    return network.at(u"version").scalar == u"1";
}

bool isIdentity(const QString &key)
{
    return key == u"match" || key == u"set-name";
}

/// @param present what else tells which NIC it is, and stays
Node matchOf(const SlavePlan &slave, const Node &present = {})
{
    if (slave.mac.isEmpty())
        return present;
    return present.with({u"macaddress"_s}, Node::ofScalar(slave.mac.value().toString()));
}

MacAddress macOf(const Node &network, const QString &id)
{
    return MacAddress::fromString(network.at({u"ethernets"_s, id, u"match"_s, u"macaddress"_s}).scalar);
}

/// Whether a definition other than the bond's names it: a VLAN its link, a bridge its ports.
bool isNamed(const QString &id, const Node &network, const QString &bond)
{
    for (const Entry &kind : network.entries) {
        for (const Entry &definition : kind.value.entries) {
            const bool isOfBond = kind.key == u"bonds" && definition.key == bond;
            const bool names = definition.value.at(u"link").scalar == id
                || definition.value.at(u"interfaces").strings().contains(id);
            if (names && !isOfBond)
                return true;
        }
    }
    return false;
}

/// Whether a NIC does more by itself than to be there: as a port it would go on doing so.
bool hasNetworkOfItsOwn(const Node &nic)
{
    static const QStringList keys{u"addresses"_s, u"dhcp4"_s,    u"dhcp6"_s,    u"routes"_s,
                                  u"accept-ra"_s, u"gateway4"_s, u"gateway6"_s, u"link-local"_s};
    const auto isSaid = [](const Node &value) {
        const bool isEmpty = value.kind == Node::Kind::List ? value.items.isEmpty() : value.isNull();
        return !isEmpty && value.boolean().value_or(true);
    };
    return std::any_of(keys.cbegin(), keys.cend(), [&](const QString &key) { return isSaid(nic.at(key)); });
}

/// What the definitions of the ports have to say.
Result<QList<netplan::Setting>> portSettings(const BondPlan &plan, const BondPlan &old, const Node &network,
                                             const FileSnapshot &snapshot)
{
    QList<netplan::Setting> settings;
    for (const SlavePlan &slave : old.slaves) {
        const QString id = idOf(network, slave.name, snapshot);
        if (!plan.slaveByName(slave.name) && !isNamed(id, network, plan.name))
            settings.append({{u"ethernets"_s, id}, Node()});
    }
    for (const SlavePlan &slave : plan.slaves) {
        if (old.slaves.contains(slave))
            continue;
        const QStringList definition{u"ethernets"_s, idOf(network, slave.name, snapshot)};
        const Node &present = network.at(definition);
        if (!old.slaveByName(slave.name) && hasNetworkOfItsOwn(present))
            return fail(u"format.shared-file"_s,
                        QCoreApplication::translate("formats", "“%1” has a configuration of its own in this file.")
                            .arg(slave.name),
                        QCoreApplication::translate("formats", "Take it out first."));
        if (present.kind == Node::Kind::Map && macOf(network, definition.last()) != slave.mac.value())
            settings.append({definition + QStringList(u"match"_s), matchOf(slave, present.at(u"match"))});
        else if (present.kind != Node::Kind::Map)
            settings.append({definition, Node::ofMap({{u"match"_s, matchOf(slave), 0, 0}})});
    }
    return settings;
}

/// @param network as the text has it
Result<QByteArray> withSettings(const QByteArray &text, const Node &network, const QList<netplan::Setting> &settings)
{
    Node rest = network;
    for (const netplan::Setting &setting : settings)
        rest = rest.with(setting.path, setting.value);
    yaml::Editor editor(text);
    for (const netplan::Setting &setting : settings) {
        // netplan takes none of a file that names what is not there.
        if (setting.path.size() == 2 && setting.value.isNull() && isNamed(setting.path.last(), rest, {}))
            return fail(u"format.shared-file"_s,
                        QCoreApplication::translate("formats",
                                                    "Other entries name “%1” (a bridge, a VRF, a tunnel, …): change "
                                                    "them first.")
                            .arg(setting.path.last()));
        if (auto done = netplan::setIn(&editor, setting); !done)
            return tl::unexpected(done.error());
    }
    return editor.text();
}

Finding switchedOff(Severity severity, const QString &path)
{
    return finding(
        severity, u"cloudinit.switched-off"_s, path,
        QCoreApplication::translate("formats",
                                    "cloud-init sets up no network here: bonds in its files are not in force."),
        QCoreApplication::translate("formats", "Take “config: disabled” out of this file if they are to be."));
}

} // namespace

Reading CloudInitFormat::readFiles(const FileSnapshot &snapshot) const
{
    const Reading reading = WholeFileFormat::readFiles(snapshot);
    const QString off = reading.bonds.isEmpty() ? QString() : switchedOffBy(snapshot);
    return off.isEmpty() ? reading : Reading{{}, {switchedOff(Severity::Advice, off)}};
}

Result<Rendering> CloudInitFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    auto rendering = WholeFileFormat::render(plan, snapshot);
    const QString off = rendering ? switchedOffBy(snapshot) : QString();
    if (!off.isEmpty())
        rendering->findings.append(switchedOff(Severity::Warning, off));
    return rendering;
}

QString CloudInitFormat::ownPath(const QString &bond) const
{
    return u"/etc/cloud/cloud.cfg.d/90-%1-network.cfg"_s.arg(bond);
}

Node CloudInitFormat::document(const BondPlan &plan, QList<Finding> *findings) const
{
    const auto same = [](const QString &nic) { return nic; };
    const auto nicOfSlave = [](const SlavePlan &slave) { return Node::ofMap({{u"match"_s, matchOf(slave), 0, 0}}); };
    NetplanOnly(findings).judge(plan);
    return Node::ofMap(
        {{u"network"_s, netplan::wholeNetwork(plan, same, nicOfSlave, {program()}, false, findings), 0, 0}});
}

Result<QByteArray> CloudInitFormat::changedText(const FoundBond &found, const BondPlan &plan, const Node &document,
                                                const FileSnapshot &snapshot, QList<Finding> *losses) const
{
    const QByteArray &text = snapshot.find(found.paths.first())->content;
    const auto root = yaml::parse(text);
    const Node network = root ? root->at(u"network") : Node();
    if (isVersion1(network))
        return WholeFileFormat::changedText(found, plan, document, snapshot, losses);
    BondPlan wanted = plan;
    wanted.mac = BondMac(fixedMac(plan).value_or(MacAddress()));
    for (SlavePlan &slave : wanted.slaves) { // who does not say the address means the NIC that the file knows by it
        if (slave.mac.isEmpty())
            slave.mac = macOf(network, idOf(network, slave.name, snapshot));
    }
    const netplan::Definitions present{[&network](const QStringList &definition) { return network.at(definition); },
                                       [&network](const QStringList &entry) { return !network.at(entry).isNull(); },
                                       [&](const QString &nic) { return idOf(network, nic, snapshot); },
                                       {},
                                       {program()},
                                       false};
    QList<Finding> ofDocument; // named with it
    const auto ofPorts = portSettings(wanted, found.plan, network, snapshot);
    if (!ofPorts)
        return tl::unexpected(ofPorts.error());
    for (const netplan::Setting &setting : *ofPorts) {
        for (const Entry &entry : setting.value.isNull() ? network.at(setting.path).entries : QList<Entry>()) {
            if (setting.path.size() == 2 && !isIdentity(entry.key))
                losses->append(netplan::leftFinding(setting.path.join(u'.'), entry.key));
        }
    }
    return withSettings(text, network, *ofPorts + netplan::settingsFor(wanted, found.plan, present, &ofDocument));
}

Result<std::optional<QByteArray>> CloudInitFormat::textWithout(const FoundBond &found,
                                                               const FileSnapshot &snapshot) const
{
    const QByteArray &present = snapshot.find(found.paths.first())->content;
    const auto root = yaml::parse(present);
    const Node network = root ? root->at(u"network") : Node();
    if (isVersion1(network))
        return std::nullopt;
    QList<netplan::Setting> settings = netplan::withoutVlans(BondPlan(), found.plan);
    settings.append({{u"bonds"_s, found.plan.name}, Node()});
    for (const SlavePlan &slave : found.plan.slaves) {
        if (const QString id = idOf(network, slave.name, snapshot); !isNamed(id, network, found.plan.name))
            settings.append({{u"ethernets"_s, id}, Node()});
    }
    Node rest = *root;
    for (const netplan::Setting &setting : std::as_const(settings))
        rest = rest.with(QStringList(u"network"_s) + setting.path, setting.value);
    const bool isNothing = std::all_of(rest.entries.cbegin(), rest.entries.cend(), [](const Entry &top) {
        return top.key == u"network"
            && std::all_of(top.value.entries.cbegin(), top.value.entries.cend(), [](const Entry &entry) {
                   return entry.value.entries.isEmpty() && entry.value.items.isEmpty();
               });
    });
    if (isNothing)
        return std::nullopt;
    auto text = withSettings(present, network, settings);
    return text ? Result<std::optional<QByteArray>>(*text) : tl::unexpected(text.error());
}

QList<BondPlan> CloudInitFormat::bondsOf(const Node &document, const FileSnapshot &snapshot,
                                         QList<Finding> *findings) const
{
    const Node &network = document.at(u"network");
    if (!isVersion1(network))
        return bondsOfVersion2(network, snapshot, findings);
    const QList<BondPlan> plans = bondsOfVersion1(network.at(u"config"));
    for (const BondPlan &plan : plans) {
        nameBridges(plan, u"cloudinit.bridge"_s, bridgesIn(network, {}), findings);
        nameVlanPorts(plan, u"cloudinit.vlan-port"_s, vlansIn(network, {}), findings);
    }
    return plans;
}

QList<Finding> CloudInitFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    QList<Finding> findings;
    for (const QString &path : found.paths) {
        const FileState *file = snapshot.find(path);
        const auto root = file ? yaml::parse(file->content) : Result<Node>(Node());
        const Node &config = root ? root->at({u"network"_s, u"config"_s}) : Node();
        findings += leftOfVersion1(found.plan, config);
        if (root) {
            nameBridgesLeft(found.plan, bridgesIn(root->at(u"network"), path), &findings);
            nameVlanPortsLeft(found.plan, vlansIn(root->at(u"network"), path), &findings);
        }
        const Node &network = root ? root->at(u"network") : Node();
        netplan::nameLeftOfIp(u"bonds."_s + found.plan.name, network.at({u"bonds"_s, found.plan.name}), &findings);
        for (const VlanPlan &vlan : found.plan.vlans) {
            const QString name = vlan.interfaceName(found.plan.name);
            netplan::nameLeftOfIp(u"vlans."_s + name, network.at({u"vlans"_s, name}), &findings);
        }
        const Node &nics = network.at(u"ethernets");
        for (const Entry &nic : nics.entries) {
            // One that others use keeps its definition.
            const bool isPort = found.plan.slaveByName(nicOf(network, nic.key, snapshot))
                && !isNamed(nic.key, network, found.plan.name);
            for (const Entry &entry : isPort ? nic.value.entries : QList<Entry>()) {
                if (!isIdentity(entry.key))
                    findings.append(netplan::leftFinding(u"ethernets."_s + nic.key, entry.key));
            }
        }
    }
    return findings;
}

} // namespace bondwright::formats::cloudinit
