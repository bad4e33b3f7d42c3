// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifcfg/ipkeys.h"
#include "formats/shell/shellfile.h"

namespace bondwright::formats::wicked
{

/// The suffix of "IPADDR_1", and the address.
struct SuffixedAddress {
    QByteArray suffix;
    Written<IpNetwork> address; ///< empty: not usable
};
/// In the order of the file.
QList<SuffixedAddress> addressesIn(const ShellFile &file);

/// Writes a bond into SUSE's ifcfg and ifroute files, or takes it out of them.
class WickedWriter
{
public:
    explicit WickedWriter(const FileSnapshot &snapshot);

    /// @param found what the files say of it now; nullptr: nothing. Errors: "wicked.uncertain"
    Result<void> write(const BondPlan &plan, const FoundBond *found);
    Result<void> remove(const FoundBond &found);
    Rendering rendering() const { return m_rendering; }

private:
    ShellFile file(const QString &interface) const;
    void put(const QString &interface, const ShellFile &file);
    void removeFiles(const QString &interface, const ifcfg::IpPair &old);
    void releasePort(const QString &nic);
    void writePort(const QString &nic);
    void writeVlan(const VlanPlan &vlan, const BondPlan &plan, const VlanPlan *old, bool startIsRight);
    void writeVlans(const BondPlan &plan, const BondPlan *old);
    void putRoutes(const QString &interface, const ifcfg::IpPair &old, const ifcfg::IpPair &wanted);
    QString optionText(const BondPlan &plan);
    void judge(const BondPlan &plan);

    const FileSnapshot &m_snapshot;
    Rendering m_rendering;
    std::optional<Error> m_refusal;
};

} // namespace bondwright::formats::wicked
