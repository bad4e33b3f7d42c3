// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/bridgeport.h"
#include "formats/format.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/folder.h"
#include "formats/vlanport.h"

namespace bondwright::formats::ifcfg
{

/// The bonds that a snapshot's ifcfg files make where this dialect's service reads them, and all that is wrong with the
/// files, also with those that make no bond.
Reading readBonds(const FileSnapshot &snapshot, const Dialect &dialect);

/// One bond; its options may stand in modprobe files. nullopt if there is none of that name.
std::optional<BondPlan> readBond(const QString &name, const Folder &folder, QList<Finding> *findings);
SlavePlan readSlave(const IfcfgFile &file);
VlanPlan readVlan(const IfcfgFile &file, const QString &bond, const Folder &folder, QList<Finding> *findings);
/// Under BONDING_OPTS: what the module itself was given.
BondingOpts moduleOptsOf(const QString &bond, const Folder &folder);

/// The bridges that these files put interfaces into.
BridgeOf bridgesIn(const Folder &folder);
/// And the VLANs that they make.
VlanPlace vlansIn(const Folder &folder);

} // namespace bondwright::formats::ifcfg
