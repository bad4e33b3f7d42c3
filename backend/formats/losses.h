// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"

namespace bondwright::formats
{

/// The plan with everything left out that means nothing: options at the kernel's default, a metric of no route, which
/// family a search domain stands with.
BondPlan essence(BondPlan plan);

/// What the files made from a plan do not hold when they are read again: an error "format.lost" with its field for
/// each, unless a finding names that field already. Another order of the ports is an advice.
/// @param kept nullptr: the files hold no such bond at all
void nameLosses(const BondPlan &wanted, const BondPlan *kept, const QString &program, QList<Finding> *findings);

/// Search domains that only tell which servers to ask (“~example.org”): an error "format.routing-domain" with its field for
/// each, where the program takes them for names to search.
/// @param old what the files say already, which stays; nullptr: nothing
void nameRoutingDomains(const BondPlan &plan, const BondPlan *old, const QString &program, QList<Finding> *findings);

/// Whether a finding says that a format cannot hold something: no reason not to migrate, once it has been said.
bool isAnnouncedLoss(const Finding &finding);

/// Whether a finding of reading names something that no plan says, and that changes keep: routes of other tables,
/// rules, a bridge above the bond, VLANs on its VLANs, VLANs as its ports.
bool isBeyondPlans(const Finding &finding);

} // namespace bondwright::formats
