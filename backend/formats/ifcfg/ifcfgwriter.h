// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifcfg/dialect.h"
#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ipkeys.h"

namespace bondwright::formats::ifcfg
{

/// Makes the change set of one plan in one dialect. Files that exist are edited: comments, order and every
/// key that a plan does not own stay, and so does the spelling of all that is already as it should be.
class IfcfgWriter final
{
public:
    IfcfgWriter(const Dialect &dialect, const FileSnapshot &snapshot);

    /// Errors: "ifcfg.name" (not a name to be put into a file that a shell reads), "format.mac", "ifcfg.uncertain" (a
    /// value that is to change is known to a shell only; names file and line).
    Result<Rendering> write(const BondPlan &plan);
    Result<Rendering> remove(const QString &bond);

private:
    void writeBond(const BondPlan &plan, const MacAddress &mac);
    void writeSlave(const BondPlan &plan, const SlavePlan &slave, bool isOld);
    void writeVlan(const BondPlan &plan, const VlanPlan &vlan);
    void writeIp(ShellFile *file, const QString &device, const IpPair &old, const IpPair &wanted, bool isNew);
    /// Its aliases and routes.
    void removeBeside(const QString &device);
    void writeAliases(const QString &device, const IpConfig &old, const IpConfig &wanted);
    void writeRouteFile(const QString &device, bool isV6, const IpConfig &old, const IpConfig &wanted);
    void switchIp6On();
    void writeModprobe(const QString &bond);
    void removeFromModprobe(const QString &bond);
    void freeSlave(const IfcfgFile &slave);
    void deleteInterface(const IfcfgFile &file);
    void moveModuleOptions(const QString &bond);
    void guardOtherBonds(const QString &bond, const ChangeSet &changes);
    Result<Rendering> finish(const QString &bond);

    /// The file to edit for an interface: its own, wherever it is, or a new one.
    IfcfgFile fileFor(const QString &device, const MacAddress &mac = {});
    void setBasics(ShellFile *file, bool autoconnect) const;
    void put(const QString &path, const std::optional<QByteArray> &text);
    void put(const IfcfgFile &file) { putShell(file.path, file.file); }
    void putShell(const QString &path, ShellFile file); ///< notes a change that the file refused
    QByteArray current(const QString &path) const; ///< with the changes made so far

    const Dialect &m_dialect;
    const FileSnapshot &m_snapshot;
    Folder m_folder;
    QMap<QString, std::optional<QByteArray>> m_texts;
    QList<Finding> m_findings;
    bool m_isEdit = false; ///< the plan is not what the files say already
    std::optional<Error> m_refusal; ///< the first change that cannot be made for sure
};

} // namespace bondwright::formats::ifcfg
