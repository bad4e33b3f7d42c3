// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "helperclient/types.h"
#include "kernel/snapshot.h"

namespace bondwright::helper
{

/// The plan, with the defaults of what @p before sets and it leaves out: the options' defaults (NetworkManager's,
/// where that makes the bond), no queue, no priority, the usual MTU. Otherwise what an earlier plan set on a running
/// bond would stay, unnoticed. Options get the table's names and canonical values.
BondPlan withFallbacks(const BondPlan &plan, const BondPlan *before, Backend backend, const kernel::Snapshot &snapshot);

/// Whether a NIC of this host has this MAC, or had it before it became a port.
bool isMacOfNic(const MacAddress &mac, const kernel::Snapshot &snapshot);
/// The MAC that the bond would take from its first slave if it were made anew; empty if that is not known.
MacAddress macOfFirstSlave(const BondPlan &plan, const kernel::Snapshot &snapshot);

} // namespace bondwright::helper
