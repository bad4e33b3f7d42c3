// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/folderjudge.h"

#include "domain/options.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/ipkeys.h"
#include "formats/ifcfg/keyreader.h"
#include "formats/ifcfg/managertext.h"
#include "formats/ifcfg/modulejudge.h"
#include "formats/vlanonvlan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// Keys that a plan is made of.
bool isOwnKey(const QByteArray &key)
{
    static const QList<QByteArray> own{"DEVICE",   "TYPE",  "BONDING_OPTS", "BONDING_MASTER", "MASTER", "MASTER_UUID",
                                       "SLAVE",    "VLAN",  "PHYSDEV",      "VLAN_ID",        "VID",    "BOOTPROTO",
                                       "ONBOOT",   "MTU",   "MACADDR",      "HWADDR",         "UUID",   "ONPARENT",
                                       "ADDRESS0", "BRIDGE"};
    return own.contains(key) || isAddressKey(key);
}

/// The known key that an unknown one most likely means; empty: none.
QByteArray keyMeantBy(const QByteArray &key)
{
    static const QMap<QByteArray, QByteArray> habits{
        {"IP", "IPADDR"},       {"IPADDRESS", "IPADDR"},   {"IP_ADDR", "IPADDR"},     {"ADDRESS", "IPADDR"},
        {"MASK", "NETMASK"},    {"SUBNET", "NETMASK"},     {"SUBNETMASK", "NETMASK"}, {"GW", "GATEWAY"},
        {"GATWAY", "GATEWAY"},  {"GETEWAY", "GATEWAY"},    {"DNS", "DNS1"},           {"NAMESERVER", "DNS1"},
        {"NETMAST", "NETMASK"}, {"BOOTPROT", "BOOTPROTO"}, {"ON_BOOT", "ONBOOT"},     {"IPADRR", "IPADDR"}};
    const QByteArray upper = key.toUpper();
    if (upper != key && isOwnKey(upper))
        return upper;
    return habits.value(upper);
}

/// One file at a time: what a shell would stumble over.
class FileJudge
{
public:
    FileJudge(const QString &path, const ShellFile &file, QList<Finding> *findings)
        : m_path(path)
        , m_file(file)
        , m_findings(findings)
    {
    }

    void judge() const
    {
        judgeText();
        for (const ShellSlip &slip : m_file.slips())
            judgeSlip(slip);
        for (const QByteArray &key : m_file.keys())
            judgeKey(key);
    }

private:
    void say(Severity severity, const QString &code, int line, const QString &message, const QString &advice) const
    {
        m_findings->append(finding(severity, code, placeOf(m_path, line), message, advice));
    }

    void judgeText() const
    {
        const ShellFile::Problems &problems = m_file.problems();
        if (problems.unclear > 0)
            say(Severity::Error, u"ifcfg.commands"_s, problems.unclear,
                QCoreApplication::translate("formats", "This command may change any value of the file."),
                QCoreApplication::translate("formats",
                                            "It is never run here: no value of the file is relied upon, and the "
                                            "file is not changed."));
        if (problems.broken > 0 && problems.isOpenQuote)
            say(Severity::Error, u"ifcfg.broken"_s, problems.broken,
                QCoreApplication::translate("formats",
                                            "A quote opens here and is never closed: a shell stops reading."),
                QCoreApplication::translate("formats", "Close it."));
        else if (problems.broken > 0)
            say(Severity::Error, u"ifcfg.broken"_s, problems.broken,
                QCoreApplication::translate("formats", "A syntax error: a shell stops reading here."),
                QCoreApplication::translate("formats", "Correct the line."));
        if (problems.crlf > 0)
            say(Severity::Warning, u"ifcfg.crlf"_s, problems.crlf,
                QCoreApplication::translate("formats", "The file has DOS line ends."),
                QCoreApplication::translate(
                    "formats", "A shell takes them for a part of the values; the next change corrects them."));
        if (problems.bom > 0)
            say(Severity::Warning, u"ifcfg.bom"_s, problems.bom,
                QCoreApplication::translate("formats", "The file begins with a byte order mark."),
                QCoreApplication::translate(
                    "formats", "A shell takes it for a part of the first line; the next change removes it."));
    }

    void judgeSlip(const ShellSlip &slip) const
    {
        const QString key = QString::fromUtf8(slip.key);
        if (slip.kind == ShellSlip::Kind::NoName)
            return say(Severity::Warning, u"ifcfg.no-name"_s, slip.line,
                       QCoreApplication::translate("formats", "“%1” is not set: no variable can be called so.")
                           .arg(key.left(40)),
                       QCoreApplication::translate("formats", "Names have letters, digits and _, as BONDING_OPTS."));
        if (slip.kind == ShellSlip::Kind::BlankBeforeEquals)
            return say(
                Severity::Warning, u"ifcfg.blank-before-equals"_s, slip.line,
                QCoreApplication::translate("formats", "%1 is not set: blanks around “=” make it a command.").arg(key),
                QCoreApplication::translate("formats", "Write %1=value without blanks.").arg(key));
        say(Severity::Warning, u"ifcfg.word-behind-value"_s, slip.line,
            QCoreApplication::translate("formats",
                                        "%1 is not set: with “%2” behind its value it is set for that command only.")
                .arg(key, QString::fromUtf8(slip.word).left(40)),
            QCoreApplication::translate("formats",
                                        "Begin a remark with #, and put quotes around a value with blanks."));
    }

    void judgeKey(const QByteArray &key) const
    {
        const QString name = QString::fromUtf8(key);
        if (m_file.isUncertain(key) && m_file.problems().unclear == 0)
            say(isOwnKey(key) ? Severity::Error : Severity::Warning, u"ifcfg.dynamic"_s, m_file.lineOf(key),
                QCoreApplication::translate("formats", "The value of %1 is only known to a shell.").arg(name),
                QCoreApplication::translate("formats", "Write the value itself."));
        // BONDING_OPTS=mode=1 miimon=100: a second variable, and BONDING_OPTS is incomplete.
        if (findOption(name))
            say(Severity::Warning, u"ifcfg.option-outside"_s, m_file.lineOf(key),
                QCoreApplication::translate("formats",
                                            "%1 stands outside of BONDING_OPTS and does nothing; NetworkManager "
                                            "then takes the whole line for empty.")
                    .arg(name),
                QCoreApplication::translate("formats",
                                            "Put all options into one pair of quotes behind BONDING_OPTS=."));
        if (const QByteArray meant = keyMeantBy(key); !meant.isEmpty())
            say(Severity::Warning, u"ifcfg.unknown-key"_s, m_file.lineOf(key),
                QCoreApplication::translate("formats", "No service reads %1.").arg(name),
                QCoreApplication::translate("formats", "Write %1= if that is meant.").arg(QString::fromLatin1(meant)));
        static const QList<QByteArray> known{"BONDING_OPTS", "BONDING_MASTER", "BOND_PORT_QUEUE_ID", "BOND_PORT_PRIO"};
        if (key.startsWith("BOND") && !known.contains(key))
            say(Severity::Warning, u"ifcfg.unknown-key"_s, m_file.lineOf(key),
                QCoreApplication::translate("formats", "No service reads %1.").arg(name),
                QCoreApplication::translate("formats", "Options of a bond stand behind BONDING_OPTS=."));
    }

    QString m_path;
    const ShellFile &m_file;
    QList<Finding> *m_findings;
};

/// What the files say about each other.
class RelationJudge
{
public:
    RelationJudge(const Folder &folder, QList<Finding> *findings)
        : m_folder(folder)
        , m_findings(findings)
    {
    }

    void judge() const
    {
        for (const IfcfgFile &file : m_folder.files()) {
            judgeSpelling(file);
            judgeReader(file);
            judgeRivals(file);
            judgeSlave(file);
            judgeMaster(file);
            judgeVlan(file);
            judgeBond(file);
        }
        for (const QString &bond : m_folder.bonds()) {
            for (const IfcfgFile &vlan : m_folder.vlansAbove(bond))
                m_findings->append(vlanOnVlan(u"ifcfg.vlan-on-vlan"_s, vlan.device, m_folder.vlanParent(vlan),
                                              placeOf(vlan.path, vlan.file.lineOf("DEVICE"))));
        }
    }

private:
    void say(Severity severity, const QString &code, const IfcfgFile &file, const QByteArray &key,
             const QString &message, const QString &advice) const
    {
        KeyReader(m_folder, file, m_findings).complain(severity, code, key, message, advice);
    }

    /// Files that no service reads, or only one that does not read the bond.
    void judgeReader(const IfcfgFile &file) const
    {
        if (m_folder.dialect().release == 9 && m_folder.isReadByService(file))
            return say(
                Severity::Error, u"ifcfg.nobody"_s, file, "NM_CONTROLLED",
                QCoreApplication::translate("formats", "“%1” is not read: release 9 has no network service any more.")
                    .arg(fileNameOf(file.path)),
                QCoreApplication::translate("formats", "Remove NM_CONTROLLED."));
        const IfcfgFile *bond = m_folder.find(file.text("MASTER"));
        if (bond && !file.isAlias() && m_folder.isReadByService(file) != m_folder.isReadByService(*bond))
            say(Severity::Warning, u"ifcfg.mixed"_s, file, "NM_CONTROLLED",
                QCoreApplication::translate(
                    "formats",
                    "NM_CONTROLLED differs: one of %1 and %2 is NetworkManager’s, the other the "
                    "network service’s, and neither brings up the other’s.")
                    .arg(nameOf(file), bond->device),
                QCoreApplication::translate("formats", "Write the same NM_CONTROLLED in both."));
    }

    /// Values that NetworkManager reads otherwise than a shell does; the plan has the shell's.
    void judgeSpelling(const IfcfgFile &file) const
    {
        if (m_folder.isReadByService(file) || file.file.problems().bom > 0)
            return;
        const QMap<QByteArray, QByteArray> managers = managerValues(file.file.toBytes());
        for (const QByteArray &key : file.file.keys()) {
            const QString theirs = QString::fromUtf8(managers.value(key));
            if (!isOwnKey(key) || file.file.isUncertain(key) || theirs.simplified() == file.text(key))
                continue;
            say(m_folder.dialect().isAssumed ? Severity::Advice : Severity::Error, u"ifcfg.manager-reads"_s, file, key,
                theirs.isEmpty()
                    ? QCoreApplication::translate("formats",
                                                  "NetworkManager takes %1 for empty: it reads one KEY=value from "
                                                  "each line, and nothing else.")
                          .arg(QString::fromLatin1(key))
                    : QCoreApplication::translate("formats", "NetworkManager reads %1=%2, a shell %1=%3.")
                          .arg(QString::fromLatin1(key), theirs.left(60), file.text(key).left(60)),
                QCoreApplication::translate("formats", "Write %1 in a line of its own, without “export”.")
                    .arg(QString::fromLatin1(key)));
        }
    }

    void judgeRivals(const IfcfgFile &file) const
    {
        const IfcfgFile *first = m_folder.find(file.device);
        judgeUuid(file);
        if (first && !file.isAlias() && first->path != file.path)
            say(Severity::Warning, u"ifcfg.rival"_s, file, "DEVICE",
                QCoreApplication::translate("formats",
                                            "“%1” configures %2 as well: both are read, and who comes last wins.")
                    .arg(fileNameOf(first->path), file.device),
                QCoreApplication::translate("formats",
                                            "Correct DEVICE, rename this file to end in .bak, or remove it."));
    }

    /// A file that was copied with its UUID: for NetworkManager both are one profile.
    void judgeUuid(const IfcfgFile &file) const
    {
        const QString uuid = file.text("UUID").toLower();
        for (const IfcfgFile &other : m_folder.files()) {
            if (other.path == file.path || uuid.isEmpty() || m_folder.isReadByService(file))
                return;
            if (other.text("UUID").toLower() == uuid)
                return say(Severity::Warning, u"ifcfg.uuid-twice"_s, file, "UUID",
                           QCoreApplication::translate("formats",
                                                       "“%1” has the same UUID: NetworkManager reads one of them only.")
                               .arg(fileNameOf(other.path)),
                           QCoreApplication::translate("formats", "Give each file a UUID of its own, or none."));
        }
    }

    void judgeSlave(const IfcfgFile &file) const
    {
        const QString master = file.text("MASTER");
        if (file.isAlias())
            return;
        if (m_folder.mayBeSlave(file))
            return say(Severity::Error, u"ifcfg.port-unsure"_s, file, "MASTER",
                       QCoreApplication::translate("formats",
                                                   "Only a shell knows whether “%1” makes a slave, and of which bond.")
                           .arg(fileNameOf(file.path)),
                       QCoreApplication::translate("formats", "Write the values of MASTER and SLAVE themselves."));
        if (isYes(file.text("SLAVE")) && master.isEmpty() && file.text("MASTER_UUID").isEmpty())
            return say(
                Severity::Warning, u"ifcfg.slave-alone"_s, file, "SLAVE",
                QCoreApplication::translate("formats", "SLAVE=yes without MASTER: %1 is in no bond.").arg(nameOf(file)),
                QCoreApplication::translate("formats", "Add MASTER= with the bond’s name, or remove SLAVE."));
        if (master.isEmpty())
            return;
        if (!m_folder.saysYes(file, "SLAVE"))
            say(Severity::Warning, u"ifcfg.master-alone"_s, file, "MASTER",
                m_folder.isReadByService(file)
                    ? QCoreApplication::translate("formats",
                                                  "MASTER without SLAVE=yes: the network service leaves %1 out of %2.")
                          .arg(nameOf(file), master)
                    : QCoreApplication::translate("formats",
                                                  "MASTER without SLAVE=yes: NetworkManager takes %1 into %2, the "
                                                  "network service does not.")
                          .arg(nameOf(file), master),
                QCoreApplication::translate("formats", "Add SLAVE=yes."));
        if (file.device.isEmpty())
            say(Severity::Error, u"ifcfg.no-device"_s, file, "HWADDR",
                QCoreApplication::translate("formats",
                                            "“%1” names its NIC by HWADDR only, and no such NIC is known here: it is "
                                            "not shown among the slaves of %2.")
                    .arg(fileNameOf(file.path), master),
                QCoreApplication::translate("formats", "Add DEVICE= with the NIC’s name."));
    }

    void judgeMaster(const IfcfgFile &file) const
    {
        const QString master = file.text("MASTER");
        if (master.isEmpty() || file.isAlias())
            return;
        const auto isNamed = [&](const QString &bond) { return m_folder.namesMaster(file, bond); };
        const QStringList &bonds = m_folder.bonds();
        if (bonds.contains(master) ? isNamed(master) : std::any_of(bonds.cbegin(), bonds.cend(), isNamed))
            return;
        const IfcfgFile *named = m_folder.find(master);
        if (named && (named->file.isUncertain("BONDING_OPTS") || named->file.isUncertain("TYPE")))
            return; // a shell may make a bond of it, and that has been said
        if (named && m_said.contains(master))
            return;
        m_said.append(master);
        if (!named)
            return say(Severity::Warning, u"ifcfg.no-master"_s, file, "MASTER",
                       QCoreApplication::translate("formats", "%1 is to be a slave of %2, but no file makes %2.")
                           .arg(nameOf(file), master),
                       QCoreApplication::translate("formats", "Write “%1”, or look for what is wrong with it.")
                           .arg(fileNameOf(ifcfgPath(master))));
        say(Severity::Warning, u"ifcfg.master-no-bond"_s, *named, "DEVICE",
            QCoreApplication::translate("formats", "%1 is to be the master of %2, but nothing makes it a bond.")
                .arg(master, nameOf(file)),
            QCoreApplication::translate("formats", "Add BONDING_OPTS=\"mode=… miimon=100\"."));
    }

    void judgeVlan(const IfcfgFile &file) const
    {
        if (file.isAlias() || file.device.isEmpty())
            return;
        const QString parent = file.device.section(u'.', 0, -2);
        const int ofName = vlanIdOfName(file.device);
        if (!m_folder.isVlan(file)) {
            if (ofName > 0 && m_folder.bonds().contains(parent))
                say(Severity::Warning, u"ifcfg.vlan-missing"_s, file, "DEVICE",
                    QCoreApplication::translate("formats",
                                                "%1 looks like a VLAN of %2, but VLAN=yes is missing: it is not made.")
                        .arg(file.device, parent),
                    QCoreApplication::translate("formats", "Add VLAN=yes."));
            return;
        }
        const int ofKey = file.text("VLAN_ID").toInt();
        if (ofKey > 0 && ofName > 0 && ofKey != ofName)
            say(Severity::Warning, u"ifcfg.vlan-id"_s, file, "VLAN_ID",
                QCoreApplication::translate("formats",
                                            "VLAN_ID=%1 and the name %2 differ: NetworkManager takes VLAN_ID, the "
                                            "network service the name; %3 is shown.")
                    .arg(ofKey)
                    .arg(file.device)
                    .arg(m_folder.vlanId(file)),
                QCoreApplication::translate("formats", "Make both the same."));
        if (!judgeZeros(file) && m_folder.vlanId(file) == 0)
            say(Severity::Error, u"ifcfg.vlan-no-id"_s, file, "VLAN",
                QCoreApplication::translate("formats", "Nothing tells the VLAN id of %1.").arg(file.device),
                QCoreApplication::translate("formats", "Call it like bond0.100, or add VLAN_ID= and PHYSDEV=."));
    }

    /// An id like 0100, in the name or as VID: `ip`, to which the scripts hand it on, takes it for an octal number.
    bool judgeZeros(const IfcfgFile &file) const
    {
        const bool isByService = m_folder.isReadByService(file);
        const bool isVid = !file.text("VID").isEmpty();
        const QString number = isVid ? file.text("VID") : file.device.section(u'.', -1);
        if (!number.startsWith(u'0') || (!isVid && !file.device.contains(u'.')))
            return false;
        const int release = m_folder.dialect().release;
        const int ofScripts = m_folder.vlanId(file, Reader::NetworkService);
        if (release == 5 && isByService && !isVid) {
            say(Severity::Warning, u"ifcfg.vlan-zeros"_s, file, "DEVICE",
                QCoreApplication::translate("formats",
                                            "The VLAN is called %1.%2, and %3 is not found, unless VLAN_NAME_TYPE is "
                                            "DEV_PLUS_VID.")
                    .arg(m_folder.vlanParent(file))
                    .arg(ofScripts)
                    .arg(file.device),
                QCoreApplication::translate("formats", "Write the id without zeros in front."));
            return true;
        }
        if (release == 5 || ofScripts == m_folder.vlanId(file, Reader::NetworkManager))
            return false;
        say(ofScripts == 0 && isByService ? Severity::Error : Severity::Warning, u"ifcfg.vlan-zeros"_s, file,
            isVid ? "VID" : "DEVICE",
            ofScripts == 0
                ? QCoreApplication::translate("formats",
                                              "The network service does not make %1: with a zero in front %2 is an "
                                              "octal number, and none.")
                      .arg(file.device, number)
                : QCoreApplication::translate("formats",
                                              "The network service takes %1 for an octal number: it makes the VLAN %2.")
                      .arg(number)
                      .arg(ofScripts),
            QCoreApplication::translate("formats", "Write the id without zeros in front."));
        return true;
    }

    void judgeBond(const IfcfgFile &file) const
    {
        if (!m_folder.isBond(file))
            return;
        if (file.text("DEVICE").isEmpty() && !file.file.isUncertain("DEVICE"))
            say(Severity::Warning, u"ifcfg.no-device"_s, file, "DEVICE",
                QCoreApplication::translate("formats", "“%1” names no DEVICE: neither service starts it.")
                    .arg(fileNameOf(file.path)),
                QCoreApplication::translate("formats", "Add DEVICE=%1.").arg(file.device));
        judgeMaker(file);
        if (!file.text("HWADDR").isEmpty() && m_folder.isReadByService(file) && m_folder.dialect().release >= 6)
            say(Severity::Warning, u"ifcfg.bond-hwaddr"_s, file, "HWADDR",
                QCoreApplication::translate("formats",
                                            "The network service does not start a bond with HWADDR: the bond has "
                                            "another address before it has slaves."),
                QCoreApplication::translate("formats", "Remove HWADDR; the bond’s own address is MACADDR."));
        if (m_folder.dialect().release < 8 && isNo(file.text("ONBOOT"))
            && file.text("ONBOOT").compare(u"no", Qt::CaseInsensitive) != 0)
            say(Severity::Advice, u"ifcfg.onboot"_s, file, "ONBOOT",
                QCoreApplication::translate("formats",
                                            "ONBOOT=%1 means no to NetworkManager and yes to the network service.")
                    .arg(file.text("ONBOOT")),
                QCoreApplication::translate("formats", "Write yes or no."));
    }

    /// What makes the interface a bond in one service's eyes only.
    void judgeMaker(const IfcfgFile &file) const
    {
        const bool isByService = m_folder.isReadByService(file);
        const bool hasOptions = !file.text("BONDING_OPTS").isEmpty() || file.file.isUncertain("BONDING_OPTS");
        if (isByService && !hasOptions && !m_folder.module().names(file.device))
            say(Severity::Error, u"ifcfg.no-options"_s, file, "DEVICE",
                QCoreApplication::translate("formats",
                                            "The network service does not make %1: it knows neither TYPE=Bond nor "
                                            "BONDING_MASTER, and BONDING_OPTS is missing.")
                    .arg(file.device),
                QCoreApplication::translate("formats", "Add BONDING_OPTS=\"mode=… miimon=100\"."));
        const QString type = file.text("TYPE").toLower();
        if (!isByService && !hasOptions && type == u"ethernet" && isYes(file.text("BONDING_MASTER")))
            say(Severity::Error, u"ifcfg.no-options"_s, file, "TYPE",
                QCoreApplication::translate("formats",
                                            "NetworkManager refuses “%1”: BONDING_MASTER=yes needs TYPE=Bond.")
                    .arg(fileNameOf(file.path)),
                QCoreApplication::translate("formats", "Write TYPE=Bond."));
    }

    static QString nameOf(const IfcfgFile &file) { return file.device.isEmpty() ? fileNameOf(file.path) : file.device; }

    const Folder &m_folder;
    QList<Finding> *m_findings;
    mutable QStringList m_said; ///< masters that are no bonds: once, not for each slave
};

} // namespace

QList<Finding> judgeFolder(const Folder &folder)
{
    QList<Finding> findings;
    for (const IfcfgFile &file : folder.files())
        FileJudge(file.path, file.file, &findings).judge();
    FileJudge(networkPath(), folder.network(), &findings).judge();
    RelationJudge(folder, &findings).judge();
    findings += judgeModule(folder);
    return findings;
}

} // namespace bondwright::formats::ifcfg
