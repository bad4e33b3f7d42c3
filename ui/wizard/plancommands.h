// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "domain/plan.h"

#include <QString>

namespace bondwright::ui
{

/// The plan as a here-document piped into `bondctl apply -`: ready to paste.
QString bondctlCommands(const BondPlan &plan);
/// The plan as nmcli commands: bond, ports in order, VLANs, and the activation.
/// @param host knows the MAC that "permanent:<nic>" means
QString nmcliCommands(const BondPlan &plan, const HostFacts &host);

} // namespace bondwright::ui
