// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"

namespace bondwright::models
{

/// A plan in words, a line for each thing that it sets: mode, slaves, options, addresses, VLANs. Translated; names and
/// values as the plan has them.
QStringList planText(const BondPlan &plan);

} // namespace bondwright::models
