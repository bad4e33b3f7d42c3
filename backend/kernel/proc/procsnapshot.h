// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/proc/procbonding.h"
#include "kernel/snapshot.h"

namespace bondwright::kernel
{

/// A /proc/net/bonding file as a host of its own, for whatever shows or judges a snapshot. The bond gets interface
/// number 1, its slaves 2, 3, …; a slave that the driver sees up counts as having a carrier. What the file does not
/// tell (addresses, MTU, drivers) stays empty.
/// @param name of the bond, which only the file's own name tells
Snapshot snapshotOf(const ProcBond &proc, const QString &name);

} // namespace bondwright::kernel
