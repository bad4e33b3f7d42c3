// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/rehearsal.h"

namespace bondwright::cli
{

/// Runs the event loop until the rehearsal is over.
/// @param kind nullopt: the switch that the mode needs, and a look at others
rehearsal::Report rehearse(const BondPlan &plan, const HostFacts &host, std::optional<rehearsal::SwitchKind> kind);

} // namespace bondwright::cli
