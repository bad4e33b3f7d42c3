// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/planverifier.h"

namespace bondwright::kernel
{

/// The other direction of verifyPlan(): what runs although the plan does not ask for it. Options away from
/// their default, addresses beside the planned ones, an MTU, priorities, and VLANs named after the bond.
/// What comes about by itself is left out: addresses from DHCP or router advertisements, link-local ones, and
/// the miimon that the driver sets where a mode cannot do without. Slaves beyond the plan are in verifyPlan().
/// @return in each, `expected` is empty; nothing if the bond does not run
QList<Difference> unplannedState(const BondPlan &plan, const Snapshot &snapshot);

/// VLANs that the bond had by one plan, has not by the other, and that run: "bond0.20". Not those whose id changes, of which
/// verifyPlan() tells.
QStringList droppedVlans(const BondPlan &before, const BondPlan &after, const Snapshot &snapshot);

/// Whether a difference of verifyPlan() is something that runs without being asked for.
bool isUnplanned(const Difference &difference);

} // namespace bondwright::kernel
