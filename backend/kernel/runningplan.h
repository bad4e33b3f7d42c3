// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "kernel/snapshot.h"

namespace bondwright::kernel
{

/// The plan that would make what runs now, as far as the kernel tells: its own defaults are left out, and a family
/// all of whose addresses have a lifetime is taken as automatic (DHCP, a router's announcements).
BondPlan runningPlan(const BondState &bond, const Snapshot &snapshot);

} // namespace bondwright::kernel
