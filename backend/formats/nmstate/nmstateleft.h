// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/options.h"
#include "domain/plan.h"
#include "formats/yaml/yamlnode.h"

namespace bondwright::formats::nmstate
{

/// Newer releases call "link-aggregation" also "bond".
const yaml::Node &groupOf(const yaml::Node &interface);
/// The option of the table that an entry of "options" sets, with the driver's value. nullptr: none, or not this value.
const OptionSpec *planOption(const yaml::Entry &option, QString *value);
/// What no plan holds of the bond's entry, of its VLANs' and its ports'; nothing of any other interface's.
void nameLeftOfInterface(const yaml::Node &interface, const BondPlan &plan, QList<Finding> *findings);

} // namespace bondwright::formats::nmstate
