// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ifupdown/ifupdownreader.h"

#include <functional>

namespace bondwright::formats::ifupdown
{

/// Makes the stanzas say a plan. The stanzas of NICs that become ports are disabled where they stand, and enabled again
/// when the NIC leaves the bond.
class IfupdownWriter final
{
public:
    explicit IfupdownWriter(const FileSnapshot &snapshot);

    /// Errors: those of checkPlanTexts(), "format.mac", "ifupdown.name-taken".
    Result<Rendering> write(const BondPlan &plan);
    Result<Rendering> remove(const QString &bond);

private:
    /// Changes a stanza of the interface; the tree is read anew afterwards.
    void edit(const StanzaPlace &place, const std::function<void(InterfacesFile &, qsizetype)> &change);
    void refresh();
    void create(const BondPlan &plan);
    void writeOptions(const BondPlan &plan, const BondPlan &old);
    void writePorts(const BondPlan &plan, const QStringList &former);
    void writeInterface(const QString &interface, const QStringList &firstLines, const IpConfig &ipv4,
                        const IpConfig &ipv6, std::optional<quint32> mtu, const MacAddress &mac);
    QStringList comingAliases(const QString &interface) const;
    QStringList keptAliases(const QString &interface, IpPair *ip) const;
    void removeStanzas(const QString &name);
    void writeVlans(const BondPlan &plan, const BondPlan *old);
    void removeInterface(const QString &interface);
    void releasePort(const QString &nic, const QString &bond);
    Rendering finished() const;

    FileSnapshot m_snapshot; ///< as it was
    FileSnapshot m_now;
    InterfacesTree m_tree;
    QList<Finding> m_findings;
};

} // namespace bondwright::formats::ifupdown
