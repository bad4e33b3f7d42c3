// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgreader.h"

#include "domain/hardwareaddress.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/routefile.h"
#include "formats/modprobe/modprobefile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

std::optional<quint32> mtuOf(const IfcfgFile &file)
{
    bool isNumber = false;
    const quint32 mtu = file.file.text("MTU").toUInt(&isNumber);
    return isNumber && mtu > 0 ? std::optional(mtu) : std::nullopt;
}

/// What the module is loaded with: "options bond0 …" (its alias), for hosts that keep the options there.
QString moduleOptions(const QString &bond, const FileSnapshot &snapshot)
{
    QStringList words;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        if (!isModprobeFile(it.key()))
            continue;
        for (const QByteArray &word : ModprobeFile(it->content).options(bond.toUtf8()))
            words.append(QString::fromUtf8(word));
    }
    return words.join(u' ');
}

void reportProblems(const IfcfgFile &file, QList<Finding> *findings)
{
    const ShellFile::Problems &problems = file.problems;
    const auto warn = [&](const QString &code, const QString &message, const QString &advice) {
        findings->append(finding(Severity::Warning, code, file.path, message.arg(fileNameOf(file.path)), advice));
    };
    if (problems.hasCommands)
        warn(u"ifcfg.commands"_s, QCoreApplication::translate("formats", "“%1” runs commands when it is read."),
             QCoreApplication::translate("formats",
                                         "They are never run here: what is shown may differ from what happens."));
    if (problems.isBroken)
        warn(u"ifcfg.broken"_s, QCoreApplication::translate("formats", "“%1” has an unclosed quote or a NUL byte."),
             QCoreApplication::translate("formats", "A shell stops reading there: correct the file."));
    if (problems.hasCrlf)
        warn(u"ifcfg.crlf"_s, QCoreApplication::translate("formats", "“%1” has DOS line ends."),
             QCoreApplication::translate(
                 "formats", "A shell takes them for a part of the values; the next change corrects them."));
    if (problems.hasBom)
        warn(u"ifcfg.bom"_s, QCoreApplication::translate("formats", "“%1” begins with a byte order mark."),
             QCoreApplication::translate("formats",
                                         "A shell takes it for a part of the first line; the next change removes it."));
    for (const QByteArray &key : file.file.keys()) {
        if (file.file.isDynamic(key))
            findings->append(
                finding(Severity::Warning, u"ifcfg.dynamic"_s, file.path,
                        QCoreApplication::translate("formats", "The value of %1 in “%2” is only known to a shell.")
                            .arg(QString::fromUtf8(key), fileNameOf(file.path)),
                        QCoreApplication::translate("formats", "Write the value itself.")));
    }
}

} // namespace

bool isModprobeFile(const QString &path)
{
    return path == u"/etc/modprobe.conf" || (folderOf(path) == u"/etc/modprobe.d" && path.endsWith(u".conf"));
}

SlavePlan readSlave(const IfcfgFile &file)
{
    SlavePlan slave;
    slave.name = file.device();
    slave.mac = canonicalMac(file.file.text("HWADDR").toLower()).value_or(QString());
    bool isNumber = false;
    if (const ushort queue = file.file.text("BOND_PORT_QUEUE_ID").toUShort(&isNumber); isNumber && queue > 0)
        slave.queueId = queue;
    if (const int prio = file.file.text("BOND_PORT_PRIO").toInt(&isNumber); isNumber && prio != 0)
        slave.prio = prio;
    return slave;
}

IpPair readIp(const IfcfgFile &file, const Folder &folder, const FileSnapshot &snapshot)
{
    const QString device = file.device();
    IpPair ip = readIpKeys(file.file, folder.aliasesOf(device));
    if (const FileState *routes = snapshot.find(routePath(device, false)))
        ip.ipv4.routes = readRoutes(routes->content, device).routes;
    if (const FileState *routes = snapshot.find(routePath(device, true)))
        ip.ipv6.routes = readRoutes(routes->content, device).routes;
    return ip;
}

VlanPlan readVlan(const IfcfgFile &file, const QString &bond, const Folder &folder, const FileSnapshot &snapshot)
{
    VlanPlan vlan;
    vlan.id = quint16(Folder::vlanId(file));
    if (const QString device = file.device(); device != u"%1.%2"_s.arg(bond).arg(vlan.id))
        vlan.name = device;
    vlan.mtu = mtuOf(file);
    const IpPair ip = readIp(file, folder, snapshot);
    vlan.ipv4 = ip.ipv4;
    vlan.ipv6 = ip.ipv6;
    return vlan;
}

std::optional<BondPlan> readBond(const QString &name, const Folder &folder, const FileSnapshot &snapshot)
{
    const IfcfgFile *file = folder.find(name);
    if (!file || !folder.isBond(*file))
        return std::nullopt;
    BondPlan plan;
    plan.name = name;
    // BONDING_OPTS is applied after the module's own options and wins over them.
    const BondingOpts opts = readBondingOpts(moduleOptions(name, snapshot) + u' ' + file->file.text("BONDING_OPTS"));
    plan.mode = opts.mode.value_or(Mode::BalanceRr);
    plan.options = opts.options;
    for (const IfcfgFile &slave : folder.slavesOf(name))
        plan.slaves.append(readSlave(slave));
    plan.mac = canonicalMac(file->file.text("MACADDR").toLower()).value_or(QString());
    plan.mtu = mtuOf(*file);
    const IpPair ip = readIp(*file, folder, snapshot);
    plan.ipv4 = ip.ipv4;
    plan.ipv6 = ip.ipv6;
    for (const IfcfgFile &vlan : folder.vlansOn(name))
        plan.vlans.append(readVlan(vlan, name, folder, snapshot));
    plan.autoconnect = !file->file.contains("ONBOOT") || isYes(file->file.text("ONBOOT"));
    return plan;
}

Reading readBonds(const FileSnapshot &snapshot)
{
    const Folder folder(snapshot);
    Reading reading;
    QStringList names;
    for (const IfcfgFile &file : folder.files()) {
        if (folder.isBond(file) && !names.contains(file.device()))
            names.append(file.device());
    }
    names.sort();
    for (const QString &name : std::as_const(names)) {
        FoundBond found;
        found.plan = *readBond(name, folder, snapshot);
        QList<IfcfgFile> files{*folder.find(name)};
        files += folder.aliasesOf(name) + folder.slavesOf(name) + folder.vlansOn(name);
        for (const IfcfgFile &file : std::as_const(files)) {
            reportProblems(file, &reading.findings);
            found.paths.append(file.path);
            for (const bool isV6 : {false, true}) {
                if (const QString route = routePath(file.device(), isV6); snapshot.find(route))
                    found.paths.append(route);
            }
        }
        const BondingOpts opts = readBondingOpts(folder.find(name)->file.text("BONDING_OPTS"));
        for (const QString &word : opts.foreign)
            reading.findings.append(finding(
                Severity::Warning, u"ifcfg.foreign-option"_s, folder.find(name)->path,
                QCoreApplication::translate("formats", "“%1” in BONDING_OPTS is no option of the driver.").arg(word)));
        reading.bonds.append(found);
    }
    for (auto it = snapshot.unreadable.cbegin(); it != snapshot.unreadable.cend(); ++it) {
        // "ifup" and others are links on every such host.
        if (folderOf(it.key()) == scriptsFolder() && isIgnoredName(fileNameOf(it.key())))
            continue;
        reading.findings.append(finding(Severity::Warning, it->code, it.key(), it->message, it->hint));
    }
    return reading;
}

} // namespace bondwright::formats::ifcfg
