// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgwriter.h"

#include "domain/ipaddress.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifcfg/aliases.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/ifcfgreader.h"
#include "formats/ifcfg/managertext.h"
#include "formats/ifcfg/plantexts.h"
#include "formats/ifcfg/routefile.h"
#include "formats/losses.h"
#include "formats/modprobe/modprobefile.h"
#include "formats/nobond.h"
#include "formats/numbertext.h"
#include "formats/planmac.h"
#include "formats/vlanonvlan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

QString yesNo(bool isYes)
{
    return isYes ? u"yes"_s : u"no"_s;
}

} // namespace

IfcfgWriter::IfcfgWriter(const Dialect &dialect, const FileSnapshot &snapshot)
    : m_dialect(dialect)
    , m_snapshot(snapshot)
    , m_folder(snapshot, dialect)
{
}

QByteArray IfcfgWriter::current(const QString &path) const
{
    if (const auto it = m_texts.constFind(path); it != m_texts.cend())
        return it->value_or(QByteArray());
    const FileState *state = m_snapshot.find(path);
    return state ? state->content : QByteArray();
}

void IfcfgWriter::put(const QString &path, const std::optional<QByteArray> &text)
{
    m_texts.insert(path, text);
}

IfcfgFile IfcfgWriter::fileFor(const QString &device, const MacAddress &mac)
{
    const IfcfgFile *known = m_folder.find(device);
    if (!known)
        known = m_folder.findByMac(mac);
    const QString path = known ? known->path : ifcfgPath(device);
    return {path, ShellFile(current(path)), device};
}

void IfcfgWriter::putShell(const QString &path, ShellFile file)
{
    if (!m_dialect.readByService())
        spellForManager(&file, m_snapshot.files.value(path).content);
    put(path, file.toBytes());
    if (file.refusedLine() == 0 || m_refusal)
        return;
    m_refusal = Error{
        u"ifcfg.uncertain"_s,
        QCoreApplication::translate("formats",
                                    "“%1” cannot be changed: what line %2 makes of it is known to a shell only.")
            .arg(path)
            .arg(file.refusedLine()),
        QCoreApplication::translate("formats", "Correct that line, or make it a plain KEY=value, and try again.")};
}

void IfcfgWriter::setBasics(ShellFile *file, bool autoconnect) const
{
    file->set("ONBOOT", yesNo(autoconnect));
    file->set("USERCTL", u"no"_s); // users must not take it down through usernetctl
    // Release 5's scripts do not know the key; where it is set, it must not say yes.
    if (m_dialect.readByService() && (m_dialect.release > 5 || file->contains("NM_CONTROLLED")))
        file->set("NM_CONTROLLED", u"no"_s);
    else if (!m_dialect.readByService())
        file->remove("NM_CONTROLLED");
}

void IfcfgWriter::writeBond(const BondPlan &plan, const MacAddress &mac)
{
    IfcfgFile bond = fileFor(plan.name);
    const bool isOld = m_folder.find(plan.name) && m_folder.isBond(bond);
    QList<Finding> ignored; // said when the files are read
    const BondPlan old = isOld ? readBond(plan.name, m_folder, &ignored).value_or(BondPlan{}) : BondPlan{};
    m_isEdit = old != plan;
    ShellFile &file = bond.file;
    if (!isOld) {
        file.set("DEVICE", plan.name);
        if (m_dialect.writesType()) {
            file.set("TYPE", u"Bond"_s);
            file.set("BONDING_MASTER", u"yes"_s);
        } else {
            file.remove("TYPE");
        }
        setBasics(&file, plan.autoconnect);
    } else if (old.autoconnect != plan.autoconnect) {
        file.set("ONBOOT", yesNo(plan.autoconnect));
    }
    if (!isOld || old.mode != plan.mode || old.options != plan.options) {
        const QStringList foreign = readBondingOpts(file.text("BONDING_OPTS"), m_folder.optionsReaderOf(bond)).foreign;
        const BondingOpts module = moduleOptsOf(plan.name, m_folder);
        file.set("BONDING_OPTS", writeBondingOpts(plan, m_dialect, module, foreign, &m_findings));
        moveModuleOptions(plan.name);
    }
    if (old.mac.value().address() != mac)
        file.setOrRemove("MACADDR", mac.toString());
    if (old.mtu != plan.mtu)
        file.setOrRemove("MTU", numberText(plan.mtu));
    writeIp(&file, plan.name, {old.ipv4, old.ipv6}, {plan.ipv4, plan.ipv6}, !isOld);

    const QStringList order = plan.slaveNames();
    QStringList globbed = order;
    globbed.sort(); // the order in which the scripts' glob finds the files
    const QString remark = order == globbed ? QString() : order.join(u' ');
    if (file.remark(orderRemark).value_or(QString()) != remark)
        file.setRemark(orderRemark, remark);
    if (!remark.isEmpty() && plan.mac.isEmpty() && m_dialect.readByService())
        m_findings.append(finding(
            Severity::Advice, u"ifcfg.order"_s, u"slaves"_s,
            QCoreApplication::translate("formats", "The network service starts the slaves in alphabetical order."),
            QCoreApplication::translate("formats", "Set the bond’s MAC address if it must be that of “%1”.")
                .arg(order.first())));
    put(bond);
}

void IfcfgWriter::writeIp(ShellFile *file, const QString &device, const IpPair &old, const IpPair &wanted, bool isNew)
{
    const qsizetype stay = aliasesThatStay(device, m_folder, old.ipv4, wanted.ipv4);
    writeIpKeys(file, withoutLastAddresses(old, stay), withoutLastAddresses(wanted, stay), m_dialect, isNew,
                m_folder.network());
    if (stay == 0)
        writeAliases(device, old.ipv4, wanted.ipv4);
    writeRouteFile(device, false, old.ipv4, wanted.ipv4);
    writeRouteFile(device, true, old.ipv6, wanted.ipv6);
    if (old.ipv6.method == IpMethod::Disabled && wanted.ipv6.method != IpMethod::Disabled)
        switchIp6On();
}

/// Releases 5 and 6 look at a global switch as well.
void IfcfgWriter::switchIp6On()
{
    if (m_dialect.release > 6)
        return;
    ShellFile network(current(networkPath()));
    network.set("NETWORKING_IPV6", u"yes"_s);
    putShell(networkPath(), network);
}

void IfcfgWriter::writeAliases(const QString &device, const IpConfig &old, const IpConfig &wanted)
{
    if (old.addresses == wanted.addresses && old.method == wanted.method)
        return;
    const QList<IfcfgFile> aliases = m_folder.aliasesOf(device);
    for (const IfcfgFile &alias : aliases)
        put(alias.path, std::nullopt);
    int number = 0;
    for (qsizetype i = 1; !m_dialect.knowsManyAddresses() && i < wanted.addresses.size(); ++i) {
        const auto &network = wanted.addresses.at(i).value();
        if (!network)
            continue;
        const auto isForeign = [&](const QString &path) { // one that is started by hand keeps its name
            return m_snapshot.find(path) && !m_texts.contains(path);
        };
        do {
            ++number;
        } while (isForeign(ifcfgPath(u"%1:%2"_s.arg(device).arg(number))));
        const QString name = u"%1:%2"_s.arg(device).arg(number);
        ShellFile file(current(ifcfgPath(name)));
        file.set("DEVICE", name);
        file.set("ONPARENT", u"yes"_s);
        file.set("IPADDR", network->address.toString());
        file.set("NETMASK", netmaskFromPrefix(network->prefix));
        putShell(ifcfgPath(name), file);
    }
}

void IfcfgWriter::writeRouteFile(const QString &device, bool isV6, const IpConfig &old, const IpConfig &wanted)
{
    const QString path = m_folder.routePathOf(device, isV6);
    const bool keepsDefault = old.gateway == wanted.gateway;
    if (old.routes == wanted.routes && keepsDefault)
        return;
    const IfcfgFile *file = m_folder.find(device);
    const Reader reader = file ? m_folder.readerOf(*file) : m_dialect.reader;
    const auto text = writeRoutes(current(path), device, isV6, reader, wanted.routes, keepsDefault);
    if (!text)
        m_refusal
            = Error{u"ifcfg.uncertain"_s,
                    QCoreApplication::translate("formats", "“%1” has lines that could not be kept.").arg(path),
                    QCoreApplication::translate("formats", "Change its ADDRESSn, NETMASKn and GATEWAYn by hand.")};
    else if (*text != current(path))
        put(path, text->isEmpty() ? std::nullopt : text);
}

void IfcfgWriter::writeSlave(const BondPlan &plan, const SlavePlan &slave, bool isOld)
{
    IfcfgFile nic = fileFor(slave.name, slave.mac.value());
    ShellFile &file = nic.file;
    const bool wasOn = m_folder.isOnBoot(nic);
    const IfcfgFile *bond = m_folder.find(plan.name);
    // The bond takes its slaves along, whatever they say themselves.
    const bool isSwitched = wasOn != plan.autoconnect && (!bond || m_folder.isOnBoot(*bond) != plan.autoconnect);
    // An address in a slave's file does nothing; it goes with the next change.
    const QList<QByteArray> keys = file.keys();
    const bool isCleaned = m_isEdit && std::any_of(keys.cbegin(), keys.cend(), isAddressKey);
    if (!isOld || isSwitched || isCleaned) {
        for (const char *key : {"BRIDGE", "TEAM_MASTER", "MASTER_UUID"}) {
            if (isOld || !file.contains(key))
                continue;
            m_findings.append(finding(
                Severity::Warning, u"ifcfg.other-master"_s, u"slaves"_s,
                QCoreApplication::translate("formats", "%1 is taken out of “%2”.").arg(slave.name, file.text(key)),
                QCoreApplication::translate("formats", "A NIC can be in one bond, team or bridge only.")));
            file.remove(key);
        }
        if (!isOld || isCleaned)
            file.removeIf(isAddressKey);
        if (!file.contains("DEVICE"))
            file.set("DEVICE", slave.name);
        if (!isOld || isCleaned)
            file.set("BOOTPROTO", u"none"_s);
        if (!isOld) {
            file.set("MASTER", plan.name);
            setBasics(&file, plan.autoconnect);
        }
        if (!isOld || isSwitched)
            file.set("ONBOOT", yesNo(plan.autoconnect));
        file.set("SLAVE", u"yes"_s);
    }
    const SlavePlan old = readSlave(nic);
    if (!slave.mac.isEmpty() && old.mac != slave.mac) {
        file.set("HWADDR", slave.mac.value().toString().toUpper());
    } else if (slave.mac.isEmpty() && isOld && !old.mac.isEmpty()) {
        // Another NIC may be there now: with the former one's address the scripts would refuse it. The file of a NIC
        // that only now becomes a port keeps what it knows of its NIC.
        if (!file.contains("DEVICE"))
            file.set("DEVICE", slave.name);
        file.remove("HWADDR");
    }
    if (old.queueId.value_or(0) != slave.queueId.value_or(0))
        file.setOrRemove("BOND_PORT_QUEUE_ID", numberText(slave.queueId));
    if (old.prio.value_or(0) != slave.prio.value_or(0))
        file.setOrRemove("BOND_PORT_PRIO", numberText(slave.prio));
    if (m_dialect.readByService() && (slave.queueId.value_or(0) || slave.prio.value_or(0)))
        m_findings.append(finding(
            Severity::Error, u"ifcfg.port-option"_s, u"slaves"_s,
            QCoreApplication::translate("formats", "The network service cannot set queue id or priority of “%1”.")
                .arg(slave.name),
            QCoreApplication::translate("formats", "Leave them out, or let NetworkManager read the files.")));
    put(nic);
    if (!isOld)
        removeBeside(slave.name);
}

void IfcfgWriter::removeBeside(const QString &device)
{
    for (const IfcfgFile &alias : m_folder.allAliasesOf(device))
        put(alias.path, std::nullopt);
    for (const bool isV6 : {false, true}) {
        if (m_snapshot.find(m_folder.routePathOf(device, isV6)))
            put(m_folder.routePathOf(device, isV6), std::nullopt);
    }
}

void IfcfgWriter::writeVlan(const BondPlan &plan, const VlanPlan &vlan)
{
    const QString name = vlan.interfaceName(plan.name);
    IfcfgFile file = fileFor(name);
    const bool isOld = m_folder.find(name) && m_folder.isVlanOn(file, plan.name);
    QList<Finding> ignored; // said when the files are read
    const VlanPlan old = isOld ? readVlan(file, plan.name, m_folder, &ignored) : VlanPlan{};
    const IfcfgFile *bond = m_folder.find(plan.name);
    const bool wasOn = m_folder.isOnBoot(bond ? *bond : file); // its own switch is left alone until the bond's changes
    // NetworkManager cuts at the first dot: a bond with one in its name would not be the parent.
    const bool isNameEnough = vlan.name.isEmpty() && (m_dialect.readByService() || !plan.name.contains(u'.'));
    if (!isOld) {
        file.file.set("DEVICE", name);
        file.file.set("VLAN", u"yes"_s);
        setBasics(&file.file, plan.autoconnect);
    } else if (wasOn != plan.autoconnect) {
        file.file.set("ONBOOT", yesNo(plan.autoconnect));
    }
    if (!isNameEnough && old.id != vlan.id) {
        file.file.set("PHYSDEV", plan.name);
        file.file.set(m_dialect.readByService() ? "VID" : "VLAN_ID", QString::number(vlan.id));
        if (m_dialect.readByService() && m_dialect.release <= 6 && name != u"vlan%1"_s.arg(vlan.id))
            m_findings.append(
                finding(Severity::Error, u"ifcfg.vlan-name"_s, u"vlans"_s,
                        QCoreApplication::translate("formats", "Release %1 cannot call a VLAN “%2”.")
                            .arg(m_dialect.release)
                            .arg(name),
                        QCoreApplication::translate("formats", "Leave the name out, or call it vlan%1.").arg(vlan.id)));
    }
    if (old.mtu != vlan.mtu)
        file.file.setOrRemove("MTU", numberText(vlan.mtu));
    writeIp(&file.file, name, {old.ipv4, old.ipv6}, {vlan.ipv4, vlan.ipv6}, !isOld);
    if (!isOld || old.ipv4 != vlan.ipv4 || old.ipv6 != vlan.ipv6)
        m_findings += ipFindings({vlan.ipv4, vlan.ipv6}, m_dialect, u"vlans."_s);
    put(file);
}

void IfcfgWriter::freeSlave(const IfcfgFile &slave)
{
    IfcfgFile freed = slave;
    for (const char *key : {"MASTER", "MASTER_UUID", "SLAVE", "BOND_PORT_QUEUE_ID", "BOND_PORT_PRIO"})
        freed.file.remove(key);
    put(freed);
}

void IfcfgWriter::deleteInterface(const IfcfgFile &file)
{
    put(file.path, std::nullopt);
    removeBeside(file.device);
}

/// Options that stand in a modprobe file would still be applied at load time: they are in BONDING_OPTS now.
void IfcfgWriter::moveModuleOptions(const QString &bond)
{
    for (auto it = m_snapshot.files.cbegin(); it != m_snapshot.files.cend(); ++it) {
        if (!isModprobeFile(it.key(), m_dialect))
            continue;
        ModprobeFile file(current(it.key()));
        if (file.options(bond.toUtf8()).isEmpty())
            continue;
        file.removeOptions(bond.toUtf8());
        put(it.key(), file.toBytes());
        m_findings.append(
            finding(Severity::Advice, u"ifcfg.options-moved"_s, it.key(),
                    QCoreApplication::translate("formats", "The options of “%1” move into BONDING_OPTS.").arg(bond)));
    }
}

void IfcfgWriter::writeModprobe(const QString &bond)
{
    const QByteArray name = bond.toUtf8();
    for (auto it = m_snapshot.files.cbegin(); it != m_snapshot.files.cend(); ++it) {
        if (!isModprobeFile(it.key(), m_dialect))
            continue;
        const ModprobeFile file(current(it.key()));
        if (file.isOverridden("bonding") || file.isOverridden(name))
            m_findings.append(finding(
                Severity::Warning, u"modprobe.overridden"_s, it.key(),
                QCoreApplication::translate("formats", "“%1” keeps the bonding driver from being loaded as usual.")
                    .arg(it.key()),
                QCoreApplication::translate("formats", "Look at its “install” and “blacklist” lines.")));
        if (file.aliasesOf("bonding").contains(name))
            return;
    }
    if (const QString path = m_dialect.modprobePath(); !path.isEmpty()) {
        ModprobeFile file(current(path));
        if (file.addAlias(name, "bonding"))
            put(path, file.toBytes());
    }
}

void IfcfgWriter::removeFromModprobe(const QString &bond)
{
    for (auto it = m_snapshot.files.cbegin(); it != m_snapshot.files.cend(); ++it) {
        if (!isModprobeFile(it.key(), m_dialect))
            continue;
        ModprobeFile file(current(it.key()));
        file.removeAlias(bond.toUtf8());
        file.removeOptions(bond.toUtf8());
        if (file.toBytes() == it->content)
            continue;
        const bool isOurs = it.key() != u"/etc/modprobe.conf" && file.isBlank();
        put(it.key(), isOurs ? std::nullopt : std::optional(file.toBytes()));
    }
}

Result<Rendering> IfcfgWriter::write(const BondPlan &plan)
{
    if (auto checked = checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    const auto mac = fixedMac(plan);
    if (!mac)
        return tl::unexpected(mac.error());
    m_findings += releaseFindings(m_dialect);
    if (const auto problem = nameFinding(m_dialect, plan.name))
        m_findings.append(*problem);
    QList<Finding> ignored;
    const auto inForce = readBond(plan.name, m_folder, &ignored);
    if (m_dialect.readByService())
        nameRoutingDomains(plan, inForce ? &*inForce : nullptr, u"ifcfg"_s, &m_findings);
    // What works as it stands (an alias beside DHCP) need not be writable anew.
    if (!inForce || inForce->ipv4 != plan.ipv4 || inForce->ipv6 != plan.ipv6)
        m_findings += ipFindings({plan.ipv4, plan.ipv6}, m_dialect, {});

    const QList<IfcfgFile> oldSlaves = m_folder.slavesOf(plan.name);
    const QList<IfcfgFile> oldVlans = m_folder.vlansOn(plan.name);
    writeBond(plan, *mac);
    for (const SlavePlan &slave : plan.slaves) {
        const bool isOld = std::any_of(oldSlaves.cbegin(), oldSlaves.cend(),
                                       [&](const IfcfgFile &file) { return file.device == slave.name; });
        writeSlave(plan, slave, isOld);
    }
    for (const VlanPlan &vlan : plan.vlans)
        writeVlan(plan, vlan);
    for (const IfcfgFile &old : oldSlaves) {
        if (!plan.slaveByName(old.device)
            && !old.device.isEmpty()) // a file with an unknown NIC is none that the plan leaves out
            freeSlave(old);
    }
    for (const IfcfgFile &old : oldVlans) {
        const bool isKept = std::any_of(plan.vlans.cbegin(), plan.vlans.cend(), [&](const VlanPlan &vlan) {
            return vlan.interfaceName(plan.name) == old.device;
        });
        if (!isKept && m_folder.vlanId(old) > 0)
            deleteInterface(old);
    }
    if (!m_folder.find(plan.name) || !m_folder.isBond(*m_folder.find(plan.name)))
        writeModprobe(plan.name);
    return finish(plan.name);
}

/// A shared file, or the order in which bonds load the driver, may reach further than the bond that was asked for.
void IfcfgWriter::guardOtherBonds(const QString &bond, const ChangeSet &changes)
{
    QStringList others = m_folder.bonds();
    others.removeAll(bond);
    if (others.isEmpty())
        return;
    FileSnapshot after = m_snapshot;
    for (const FileChange &change : changes.files) {
        if (!change.newText)
            after.files.remove(change.path);
        else
            after.files[change.path].content = *change.newText;
    }
    QList<Finding> ignored;
    const Folder folder(after, m_dialect);
    for (const QString &other : std::as_const(others)) {
        const auto before = readBond(other, m_folder, &ignored);
        const auto now = readBond(other, folder, &ignored);
        if (!before || !now || (before->mode == now->mode && before->options == now->options))
            continue;
        m_findings.append(
            finding(Severity::Error, u"ifcfg.other-bond"_s, ifcfgPath(other),
                    QCoreApplication::translate(
                        "formats", "%1 has no options of its own, and would lose those that it shares with %2.")
                        .arg(other, bond),
                    QCoreApplication::translate("formats", "Give %1 a BONDING_OPTS line first.").arg(other)));
    }
}

Result<Rendering> IfcfgWriter::finish(const QString &bond)
{
    if (m_refusal)
        return tl::unexpected(*m_refusal);
    Rendering rendering;
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
        const FileState *old = m_snapshot.find(it.key());
        std::optional<QByteArray> text = *it;
        if (text && !isModprobeFile(it.key(), m_dialect) && old && *text != old->content) {
            ShellFile file(*text); // a changed file is one that a shell can read afterwards
            file.normalize();
            text = file.toBytes();
        }
        rendering.changes.add(m_snapshot.change(it.key(), text));
    }
    guardOtherBonds(bond, rendering.changes);
    rendering.findings = m_findings;
    return rendering;
}

Result<Rendering> IfcfgWriter::remove(const QString &bond)
{
    const IfcfgFile *file = m_folder.find(bond);
    if (!file || !m_folder.isBond(*file))
        return failWithoutBond(bond);
    for (const IfcfgFile &vlan : m_folder.vlansOn(bond))
        deleteInterface(vlan);
    for (const IfcfgFile &vlan : m_folder.vlansAbove(bond))
        m_findings.append(vlanLeftAlone(vlan.device, m_folder.vlanParent(vlan), vlan.path, Severity::Warning));
    for (const IfcfgFile &slave : m_folder.slavesOf(bond))
        freeSlave(slave);
    deleteInterface(*file);
    removeFromModprobe(bond);
    return finish(bond);
}

} // namespace bondwright::formats::ifcfg
