// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/planverifier.h"

namespace bondwright::diagnosis
{

/// In what the running bond differs from its configuration: mode, options, MTU and VLANs that the configuration names.
QList<kernel::Difference> driftOf(const BondPlan &plan, const kernel::Snapshot &snapshot);

} // namespace bondwright::diagnosis
