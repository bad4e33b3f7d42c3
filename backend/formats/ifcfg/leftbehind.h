// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ifcfg/folder.h"

namespace bondwright::formats::ifcfg
{

QString staticRoutesPath(); ///< /etc/sysconfig/static-routes: the network service alone reads it

/// What the files say that a plan does not carry over: keys with a meaning of their own (PEERDNS=no, not PEERDNS=yes),
/// routes and rules. Keys that have become something else in the plan, as NETMASK has, are not named.
QList<Finding> leftBehindOf(const FoundBond &found, const Folder &folder);

} // namespace bondwright::formats::ifcfg
