// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/yaml/yamlnode.h"

namespace bondwright::formats::cloudinit
{

/// The bonds of network configuration version 1, as cloudinit/net/network_state.py reads it. @param config its list "config"
QList<BondPlan> bondsOfVersion1(const yaml::Node &config);
/// What is said there of the bond that a plan does not have.
QList<Finding> leftOfVersion1(const BondPlan &plan, const yaml::Node &config);

} // namespace bondwright::formats::cloudinit
