// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "domain/plan.h"

namespace bondwright::formats
{

/// Puts the address itself in place of "permanent:<nic>", from the plan's slaves or the host's facts:
/// configuration files know no such thing. Left as it is if the address is not known.
BondPlan withResolvedMac(BondPlan plan, const HostFacts &host = {});
/// The address to write, none for "the first slave's". Error "format.mac" if it is not known here.
Result<MacAddress> fixedMac(const BondPlan &plan);

} // namespace bondwright::formats
