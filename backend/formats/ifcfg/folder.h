// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifcfg/dialect.h"
#include "formats/ifcfg/moduleoptions.h"
#include "formats/shell/shellfile.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::formats::ifcfg
{

QString scriptsFolder(); ///< /etc/sysconfig/network-scripts
QString networkPath(); ///< /etc/sysconfig/network: sourced before each ifcfg file
QString ifcfgPath(const QString &device);
QString routePath(const QString &device, bool isV6);

/// Files that RHEL does not take for configurations: editors' and packages' left-overs, loopback.
/// Everything else that begins with "ifcfg-" is live, whatever its suffix. Releases 5 and 6 do not know ".old".
bool isIgnoredName(const QString &fileName, int release = Dialect::newest);

/// A yes as the scripts (is_true) and NetworkManager understand it: yes, true, on, 1, y, t.
bool isYes(const QString &value);
/// A no in the same way (is_false).
bool isNo(const QString &value);

/// One ifcfg-* file, parsed once.
struct IfcfgFile {
    QString path;
    ShellFile file;
    /// DEVICE; the NIC of HWADDR where this host has it; the name that a VLAN gets; or the file name's part after
    /// "ifcfg-". Empty: the NIC is named by a MAC that no NIC here has.
    QString device;

    QString text(const QByteArray &key) const { return file.text(key).simplified(); } ///< blanks in quotes are nothing
    QString baseDevice() const { return device.section(u':', 0, 0); } ///< without ":1" of an alias
    bool isAlias() const { return device.contains(u':'); }
    bool isRange() const; ///< ifcfg-bond0-range0: many aliases at once
};

/// All ifcfg files of a snapshot, in the order in which the scripts' glob finds them, and the relations
/// between them.
class Folder final
{
public:
    Folder(const FileSnapshot &snapshot, const Dialect &dialect);
    Q_DISABLE_COPY_MOVE(Folder)

    const Dialect &dialect() const { return m_dialect; }
    const FileSnapshot &snapshot() const { return m_snapshot; }
    const QList<IfcfgFile> &files() const { return m_files; }
    const ShellFile &network() const { return m_network; } ///< /etc/sysconfig/network
    const ModuleOptions &module() const { return m_module; }

    const IfcfgFile *find(const QString &device) const; ///< not an alias
    const IfcfgFile *findByMac(const MacAddress &mac) const; ///< HWADDR
    /// The file of the interface's routes: route-DEVICE, or called like its ifcfg file.
    QString routePathOf(const QString &device, bool isV6) const;
    QList<IfcfgFile> aliasesOf(const QString &device) const; ///< that the parent takes along; also ranges
    /// As aliasesOf(), with those that have to be started by hand (ONPARENT=no).
    QList<IfcfgFile> allAliasesOf(const QString &device) const;

    /// Whether the network service reads this file, not NetworkManager.
    bool isReadByService(const IfcfgFile &file) const;
    Reader readerOf(const IfcfgFile &file) const
    {
        return isReadByService(file) ? Reader::NetworkService : Reader::NetworkManager;
    }
    /// Where nothing tells, the scripts, which take every target that is named.
    Reader optionsReaderOf(const IfcfgFile &file) const
    {
        return m_dialect.isAssumed ? Reader::NetworkService : readerOf(file);
    }
    bool isBond(const IfcfgFile &file) const;
    const QStringList &bonds() const { return m_bonds; } ///< in natural order, as the service starts them
    /// What the module itself was given, under the bond's own BONDING_OPTS.
    QStringList moduleWords(const QString &bond) const;
    /// Whether SLAVE, VLAN, … mean yes to the service that reads the file.
    bool saysYes(const IfcfgFile &file, const QByteArray &key) const;
    bool isSlaveOf(const IfcfgFile &file, const QString &bond) const;
    /// Whether only a shell would know if the file makes a slave.
    bool mayBeSlave(const IfcfgFile &file) const;
    /// Whether the file names the bond as its master, taken for a slave or not.
    bool namesMaster(const IfcfgFile &file, const QString &bond) const;
    bool isVlan(const IfcfgFile &file) const;
    bool isVlanOn(const IfcfgFile &file, const QString &bond) const;
    /// In the order the bond's remark names, then the glob's; with rival files of one NIC.
    QList<IfcfgFile> slavesOf(const QString &bond) const;
    QList<IfcfgFile> vlansOn(const QString &bond) const; ///< by VLAN id
    /// VLANs on the bond's VLANs, and on those: no plan says them.
    QList<IfcfgFile> vlansAbove(const QString &bond) const;
    int vlanId(const IfcfgFile &file) const; ///< 0: not to be told
    int vlanId(const IfcfgFile &file, Reader reader) const; ///< as that service reads it
    /// What a VLAN is on: of PHYSDEV or of its name. Empty: not to be told.
    QString vlanParent(const IfcfgFile &file) const { return m_vlanParents.value(file.path); }
    /// The bridge whose port it is: neither service gives it addresses then. Empty: none.
    QString bridgeOf(const IfcfgFile &file) const;
    QByteArray bridgeKey(const IfcfgFile &file) const; ///< the key that names it
    /// What in the bond is started at boot.
    bool isOnBoot(const IfcfgFile &file) const;

private:
    QString deviceOf(const IfcfgFile &file) const;
    QString vidOf(const IfcfgFile &file) const; ///< VID, where it is read
    void findVlanParents();

    const FileSnapshot &m_snapshot;
    Dialect m_dialect;
    ShellFile m_network;
    ModuleOptions m_module;
    QList<IfcfgFile> m_files;
    QHash<QString, const IfcfgFile *> m_byDevice;
    QStringList m_bonds;
    QHash<QString, QString> m_vlanParents; ///< by the VLAN's path
};

/// The VLAN id that a device's name tells: bond0.100, vlan100. 0: none.
int vlanIdOfName(const QString &device);

/// The remark in a bond's file that keeps the order of the slaves; it must not contain "DEVICE=", "TYPE=",
/// "SLAVE=" or "NM_CONTROLLED=", which the boot script greps for and evaluates.
inline constexpr char orderRemark[] = "order of the slaves:";

} // namespace bondwright::formats::ifcfg
