// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ipkeys.h"

namespace bondwright::formats::ifcfg
{

/// How many of the wanted addresses, the last ones, stand in alias files that need no change: with their label, and all
/// else that no plan says. 0: none, or the aliases have to be written anew.
qsizetype aliasesThatStay(const QString &device, const Folder &folder, const IpConfig &old, const IpConfig &wanted);
IpPair withoutLastAddresses(IpPair ip, qsizetype count);

} // namespace bondwright::formats::ifcfg
