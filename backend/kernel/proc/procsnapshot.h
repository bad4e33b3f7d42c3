// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/proc/procbonding.h"
#include "kernel/snapshot.h"

namespace bondwright::kernel
{

/// Bonds of /proc/net/bonding files as a host of their own, for whatever shows or judges a snapshot. Interface numbers
/// are given from 1 on, a bond's before those of its slaves; a slave that the driver sees up counts as having a carrier.
/// What the files do not tell (addresses, MTU, drivers) stays empty.
/// @param bonds with their names; of two with the same name the second becomes "NAME#2"
Snapshot snapshotOf(const QList<ProcBond> &bonds);

} // namespace bondwright::kernel
