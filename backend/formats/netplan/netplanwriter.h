// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/netplan/netplantree.h"
#include "formats/yaml/yamlnode.h"

namespace bondwright::formats::netplan
{

/// A new bond gets a file of its own, /etc/netplan/90-NAME.yaml: netplan merges it with the others, whose remarks and order
/// stay. Only what merging cannot undo is changed in its place: a NIC's own addresses and DHCP become a
/// remark there while the NIC is a port (lists are joined, not replaced). A bond that stands in a file is changed there,
/// entry by entry.
class NetplanWriter final
{
public:
    explicit NetplanWriter(const FileSnapshot &snapshot);

    /// Errors: those of checkPlanTexts(), "format.mac", "netplan.refused" (what is there is wrong already), "yaml.flow",
    /// "netplan.made-anew" (in /run or /lib).
    Result<Rendering> write(const BondPlan &plan);
    /// Errors: "format.no-bond", "yaml.flow", "netplan.made-anew", "netplan.refused" (something else there names the bond).
    Result<Rendering> remove(const QString &bond);

private:
    Result<void> set(const QString &path, const QStringList &entry, const yaml::Node &value);
    /// Where it is said now, last; in @p home where it is not.
    Result<void> put(const QStringList &entry, const yaml::Node &value, const QString &home);
    Result<void> create(const BondPlan &plan);
    Result<void> change(const BondPlan &plan, const BondPlan &old);
    Result<void> takeNic(const SlavePlan &slave, const QString &bond, const QString &home);
    void restoreNic(const QString &nic, const QString &bond);
    Result<Rendering> finished();

    const FileSnapshot &m_snapshot;
    NetplanTree m_tree;
    FileSnapshot m_now;
    QList<Finding> m_findings;
};

} // namespace bondwright::formats::netplan
