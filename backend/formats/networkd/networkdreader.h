// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/networkd/unitfolder.h"

namespace bondwright::formats::networkd
{

/// Everything about a bond that has a file: null where there is none.
struct BondUnits {
    const Unit *netdev = nullptr;
    const Unit *network = nullptr;
    struct Port {
        const Unit *network = nullptr;
        SlavePlan slave;
    };
    QList<Port> ports;
    struct Vlan {
        const Unit *netdev = nullptr;
        const Unit *network = nullptr; ///< may be null
    };
    QList<Vlan> vlans;

    QStringList paths() const;
};

BondUnits unitsOf(const QString &bond, const UnitFolder &folder, QList<Finding> *findings);
/// Nullopt: no .netdev makes a bond of that name.
std::optional<BondPlan> readBond(const QString &bond, const UnitFolder &folder, QList<Finding> *findings);
Reading readBonds(const FileSnapshot &snapshot);
/// What a plan cannot hold.
QList<Finding> leftBehindOf(const FoundBond &found, const UnitFolder &folder);

/// "10-bond0-port02-eth1.network", whose NIC is known by its MAC only.
QString nicOfPortFile(const QString &fileName, const QString &bond);

} // namespace bondwright::formats::networkd
