// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgreader.h"

#include "domain/findings.h"
#include "domain/macaddress.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/folderjudge.h"
#include "formats/ifcfg/ipreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

std::optional<quint32> mtuOf(const KeyReader &reader)
{
    const QString text = reader.text("MTU");
    bool isNumber = false;
    const quint32 mtu = text.toUInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || mtu == 0))
        reader.complainOfValue("MTU", QCoreApplication::translate("formats", "Write a number of bytes, as 1500."));
    return isNumber && mtu > 0 ? std::optional(mtu) : std::nullopt;
}

BondMac macOf(const KeyReader &reader)
{
    const QString text = reader.text("MACADDR");
    const MacAddress mac = MacAddress::fromString(text);
    // NetworkManager's words for a MAC that it makes up, or keeps.
    static const QStringList words{u"preserve"_s, u"permanent"_s, u"random"_s, u"stable"_s};
    if (words.contains(text) && !reader.isByService())
        reader.complain(
            Severity::Advice, u"ifcfg.mac-word"_s, "MACADDR",
            QCoreApplication::translate("formats", "MACADDR=%1 is NetworkManager’s word: a plan does not say it.")
                .arg(text),
            QCoreApplication::translate("formats", "It stays as it is in changes of this file."));
    else if (!text.isEmpty() && mac.isEmpty())
        reader.complainOfValue("MACADDR",
                               QCoreApplication::translate("formats", "Write an address as 52:54:00:12:34:56."));
    return BondMac(mac);
}

void readOptions(const KeyReader &reader, BondPlan *plan, QList<Finding> *findings)
{
    const QStringList slaves = plan->slaveNames();
    const BondingOpts own
        = readBondingOpts(reader.file().file.text("BONDING_OPTS"), reader.folder().optionsReaderOf(reader.file()));
    QList<Finding> notes;
    const BondingOpts opts = settle(moduleOptsOf(plan->name, reader.folder()), own, slaves, reader.isByService(),
                                    reader.folder().dialect(), &notes);
    plan->mode = opts.mode.value_or(Mode::BalanceRr);
    plan->options = opts.options;
    for (const QString &word : own.foreign)
        notes.append(finding(Severity::Warning, u"ifcfg.foreign-option"_s, {},
                             QCoreApplication::translate(
                                 "formats", "“%1” in BONDING_OPTS is no option of the driver, or not with this value.")
                                 .arg(word.left(60)),
                             QCoreApplication::translate("formats", "“bondctl options” lists them.")));
    const QString place = placeOf(reader.file().path, reader.file().file.lineOf("BONDING_OPTS"));
    for (Finding &note : notes) {
        note.field = place;
        findings->append(note);
    }
}

QStringList pathsOf(const QString &bond, const Folder &folder)
{
    QStringList paths;
    for (const IfcfgFile &file : folder.files()) {
        const bool isOwn = file.baseDevice() == bond && !file.device.isEmpty();
        const bool isVlan = folder.isVlanOn(file, bond);
        if (!isOwn && !isVlan && !folder.isSlaveOf(file, bond))
            continue;
        paths.append(file.path);
        if (isVlan) {
            for (const IfcfgFile &alias : folder.allAliasesOf(file.device))
                paths.append(alias.path);
        }
        for (const bool isV6 : {false, true}) {
            if (const QString route = folder.routePathOf(file.device, isV6); folder.snapshot().find(route))
                paths.append(route);
        }
    }
    paths.removeDuplicates();
    // The bond's own file first, as everybody looks for it.
    if (const IfcfgFile *own = folder.find(bond)) {
        paths.removeAll(own->path);
        paths.prepend(own->path);
    }
    return paths;
}

} // namespace

BondingOpts moduleOptsOf(const QString &bond, const Folder &folder)
{
    // NetworkManager sets every option itself, those that the file does not name to their defaults.
    const IfcfgFile *file = folder.find(bond);
    if (file && !folder.isReadByService(*file) && !folder.dialect().isAssumed)
        return {};
    return readModuleParameters(folder.moduleWords(bond));
}

SlavePlan readSlave(const IfcfgFile &file)
{
    SlavePlan slave;
    slave.name = file.device;
    slave.mac = MacAddress::fromString(file.text("HWADDR"));
    bool isNumber = false;
    if (const ushort queue = file.text("BOND_PORT_QUEUE_ID").toUShort(&isNumber); isNumber && queue > 0)
        slave.queueId = queue;
    if (const int prio = file.text("BOND_PORT_PRIO").toInt(&isNumber); isNumber && prio != 0)
        slave.prio = prio;
    return slave;
}

VlanPlan readVlan(const IfcfgFile &file, const QString &bond, const Folder &folder, QList<Finding> *findings)
{
    VlanPlan vlan;
    vlan.id = quint16(folder.vlanId(file));
    if (file.device != vlan.interfaceName(bond))
        vlan.name = file.device;
    vlan.mtu = mtuOf(KeyReader(folder, file, findings));
    const IpPair ip = readIp(file, folder, findings);
    vlan.ipv4 = ip.ipv4;
    vlan.ipv6 = ip.ipv6;
    return vlan;
}

std::optional<BondPlan> readBond(const QString &name, const Folder &folder, QList<Finding> *findings)
{
    const IfcfgFile *file = folder.find(name);
    if (!file || !folder.isBond(*file) || file->file.isUncertain("BONDING_OPTS"))
        return std::nullopt;
    const KeyReader reader(folder, *file, findings);
    BondPlan plan;
    plan.name = name;
    for (const IfcfgFile &slave : folder.slavesOf(name)) {
        if (!plan.slaveByName(slave.device) && !slave.device.isEmpty())
            plan.slaves.append(readSlave(*folder.find(slave.device)));
    }
    readOptions(reader, &plan, findings);
    plan.mac = macOf(reader);
    plan.mtu = mtuOf(reader);
    const IpPair ip = readIp(*file, folder, findings);
    plan.ipv4 = ip.ipv4;
    plan.ipv6 = ip.ipv6;
    for (const IfcfgFile &vlan : folder.vlansOn(name)) {
        const int id = folder.vlanId(vlan);
        const bool isListed = std::any_of(plan.vlans.cbegin(), plan.vlans.cend(),
                                          [&](const VlanPlan &v) { return v.interfaceName(plan.name) == vlan.device; });
        if (id > 0 && !isListed)
            plan.vlans.append(readVlan(*folder.find(vlan.device), name, folder, findings));
    }
    plan.autoconnect = folder.isOnBoot(*file);
    return asFound(plan);
}

BridgeOf bridgesIn(const Folder &folder)
{
    return [&folder](const QString &device) -> std::optional<Bridge> {
        const IfcfgFile *file = folder.find(device);
        const QString bridge = file ? folder.bridgeOf(*file) : QString();
        if (bridge.isEmpty())
            return std::nullopt;
        return Bridge{bridge, placeOf(file->path, file->file.lineOf(folder.bridgeKey(*file)))};
    };
}

VlanPlace vlansIn(const Folder &folder)
{
    return [&folder](const QString &device) -> std::optional<QString> {
        const IfcfgFile *file = folder.find(device);
        return file && folder.isVlan(*file)
            ? std::optional(placeOf(file->path, file->file.lineOf(file->file.contains("VLAN") ? "VLAN" : "TYPE")))
            : std::nullopt;
    };
}

Reading readBonds(const FileSnapshot &snapshot, const Dialect &dialect)
{
    const Folder folder(snapshot, dialect);
    Reading reading;
    reading.findings = judgeFolder(folder);
    QStringList names = folder.bonds();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (!reading.hasRoomFor(name))
            break;
        if (const auto plan = readBond(name, folder, &reading.findings)) {
            reading.bonds.append({*plan, pathsOf(name, folder)});
            nameBridges(*plan, u"ifcfg.bridge"_s, bridgesIn(folder), &reading.findings);
            nameVlanPorts(*plan, u"ifcfg.vlan-port"_s, vlansIn(folder), &reading.findings);
        }
    }
    return reading;
}

} // namespace bondwright::formats::ifcfg
