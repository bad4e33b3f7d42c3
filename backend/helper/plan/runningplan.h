// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "kernel/snapshot.h"

namespace bondwright::helper
{

/// A running bond as a plan: mode, every option that its mode takes, ports, a MAC and an MTU of its own, addresses
/// that a person or program has set.
BondPlan planFromKernel(const kernel::BondState &bond, const kernel::Snapshot &snapshot);

} // namespace bondwright::helper
