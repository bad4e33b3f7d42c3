// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ipkeys.h"

namespace bondwright::formats::ifcfg
{

/// The bonds that a snapshot's ifcfg files make, whatever release wrote them.
Reading readBonds(const FileSnapshot &snapshot);

/// One bond; its options may stand in modprobe files. nullopt if there is none of that name.
std::optional<BondPlan> readBond(const QString &name, const Folder &folder, const FileSnapshot &snapshot);
SlavePlan readSlave(const IfcfgFile &file);
VlanPlan readVlan(const IfcfgFile &file, const QString &bond, const Folder &folder, const FileSnapshot &snapshot);
/// With the routes of its route files.
IpPair readIp(const IfcfgFile &file, const Folder &folder, const FileSnapshot &snapshot);

/// Whether the modprobe files of a snapshot hold anything about this path's kind.
bool isModprobeFile(const QString &path);

} // namespace bondwright::formats::ifcfg
