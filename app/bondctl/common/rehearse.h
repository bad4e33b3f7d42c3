// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rehearsal/rehearsal.h"

namespace bondwright::cli
{

/// Who makes the namespaces.
enum class RehearseBy : quint8 { ThisUser, Helper };

/// Runs the event loop until the rehearsal is over.
/// @param kind nullopt: the switch that the mode needs, and a look at others
rehearsal::Report rehearse(const BondPlan &plan, const HostFacts &host, std::optional<rehearsal::SwitchKind> kind,
                           RehearseBy by = RehearseBy::ThisUser);
/// The report for a terminal, with the command for the helper's way where that helps.
QString rehearsalText(const rehearsal::Report &report);

} // namespace bondwright::cli
