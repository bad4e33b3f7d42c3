// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/ifupdownwriter.h"

#include "formats/findinglist.h"
#include "formats/ifcfg/plantexts.h"
#include "formats/ifupdown/stanzatext.h"
#include "formats/losses.h"
#include "formats/nobond.h"
#include "formats/planmac.h"
#include "formats/spelling.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifupdown
{

namespace
{

const QString program = u"ifupdown"_s;

QStringList optionLines(const QList<SpelledOption> &options)
{
    QStringList lines;
    for (const SpelledOption &option : options)
        lines.append(option.key + u' ' + option.value);
    return lines;
}

QString slavesText(const QStringList &names)
{
    return names.isEmpty() ? u"none"_s : names.join(u' ');
}

QStringList vlanLines(const BondPlan &plan, const VlanPlan &vlan)
{
    QStringList lines{u"vlan-raw-device "_s + plan.name};
    if (!vlan.name.isEmpty())
        lines.append(u"vlan-id %1"_s.arg(vlan.id));
    return lines;
}

/// The keys that stanzasOf() writes; all others in a stanza are the administrator's.
bool isGoverned(const StanzaOption &option)
{
    static const QStringList keys{u"address"_s,   u"netmask"_s,         u"broadcast"_s,      u"network"_s,
                                  u"gateway"_s,   u"metric"_s,          u"hwaddress"_s,      u"mtu"_s,
                                  u"autoconf"_s,  u"dns-nameservers"_s, u"dns-nameserver"_s, u"dns-search"_s,
                                  u"dns-domain"_s};
    if (option.key == u"up" || option.key == u"post-up")
        return routeOfCommand(option.value) || mtuOfCommand(option.value);
    return keys.contains(option.key);
}

/// What makes a bond or a VLAN of it.
bool isMaking(const QString &key)
{
    return key.startsWith(u"bond") || key.startsWith(u"vlan") || key == u"es-sys-mac" || key == u"slaves";
}

/// Of them what says an address.
bool isOfAddress(const QString &key)
{
    static const QStringList keys{u"address"_s, u"netmask"_s, u"broadcast"_s, u"network"_s};
    return keys.contains(key);
}

/// What comes from a template stands in other interfaces' way.
Result<void> checkOwn(const InterfacesTree &tree, const QStringList &interfaces)
{
    for (const QString &interface : interfaces) {
        if (tree.inherits(interface))
            return fail(u"ifupdown.inherits"_s,
                        QCoreApplication::translate(
                            "formats", "“%1” inherits from a template, which is not changed for one interface alone.")
                            .arg(interface),
                        QCoreApplication::translate("formats", "Write its options into its own stanza first."));
    }
    return {};
}

QStringList upperInterfaces(const BondPlan &plan)
{
    QStringList names{plan.name};
    for (const VlanPlan &vlan : plan.vlans)
        names.append(vlan.interfaceName(plan.name));
    return names;
}

bool sameInterface(const BondPlan &a, const BondPlan &b)
{
    return a.ipv4 == b.ipv4 && a.ipv6 == b.ipv6 && a.mtu == b.mtu && a.mac == b.mac;
}

} // namespace

IfupdownWriter::IfupdownWriter(const FileSnapshot &snapshot)
    : m_snapshot(snapshot)
    , m_now(snapshot)
    , m_tree(snapshot)
{
}

void IfupdownWriter::refresh()
{
    m_tree = InterfacesTree(m_now);
}

void IfupdownWriter::edit(const StanzaPlace &place, const std::function<void(InterfacesFile &, qsizetype)> &change)
{
    InterfacesFile file = *m_tree.file(place.path);
    change(file, place.index);
    m_now.files[place.path].content = file.text();
    refresh();
}

/// The stanzas of the interface are written anew in the place of the first, with what a plan does not know.
void IfupdownWriter::writeInterface(const QString &interface, const QStringList &firstLines, const IpConfig &ipv4,
                                    const IpConfig &ipv6, std::optional<quint32> mtu, const MacAddress &mac)
{
    QList<KeptStanza> kept;
    QStringList making;
    IpPair ip{ipv4, ipv6};
    const QStringList keptApart = keptAliases(interface, &ip);
    QStringList aliases = comingAliases(interface);
    aliases.removeIf([&keptApart](const QString &alias) { return keptApart.contains(alias); });
    QList<StanzaPlace> places = m_tree.ifacesOf(interface);
    for (const QString &alias : std::as_const(aliases))
        places += m_tree.ifacesOf(alias);
    for (const StanzaPlace &place : std::as_const(places)) {
        const Stanza &stanza = m_tree.at(place);
        kept.append({addressesOf(stanza), stanza.family() == u"inet6",
                     keptLines(stanza, m_tree.file(place.path)->text(), [](const StanzaOption &option) {
                         return !isGoverned(option) && !isMaking(option.key);
                     })});
        for (const StanzaOption &option : stanza.options) {
            if (isMaking(option.key) && !isGoverned(option))
                making.append(option.key + u' ' + option.value);
        }
    }
    const QStringList further = furtherDefaults(interface, m_tree, {ipv4, ipv6});
    for (const QString &alias : std::as_const(aliases))
        removeStanzas(alias);
    places = m_tree.ifacesOf(interface);
    const InterfacePlan plan{interface, places.isEmpty() ? firstLines : making, ip.ipv4, ip.ipv6, mtu, mac, further};
    const QByteArray text = stanzasOf(plan, kept);
    if (places.isEmpty()) {
        const QString path = m_tree.pathForNew(interface);
        InterfacesFile file(m_now.files.value(path).content);
        if (path == InterfacesTree::mainPath() && !m_now.find(path))
            file.append("auto lo\niface lo inet loopback\n");
        file.append("auto " + interface.toUtf8() + '\n' + text);
        m_now.files[path].content = file.text();
        refresh();
        return;
    }
    for (qsizetype i = places.size() - 1; i > 0; --i)
        edit(places.at(i), [](InterfacesFile &file, qsizetype index) { file.removeStanza(index); });
    InterfacesFile file = *m_tree.file(places.first().path);
    const Stanza stanza = file.stanzas().at(places.first().index);
    QByteArray whole = file.text();
    whole.replace(stanza.begin, stanza.end - stanza.begin, text);
    m_now.files[places.first().path].content = whole;
    refresh();
}

void IfupdownWriter::create(const BondPlan &plan)
{
    QStringList lines
        = optionLines(spelledOptions(plan, spellingIn(m_tree), {program, m_snapshot.programVersion}, &m_findings));
    lines.append(u"bond-slaves "_s + slavesText(plan.slaveNames()));
    const QString path = m_tree.pathForNew(plan.name);
    writeInterface(plan.name, lines, plan.ipv4, plan.ipv6, plan.mtu, *fixedMac(plan));
    if (plan.autoconnect)
        return;
    InterfacesFile file(m_now.files.value(path).content);
    file.removeFromAuto(plan.name);
    m_now.files[path].content = file.text();
    refresh();
}

void IfupdownWriter::writeOptions(const BondPlan &plan, const BondPlan &old)
{
    const FileFormat format = spellingIn(m_tree);
    QMap<QString, QString> wanted; // key to value
    for (const SpelledOption &option :
         spelledOptions(plan, format, {program, m_snapshot.programVersion}, &m_findings)) {
        const bool isMode = option.spec->name == u"mode";
        const QString name = option.spec->name;
        const bool isSame = isMode
            ? plan.mode == old.mode
            : old.options.value(name) == plan.options.value(name) && !isRoundedAnew(name, old.options, plan.options);
        wanted.insert(option.key, isSame ? QString() : option.value);
    }
    // What a port says of the primary overrides it.
    if (plan.options.value(u"primary"_s) != old.options.value(u"primary"_s)) {
        for (const SlavePlan &slave : plan.slaves) {
            for (const StanzaPlace &place : m_tree.ifacesOf(slave.name)) {
                if (!m_tree.at(place).values(u"bond-primary"_s).isEmpty())
                    edit(place,
                         [](InterfacesFile &file, qsizetype index) { file.setOption(index, u"bond-primary"_s, {}); });
            }
        }
    }
    for (const OptionSpec &spec : allOptions()) {
        const OptionSpelling *spelling = spellingOf(spec, format);
        if (!spelling || (wanted.contains(spelling->key) && wanted.value(spelling->key).isEmpty()))
            continue; // says so already
        const QString value = wanted.value(spelling->key);
        for (const QString &other : keysOf(spec, format)) {
            for (const StanzaPlace &place :
                 other == spelling->key ? QList<StanzaPlace>() : m_tree.ifacesOf(plan.name)) {
                if (!m_tree.at(place).values(other).isEmpty())
                    edit(place, [&](InterfacesFile &file, qsizetype index) { file.setOption(index, other, {}); });
            }
        }
        QList<StanzaPlace> places;
        for (const StanzaPlace &place : m_tree.ifacesOf(plan.name)) {
            if (!m_tree.at(place).values(spelling->key).isEmpty())
                places.append(place);
        }
        if (places.isEmpty() && value.isEmpty())
            continue;
        if (places.isEmpty())
            places = m_tree.ifacesOf(plan.name).mid(0, 1);
        for (qsizetype i = places.size() - 1; i >= 0; --i) {
            const QStringList values = i == 0 && !value.isEmpty() ? QStringList(value) : QStringList();
            edit(places.at(i),
                 [&](InterfacesFile &file, qsizetype index) { file.setOption(index, spelling->key, values); });
        }
    }
}

/// The NIC's own stanzas are enabled again; one that only made it a port becomes an ordinary one.
void IfupdownWriter::releasePort(const QString &nic, const QString &bond)
{
    const QStringList paths = m_now.files.keys();
    for (const QString &path : paths) {
        InterfacesFile file(m_now.files.value(path).content);
        if (!m_tree.file(path) || !file.text().contains('#' + bond.toUtf8() + ':'))
            continue;
        file.unpark(nic, bond);
        m_now.files[path].content = file.text();
    }
    refresh();
    for (const StanzaPlace &place : m_tree.ifacesOf(nic)) {
        if (m_tree.at(place).value(u"bond-master"_s) != bond)
            continue;
        QStringList keys; // any that is left would make a bond of it
        for (const StanzaOption &option : m_tree.at(place).options) {
            if (option.key.startsWith(u"bond"))
                keys.append(QString(option.key).replace(u'_', u'-'));
        }
        edit(place, [&keys](InterfacesFile &file, qsizetype index) {
            for (const QString &key : std::as_const(keys))
                file.setOption(index, key, {});
        });
    }
}

void IfupdownWriter::writePorts(const BondPlan &plan, const QStringList &former)
{
    const QStringList wanted = plan.slaveNames();
    for (const QString &nic : former) {
        if (!wanted.contains(nic))
            releasePort(nic, plan.name);
    }
    if (!former.isEmpty() && former != wanted) {
        QStringList listed = wanted; // those that say so themselves need not be in the list
        listed.removeIf([this, &plan](const QString &nic) {
            const QList<StanzaPlace> places = m_tree.ifacesOf(nic);
            return std::any_of(places.cbegin(), places.cend(), [&](const StanzaPlace &place) {
                return m_tree.at(place).value(u"bond-master"_s) == plan.name;
            });
        });
        const QList<StanzaPlace> places = m_tree.ifacesOf(plan.name);
        const auto lists = [this](const StanzaPlace &place) {
            return !m_tree.at(place).values(u"bond-slaves"_s).isEmpty()
                || !m_tree.at(place).values(u"slaves"_s).isEmpty()
                || !m_tree.at(place).values(u"bond-ports"_s).isEmpty();
        };
        const auto place = std::find_if(places.cbegin(), places.cend(), lists);
        edit(place == places.cend() ? places.first() : *place, [&](InterfacesFile &file, qsizetype index) {
            for (const QString &other : {u"slaves"_s, u"bond-ports"_s})
                file.setOption(index, other, {});
            file.setOption(index, u"bond-slaves"_s, {slavesText(listed)});
        });
    }
    for (const QString &nic : wanted) {
        if (former.contains(nic))
            continue;
        for (const auto &[path, present] : QList(m_tree.files())) {
            InterfacesFile file = present;
            file.park(nic, plan.name);
            m_now.files[path].content = file.text();
        }
        refresh();
    }
}

void IfupdownWriter::removeStanzas(const QString &name)
{
    for (QList<StanzaPlace> places = m_tree.ifacesOf(name); !places.isEmpty(); places = m_tree.ifacesOf(name))
        edit(places.last(), [](InterfacesFile &file, qsizetype index) { file.removeStanza(index); });
    for (const auto &[path, present] : QList(m_tree.files())) {
        InterfacesFile file = present;
        file.removeFromAuto(name);
        m_now.files[path].content = file.text();
    }
    refresh();
}

void IfupdownWriter::removeInterface(const QString &interface)
{
    for (const QString &name : m_tree.aliasesOf(interface) + QStringList(interface))
        removeStanzas(name);
}

QStringList IfupdownWriter::comingAliases(const QString &interface) const
{
    QStringList aliases = m_tree.aliasesOf(interface);
    aliases.removeIf([this](const QString &alias) { return !m_tree.comesAlong(alias); });
    return aliases;
}

/// Those that say the last of the wanted addresses and no more stay as they are; others become stanzas of the interface.
/// @param ip what is wanted; without theirs afterwards
QStringList IfupdownWriter::keptAliases(const QString &interface, IpPair *ip) const
{
    const QStringList aliases = comingAliases(interface);
    const auto saysMore = [this](const QString &alias) {
        const QList<StanzaPlace> places = m_tree.ifacesOf(alias);
        return m_tree.inherits(alias) || std::any_of(places.cbegin(), places.cend(), [this](const StanzaPlace &place) {
                   const QList<StanzaOption> &options = m_tree.at(place).options;
                   return std::any_of(options.cbegin(), options.cend(), [](const StanzaOption &option) {
                       return isGoverned(option) && !isOfAddress(option.key);
                   });
               });
    };
    if (std::any_of(aliases.cbegin(), aliases.cend(), saysMore))
        return {};
    QList<Finding> aboutFiles;
    IpPair said;
    readAliases(aliases, m_tree, &said, &aboutFiles);
    const auto without = [](const IpConfig &wanted, const IpConfig &end) -> std::optional<IpConfig> {
        const qsizetype rest = wanted.addresses.size() - end.addresses.size();
        if (rest < 0 || wanted.addresses.mid(rest) != end.addresses)
            return std::nullopt;
        IpConfig config = wanted;
        config.addresses.resize(rest);
        if (config.method == IpMethod::Manual && rest == 0) {
            config.method = IpMethod::Disabled; // the interface's own stanza has none
            if (!config.gateway.isEmpty() || !config.routes.isEmpty())
                return std::nullopt;
        }
        return config;
    };
    const auto ipv4 = without(ip->ipv4, said.ipv4);
    const auto ipv6 = without(ip->ipv6, said.ipv6);
    if (!ipv4 || !ipv6)
        return {};
    *ip = {*ipv4, *ipv6};
    return aliases;
}

void IfupdownWriter::writeVlans(const BondPlan &plan, const BondPlan *old)
{
    const auto formerOf = [&](const QString &name) -> const VlanPlan * {
        for (qsizetype i = 0; old && i < old->vlans.size(); ++i) {
            if (old->vlans.at(i).interfaceName(old->name) == name)
                return &old->vlans.at(i);
        }
        return nullptr;
    };
    QStringList wanted;
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        wanted.append(name);
        const VlanPlan *former = formerOf(name);
        // It takes the number from the name (its method "link"); where the VLAN is there already, a hook may do
        // otherwise.
        if (!former && !vlan.name.isEmpty() && !m_tree.isIfupdown2() && vlan.name != u"vlan%1"_s.arg(vlan.id))
            m_findings.append(
                finding(Severity::Error, u"ifupdown.vlan-name"_s, u"vlans"_s,
                        QCoreApplication::translate("formats", "ifupdown cannot call a VLAN “%1”.").arg(vlan.name),
                        QCoreApplication::translate("formats", "Leave the name out, or call it vlan%1.").arg(vlan.id)));
        if (former && former->id != vlan.id) {
            removeInterface(name);
            former = nullptr;
        }
        if (!former || former->ipv4 != vlan.ipv4 || former->ipv6 != vlan.ipv6 || former->mtu != vlan.mtu)
            writeInterface(name, vlanLines(plan, vlan), vlan.ipv4, vlan.ipv6, vlan.mtu, {});
    }
    for (const VlanPlan &vlan : old ? old->vlans : QList<VlanPlan>()) {
        if (!wanted.contains(vlan.interfaceName(old->name)))
            removeInterface(vlan.interfaceName(old->name));
    }
}

Rendering IfupdownWriter::finished() const
{
    Rendering rendering;
    rendering.findings = m_findings;
    for (auto it = m_now.files.cbegin(); it != m_now.files.cend(); ++it) {
        const FileState *before = m_snapshot.find(it.key());
        if (before && before->content == it->content)
            continue;
        const bool isGone = before && it.key() != InterfacesTree::mainPath() && it->content.trimmed().isEmpty();
        rendering.changes.add(m_snapshot.change(it.key(), isGone ? std::nullopt : std::optional(it->content)));
    }
    return rendering;
}

Result<Rendering> IfupdownWriter::write(const BondPlan &plan)
{
    if (auto checked = ifcfg::checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    const auto mac = fixedMac(plan);
    if (!mac)
        return tl::unexpected(mac.error());
    QList<Finding> aboutFiles;
    const std::optional<BondPlan> old = readBond(plan.name, m_tree, &aboutFiles);
    if (!old && !m_tree.ifacesOf(plan.name).isEmpty())
        return fail(u"ifupdown.name-taken"_s,
                    QCoreApplication::translate("formats", "“%1” configures an interface “%2” already.")
                        .arg(m_tree.ifacesOf(plan.name).first().path, plan.name));
    if (auto own = checkOwn(m_tree, old ? upperInterfaces(*old) + old->slaveNames() : QStringList()); !own)
        return tl::unexpected(own.error());
    nameUnsaidSlaveOptions(plan, spellingIn(m_tree), program, &m_findings);
    nameRoutingDomains(plan, old ? &*old : nullptr, program, &m_findings);
    writePorts(plan, old ? old->slaveNames() : QStringList());
    if (!old) {
        create(plan);
    } else {
        writeOptions(plan, *old);
        BondPlan resolved = plan;
        resolved.mac = BondMac(*mac);
        if (!sameInterface(essence(*old), essence(resolved)))
            writeInterface(plan.name, {}, plan.ipv4, plan.ipv6, plan.mtu, *mac);
        if (old->autoconnect != plan.autoconnect) {
            const QString path = m_tree.ifacesOf(plan.name).first().path;
            InterfacesFile file = *m_tree.file(path);
            if (plan.autoconnect)
                file.append("auto " + plan.name.toUtf8() + '\n');
            else
                file.removeFromAuto(plan.name);
            m_now.files[path].content = file.text();
            refresh();
        }
    }
    writeVlans(plan, old ? &*old : nullptr);
    const auto kept = readBond(plan.name, m_tree, &aboutFiles);
    nameLosses(plan, kept ? &*kept : nullptr, program, &m_findings);
    return finished();
}

Result<Rendering> IfupdownWriter::remove(const QString &bond)
{
    if (!isBond(bond, m_tree))
        return failWithoutBond(bond);
    const QStringList ports = portsOf(bond, m_tree, &m_findings);
    QStringList inheriting = ports; // one that is a port by its template would stay one
    inheriting.removeIf([&](const QString &nic) {
        const QList<StanzaPlace> places = m_tree.ifacesOf(nic);
        return std::none_of(places.cbegin(), places.cend(), [&](const StanzaPlace &place) {
            return m_tree.said(place).value(u"bond-master"_s) != m_tree.at(place).value(u"bond-master"_s);
        });
    });
    if (auto own = checkOwn(m_tree, inheriting); !own)
        return tl::unexpected(own.error());
    for (const QString &vlan : vlansOn(bond, m_tree))
        removeInterface(vlan);
    removeInterface(bond);
    for (const QString &nic : ports)
        releasePort(nic, bond);
    return finished();
}

} // namespace bondwright::formats::ifupdown
