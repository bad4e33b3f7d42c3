// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "kernel/snapshot.h"

namespace bondwright::ui
{

/// The plan that would make what runs now, as far as the kernel tells: the kernel's own defaults are left
/// out, and how an address came about (DHCP or by hand) cannot be seen, so it is taken as given by hand.
BondPlan runningPlan(const kernel::BondState &bond, const kernel::Snapshot &snapshot);

} // namespace bondwright::ui
