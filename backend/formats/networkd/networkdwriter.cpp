// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/networkdwriter.h"

#include "formats/arpcarrier.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/plantexts.h"
#include "formats/losses.h"
#include "formats/networkd/networkip.h"
#include "formats/nobond.h"
#include "formats/planmac.h"
#include "formats/spelling.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::networkd
{

namespace
{

const QString program = u"systemd-networkd"_s;

QString pathInEtc(const QString &name)
{
    return UnitFolder::folders().first() + u'/' + name;
}

/// udev would give the bond a made-up MAC of its own before the first NIC's is taken (99-default.link).
QByteArray linkFileText(const QString &bond)
{
    return "[Match]\nOriginalName=" + bond.toUtf8() + "\n\n[Link]\nMACAddressPolicy=none\n";
}

QString linkFilePath(const QString &bond)
{
    return pathInEtc(u"10-%1.link"_s.arg(bond));
}

QStringList numberText(std::optional<quint32> number)
{
    return number ? QStringList(QString::number(*number)) : QStringList();
}

IpPair bondIp(const BondPlan &plan)
{
    return {plan.ipv4, plan.ipv6};
}

bool sameIp(const IpPair &a, const IpPair &b)
{
    return asKept(a) == asKept(b);
}

/// All that a file of several interfaces says, for one of them: without its conditions.
UnitFile copyFor(const QString &interface, const Unit &shared)
{
    QByteArray text;
    for (const UnitSource &source : shared.sources)
        text += source.file.text() + (source.file.text().endsWith('\n') ? "" : "\n");
    UnitFile file(text);
    const QList<Assignment> all = file.assignments();
    for (const Assignment &a : all) {
        if (a.section == u"Match")
            file.set(a.section, a.key, a.key == u"Name" ? QStringList(interface) : QStringList());
    }
    return file;
}

/// Null: it has none, or networkd leaves it alone.
const Unit *networkOf(const QString &vlan, const BondUnits &units)
{
    const auto it = std::find_if(units.vlans.cbegin(), units.vlans.cend(), [&vlan](const BondUnits::Vlan &other) {
        return other.netdev->value(u"NetDev"_s, u"Name"_s) == vlan;
    });
    return it == units.vlans.cend() ? nullptr : it->network;
}

QStringList sortedNames(const QList<SpelledOption> &options)
{
    QStringList names;
    for (const SpelledOption &option : options)
        names.append(option.spec->name);
    return names;
}

} // namespace

NetworkdWriter::NetworkdWriter(const FileSnapshot &snapshot)
    : m_snapshot(snapshot)
    , m_folder(snapshot)
    , m_editor(snapshot)
{
}

/// Of several interfaces, or of a pattern.
bool NetworkdWriter::isShared(const Unit &network, const QString &interface) const
{
    const QStringList names = network.patterns(u"Name"_s);
    return names.isEmpty() ? network.words(u"Match"_s, u"PermanentMACAddress"_s).size() != 1
                           : names != QStringList(interface);
}

Result<QString> NetworkdWriter::freePath(const QString &rest, const QString &interface) const
{
    const Unit *hider = nullptr;
    for (const QString &number : {u"10"_s, u"05"_s, u"00"_s}) {
        const QString name = number + u'-' + rest;
        const QString path = pathInEtc(name);
        const auto isBefore = [&](const Unit &unit) { return unit.name < name && m_folder.matches(unit, interface); };
        const auto first = std::find_if(m_folder.networks().cbegin(), m_folder.networks().cend(), isBefore);
        if (first != m_folder.networks().cend()) {
            hider = &*first;
            continue;
        }
        if (!m_snapshot.find(path) && !m_snapshot.unreadable.contains(path))
            return path;
    }
    return fail(u"networkd.hidden"_s,
                QCoreApplication::translate("formats", "“%1” would come before any file for %2.")
                    .arg(hider ? hider->path() : pathInEtc(rest), interface),
                QCoreApplication::translate("formats",
                                            "Give that file a name that sorts later, or narrow its [Match] section."));
}

/// Not that of a file that makes another interface, or that networkd refuses.
QString NetworkdWriter::freeNetdevPath(const QString &interface) const
{
    const QString usual = pathInEtc(u"10-%1.netdev"_s.arg(interface));
    for (const QString &path :
         {usual, pathInEtc(u"05-%1.netdev"_s.arg(interface)), pathInEtc(u"00-%1.netdev"_s.arg(interface))}) {
        const FileState *present = m_snapshot.find(path);
        if ((!present || present->content.isEmpty()) && !m_snapshot.unreadable.contains(path))
            return path;
    }
    return usual;
}

void NetworkdWriter::writeNetdev(const BondPlan &plan, const BondPlan *old)
{
    const MacAddress mac = fixedMac(plan).value_or(MacAddress());
    const QString macText = mac.isEmpty() ? u"none"_s : mac.toString();
    if (old) {
        if (old->mode != plan.mode)
            m_editor.set(*m_units.netdev, u"Bond"_s, u"Mode"_s, {kernelName(plan.mode)});
        if (old->mac.value().address() != mac)
            m_editor.set(*m_units.netdev, u"NetDev"_s, u"MACAddress"_s, {macText});
        writeOptions(plan, *old);
        return;
    }
    UnitFile file;
    file.appendSection(u"NetDev"_s, {{u"Name"_s, plan.name}, {u"Kind"_s, u"bond"_s}, {u"MACAddress"_s, macText}});
    QList<std::pair<QString, QString>> lines;
    for (const SpelledOption &option :
         spelledOptions(plan, FileFormat::Networkd, {program, m_snapshot.programVersion}, &m_findings)) {
        if (option.spec->name != u"primary") // the port's own file says it
            lines.append({option.key, option.value});
    }
    file.appendSection(u"Bond"_s, lines);
    m_editor.create(freeNetdevPath(plan.name), file);
    if (mac.isEmpty() && !m_snapshot.find(linkFilePath(plan.name)))
        m_editor.create(linkFilePath(plan.name), UnitFile(linkFileText(plan.name)));
}

void NetworkdWriter::writeOptions(const BondPlan &plan, const BondPlan &old)
{
    const QList<SpelledOption> wanted
        = spelledOptions(plan, FileFormat::Networkd, {program, m_snapshot.programVersion}, &m_findings);
    for (const SpelledOption &option : wanted) {
        const QString name = option.spec->name;
        const auto value = kernelValue(*option.spec, FileFormat::Networkd, option.value);
        const bool isSame = old.options.value(name) == value && !isRoundedAnew(name, old.options, plan.options);
        if (name != u"mode" && name != u"primary" && !isSame)
            m_editor.set(*m_units.netdev, u"Bond"_s, option.key, {option.value});
    }
    const QStringList names = sortedNames(wanted);
    for (const OptionSpec &spec : allOptions()) {
        const OptionSpelling *spelling = spellingOf(spec, FileFormat::Networkd);
        if (!spelling || names.contains(spec.name) || spec.name == u"mode" || spec.name == u"primary")
            continue;
        // What had no effect in the former mode, or without miimon, would have one now.
        const bool isIdle = (old.mode != plan.mode || isRoundedAnew(spec.name, old.options, plan.options))
            && !m_units.netdev->values(u"Bond"_s, spelling->key).isEmpty();
        if (old.options.contains(spec.name) || isIdle)
            m_editor.set(*m_units.netdev, u"Bond"_s, spelling->key, {});
    }
}

/// Of the bond, and of the VLANs whose addresses may be the ones.
NetworkdWriter::Setting NetworkdWriter::waitingSetting(const BondPlan &plan)
{
    return {u"Network"_s, u"ConfigureWithoutCarrier"_s,
            needsAddressForCarrier(plan) ? QStringList(u"yes"_s) : QStringList()};
}

/// @param ip nullopt: as it is
Result<void> NetworkdWriter::writeNetwork(const QString &interface, const Unit *present,
                                          const std::optional<IpPair> &ip, const QList<Setting> &settings)
{
    if (present && !isShared(*present, interface)) {
        for (const Setting &setting : settings)
            m_editor.set(*present, setting.section, setting.key, setting.values);
        if (ip)
            writeIp(m_editor.own(*present,
                                 [](const Assignment &a) {
                                     // Of addresses and gateways some stay.
                                     return a.section != u"Address" && a.key != u"Gateway" && isIpKey(a.section, a.key);
                                 }),
                    *ip, present->words(u"Network"_s, u"DNS"_s));
        return {};
    }
    const auto path = freePath(interface + u".network"_s, interface);
    if (!path)
        return tl::unexpected(path.error());
    if (present)
        m_findings.append(finding(
            Severity::Advice, u"networkd.own-file"_s, present->path(),
            QCoreApplication::translate("formats", "%1 gets a file of its own before this one.").arg(interface)));
    UnitFile file = present ? copyFor(interface, *present) : UnitFile();
    file.set(u"Match"_s, u"Name"_s, {interface});
    for (const Setting &setting : settings)
        file.set(setting.section, setting.key, setting.values);
    writeIp({&file}, ip.value_or(IpPair()), present ? present->words(u"Network"_s, u"DNS"_s) : QStringList());
    m_editor.create(*path, file);
    return {};
}

Result<void> NetworkdWriter::writeBondNetwork(const BondPlan &plan, const BondPlan *old)
{
    QStringList vlans;
    for (const VlanPlan &vlan : plan.vlans)
        vlans.append(vlan.interfaceName(plan.name));
    QStringList formerVlans;
    for (const VlanPlan &vlan : old ? old->vlans : QList<VlanPlan>())
        formerVlans.append(vlan.interfaceName(old->name));
    const bool isSameIp = old && sameIp(bondIp(*old), bondIp(plan));
    if (isSameIp && old->mtu == plan.mtu && old->autoconnect == plan.autoconnect && vlans == formerVlans
        && needsAddressForCarrier(*old) == needsAddressForCarrier(plan))
        return {};
    const Unit *present = m_units.network;
    const bool isOwn = old && present && !isShared(*present, plan.name);
    QList<Setting> settings;
    if (!isOwn || old->mtu != plan.mtu)
        settings.append({u"Link"_s, u"MTUBytes"_s, numberText(plan.mtu)});
    if (!isOwn || old->autoconnect != plan.autoconnect)
        settings.append(
            {u"Link"_s, u"ActivationPolicy"_s, plan.autoconnect ? QStringList() : QStringList(u"manual"_s)});
    if (!isOwn || vlans != formerVlans)
        settings.append({u"Network"_s, u"VLAN"_s, vlans});
    if (needsAddressForCarrier(plan) != (isOwn && needsAddressForCarrier(*old)))
        settings.append(waitingSetting(plan));
    if (old && old->mtu != plan.mtu && !m_units.netdev->value(u"NetDev"_s, u"MTUBytes"_s).isEmpty())
        m_editor.set(*m_units.netdev, u"NetDev"_s, u"MTUBytes"_s, {});
    const bool keepsIp = isOwn && isSameIp;
    return writeNetwork(plan.name, present, keepsIp ? std::nullopt : std::optional(bondIp(plan)), settings);
}

Result<void> NetworkdWriter::writeVlans(const BondPlan &plan, const BondPlan *old)
{
    QStringList wanted;
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        wanted.append(name);
        const auto former = old ? std::find_if(old->vlans.cbegin(), old->vlans.cend(),
                                               [&](const VlanPlan &v) { return v.interfaceName(old->name) == name; })
                                : QList<VlanPlan>::const_iterator();
        const bool isThere = old && former != old->vlans.cend();
        const Unit *netdev = m_folder.netdev(name);
        if (netdev && !isThere)
            return fail(u"networkd.name-taken"_s,
                        QCoreApplication::translate("formats", "“%1” makes an interface “%2” already.")
                            .arg(netdev->path(), name));
        if (!isThere) {
            UnitFile file;
            file.appendSection(u"NetDev"_s, {{u"Name"_s, name}, {u"Kind"_s, u"vlan"_s}});
            file.appendSection(u"VLAN"_s, {{u"Id"_s, QString::number(vlan.id)}});
            m_editor.create(freeNetdevPath(name), file);
        } else if (former->id != vlan.id) {
            m_editor.set(*netdev, u"VLAN"_s, u"Id"_s, {QString::number(vlan.id)});
        }
        const IpPair ip{vlan.ipv4, vlan.ipv6};
        if (isThere && former->mtu == vlan.mtu && sameIp({former->ipv4, former->ipv6}, ip)
            && needsAddressForCarrier(*old) == needsAddressForCarrier(plan))
            continue;
        const Unit *network = isThere ? networkOf(name, m_units) : nullptr;
        QList<Setting> settings;
        if (!network || former->mtu != vlan.mtu)
            settings.append({u"Link"_s, u"MTUBytes"_s, numberText(vlan.mtu)});
        if (needsAddressForCarrier(plan) != (network && needsAddressForCarrier(*old)))
            settings.append(waitingSetting(plan));
        if (isThere && former->mtu != vlan.mtu && !netdev->value(u"NetDev"_s, u"MTUBytes"_s).isEmpty())
            m_editor.set(*netdev, u"NetDev"_s, u"MTUBytes"_s, {});
        if (auto done = writeNetwork(name, network, ip, settings); !done)
            return done;
    }
    for (const BondUnits::Vlan &vlan : m_units.vlans) {
        const QString name = vlan.netdev->value(u"NetDev"_s, u"Name"_s);
        if (wanted.contains(name))
            continue;
        m_editor.remove(*vlan.netdev);
        if (vlan.network && !isShared(*vlan.network, name))
            m_editor.remove(*vlan.network);
    }
    return {};
}

Result<void> NetworkdWriter::createPort(const BondPlan &plan, const SlavePlan &slave)
{
    const QString rest
        = u"%1-port%2-%3.network"_s.arg(plan.name).arg(++m_portNumber, 2, 10, QLatin1Char('0')).arg(slave.name);
    const auto path = freePath(rest, slave.name);
    if (!path)
        return tl::unexpected(path.error());
    UnitFile file;
    file.appendSection(u"Match"_s,
                       {slave.mac.isEmpty() ? std::pair(u"Name"_s, slave.name)
                                            : std::pair(u"PermanentMACAddress"_s, slave.mac.value().toString())});
    QList<std::pair<QString, QString>> lines{{u"Bond"_s, plan.name}};
    if (plan.options.value(u"primary"_s) == slave.name)
        lines.append({u"PrimarySlave"_s, u"yes"_s});
    file.appendSection(u"Network"_s, lines);
    m_editor.create(*path, file);
    return {};
}

/// Its NIC is a port no more; others of the same file stay.
Result<void> NetworkdWriter::releasePort(const BondUnits::Port &port)
{
    const QString name = port.slave.name;
    if (!isShared(*port.network, name)) {
        m_editor.remove(*port.network);
        return {};
    }
    QStringList names = port.network->patterns(u"Name"_s);
    const bool isNamed = names.contains(name);
    QStringList &released = m_released[port.network->path()];
    released.append(name);
    names.removeIf([&released](const QString &other) { return released.contains(other); });
    // A "!" at the begin of the line would turn all of them round.
    const auto turned = std::stable_partition(names.begin(), names.end(),
                                              [](const QString &pattern) { return !pattern.startsWith(u'!'); });
    if (isNamed && turned == names.begin()) {
        m_editor.remove(*port.network);
        return {};
    }
    if (!isNamed || fitsAny(names, name))
        return fail(u"networkd.port-shared"_s,
                    QCoreApplication::translate("formats", "“%1” makes several NICs ports, %2 among them.")
                        .arg(port.network->path(), name),
                    QCoreApplication::translate("formats", "Write the names of the NICs into its [Match] section."));
    m_editor.set(*port.network, u"Match"_s, u"Name"_s, {names.join(u' ')});
    return {};
}

Result<void> NetworkdWriter::writePorts(const BondPlan &plan)
{
    nameUnsaidSlaveOptions(plan, FileFormat::Networkd, program, &m_findings);
    const QString primary = plan.options.value(u"primary"_s);
    QStringList kept;
    for (const BondUnits::Port &port : std::as_const(m_units.ports)) {
        const SlavePlan *wanted = plan.slaveByName(port.slave.name);
        const bool isPrimary = port.network->boolean(u"Network"_s, u"PrimarySlave"_s).value_or(false);
        const bool isToBePrimary = primary == port.slave.name;
        const bool shared = isShared(*port.network, port.slave.name);
        const bool differs
            = wanted && (wanted->mac != port.slave.mac || (isPrimary != isToBePrimary && (isToBePrimary || !shared)));
        if (!wanted || (differs && shared)) {
            if (auto done = releasePort(port); !done)
                return done;
            continue; // one that stays gets a file of its own
        }
        kept.append(port.slave.name);
        ++m_portNumber;
        if (isPrimary != isToBePrimary && !shared)
            m_editor.set(*port.network, u"Network"_s, u"PrimarySlave"_s,
                         isToBePrimary ? QStringList(u"yes"_s) : QStringList());
        if (wanted->mac != port.slave.mac) {
            m_editor.set(*port.network, u"Match"_s, u"PermanentMACAddress"_s,
                         wanted->mac.isEmpty() ? QStringList() : QStringList(wanted->mac.value().toString()));
            m_editor.set(*port.network, u"Match"_s, u"Name"_s,
                         wanted->mac.isEmpty() ? QStringList(wanted->name) : QStringList());
        }
    }
    for (const SlavePlan &slave : plan.slaves) {
        if (kept.contains(slave.name))
            continue;
        if (auto done = createPort(plan, slave); !done)
            return done;
    }
    return {};
}

Result<Rendering> NetworkdWriter::write(const BondPlan &plan)
{
    if (auto checked = ifcfg::checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    if (const auto mac = fixedMac(plan); !mac)
        return tl::unexpected(mac.error());
    QList<Finding> aboutFiles;
    m_units = unitsOf(plan.name, m_folder, &aboutFiles);
    if (const Unit *other = m_folder.netdev(plan.name); other && !m_units.netdev)
        return fail(u"networkd.name-taken"_s,
                    QCoreApplication::translate("formats", "“%1” makes an interface “%2” already.")
                        .arg(other->path(), plan.name));
    aboutFiles.clear();
    const std::optional<BondPlan> old = readBond(plan.name, m_folder, &aboutFiles);
    const BondPlan *former = old ? &*old : nullptr;
    writeNetdev(plan, former);
    auto done = writeBondNetwork(plan, former);
    if (done)
        done = writeVlans(plan, former);
    if (done)
        done = writePorts(plan);
    if (!done)
        return tl::unexpected(done.error());
    const auto changes = m_editor.changes();
    if (!changes)
        return tl::unexpected(changes.error());
    const FileSnapshot after = m_snapshot.with(*changes);
    const auto kept = readBond(plan.name, UnitFolder(after), &aboutFiles);
    nameLosses(plan, kept ? &*kept : nullptr, program, &m_findings);
    return Rendering{*changes, m_findings};
}

Result<Rendering> NetworkdWriter::remove(const QString &bond)
{
    m_units = unitsOf(bond, m_folder, &m_findings);
    if (!m_units.netdev)
        return failWithoutBond(bond);
    m_findings.clear();
    m_editor.remove(*m_units.netdev);
    if (m_units.network && !isShared(*m_units.network, bond))
        m_editor.remove(*m_units.network);
    for (const BondUnits::Port &port : std::as_const(m_units.ports))
        m_editor.remove(*port.network);
    for (const BondUnits::Vlan &vlan : std::as_const(m_units.vlans)) {
        m_editor.remove(*vlan.netdev);
        if (vlan.network && !isShared(*vlan.network, vlan.netdev->value(u"NetDev"_s, u"Name"_s)))
            m_editor.remove(*vlan.network);
    }
    const FileState *link = m_snapshot.find(linkFilePath(bond));
    if (link && link->content == linkFileText(bond))
        m_editor.removeFile(linkFilePath(bond));
    const auto changes = m_editor.changes();
    if (!changes)
        return tl::unexpected(changes.error());
    return Rendering{*changes, m_findings};
}

} // namespace bondwright::formats::networkd
