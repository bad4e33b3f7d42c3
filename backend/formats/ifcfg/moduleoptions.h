// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifcfg/dialect.h"
#include "formats/modprobe/modprobefile.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace bondwright::formats::ifcfg
{

/// /etc/modprobe.d, which alone is written, and those that kmod (release 7 on) reads as well.
QStringList modprobeFolders(const Dialect &dialect);
/// Whether it is an administrator's: /etc/modprobe.conf, /etc/modprobe.d/*.conf; releases 5 and 6 read every name there.
bool isModprobeFile(const QString &path, const Dialect &dialect);
/// Those that modprobe reads, in its order: by name, whatever folder they are in; a name in an earlier folder hides the
/// same name in a later one. Source: modprobe.d(5), conf_files_list() of kmod.
QStringList modprobeFiles(const FileSnapshot &snapshot, const Dialect &dialect);

/// One line about bonds, and where it stands.
struct ModuleLine {
    QString path;
    ModprobeLine line;
};

/// What the modprobe files say about the bonding driver. It is loaded once: by the first bond, as "bonding" if that one
/// has BONDING_OPTS, else by its alias ("modprobe bond0"), and only then do "options bond0" count, for all bonds.
/// Source: is_available and install_bonding_driver in network-functions; modprobe.d(5).
class ModuleOptions final
{
public:
    ModuleOptions() = default;
    ModuleOptions(const FileSnapshot &snapshot, const Dialect &dialect);

    const QList<ModuleLine> &lines() const { return m_lines; }
    /// Whether a line makes this name a bond: "alias bond0 bonding", or "install bond0 … bonding … -o bond0".
    bool names(const QString &bond) const;
    QStringList named() const;
    bool hasAlias(const QString &bond) const;
    /// The parameters of "options NAME …".
    QStringList options(const QString &name) const;
    /// The parameters of "install BOND … bonding … -o BOND …" or "options BOND -o BOND …", which load the driver once
    /// more for this bond.
    QStringList installed(const QString &bond) const;

private:
    Dialect m_dialect;
    QList<ModuleLine> m_lines;
};

} // namespace bondwright::formats::ifcfg
