// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "domain/result.h"

namespace bondwright::formats::ifcfg
{

/// The scripts paste names and addresses into awk programs, "eval" and unquoted commands, so quoting is not
/// enough: every text of a plan must be what it claims to be. The error names the first one that is not
/// ("ifcfg.name", "ifcfg.address", "ifcfg.domain", "ifcfg.mac").
Result<void> checkPlanTexts(const BondPlan &plan);

} // namespace bondwright::formats::ifcfg
