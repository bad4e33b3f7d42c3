// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/shell/shellfile.h"

#include <QList>
#include <QString>

#include <optional>

namespace bondwright::formats::ifcfg
{

QString scriptsFolder(); ///< /etc/sysconfig/network-scripts
QString ifcfgPath(const QString &device);
QString routePath(const QString &device, bool isV6);

/// Files that RHEL does not take for configurations: editors' and packages' left-overs, loopback.
/// Everything else that begins with "ifcfg-" is live, whatever its suffix.
bool isIgnoredName(const QString &fileName);

/// A yes as the scripts and NetworkManager understand it: yes, true, on, 1, y, t.
bool isYes(const QString &value);

/// One ifcfg-* file.
struct IfcfgFile {
    QString path;
    ShellFile file;
    ShellFile::Problems problems; ///< of the text as it lies on the disk; `file` is cut where a shell would stop

    QString device() const; ///< DEVICE, or what stands behind "ifcfg-"
    QString baseDevice() const; ///< without ":1" of an alias
    bool isAlias() const;
};

/// All ifcfg files of a snapshot, in the order in which the scripts' glob finds them, and the relations
/// between them.
class Folder final
{
public:
    explicit Folder(const FileSnapshot &snapshot);

    const QList<IfcfgFile> &files() const { return m_files; }
    const IfcfgFile *find(const QString &device) const; ///< not an alias
    const IfcfgFile *findByMac(const QString &mac) const; ///< HWADDR, lower case
    QList<IfcfgFile> aliasesOf(const QString &device) const;

    bool isBond(const IfcfgFile &file) const;
    bool isSlaveOf(const IfcfgFile &file, const QString &bond) const;
    bool isVlanOn(const IfcfgFile &file, const QString &bond) const;
    QList<IfcfgFile> slavesOf(const QString &bond) const; ///< in the order the bond's remark names, then the glob's
    QList<IfcfgFile> vlansOn(const QString &bond) const; ///< by VLAN id

    static int vlanId(const IfcfgFile &file); ///< 0: not to be told

private:
    QList<IfcfgFile> m_files;
    QByteArrayList m_aliases; ///< bonds named in modprobe files
};

/// The remark in a bond's file that keeps the order of the slaves; it must not contain "DEVICE=", "TYPE=",
/// "SLAVE=" or "NM_CONTROLLED=", which the boot script greps for and evaluates.
inline constexpr char orderRemark[] = "order of the slaves:";

} // namespace bondwright::formats::ifcfg
