// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "kernel/snapshot.h"

namespace bondwright::kernel
{

/// A running bond as a plan: every option that its mode takes, queues and priorities, a MAC and an MTU of its own,
/// addresses. A family all of whose addresses have a lifetime is taken as automatic (DHCP, a router's announcements).
BondPlan runningPlan(const BondState &bond, const Snapshot &snapshot);

/// What a person would have to write for it: without the values that the kernel gives by itself. As asFound().
BondPlan withoutDefaults(const BondPlan &plan);

} // namespace bondwright::kernel
