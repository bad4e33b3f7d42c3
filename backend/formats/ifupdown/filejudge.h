// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/ifupdown/interfacestree.h"

namespace bondwright::formats::ifupdown
{

/// Lines of the files that no plan comes from: what ifup refuses, and templates of ifupdown2.
void judgeFiles(const InterfacesTree &tree, QList<Finding> *findings);
/// Scripts that choose which stanza the bond, its ports or its VLANs take.
void nameMappings(const BondPlan &plan, const InterfacesTree &tree, QList<Finding> *findings);

} // namespace bondwright::formats::ifupdown
