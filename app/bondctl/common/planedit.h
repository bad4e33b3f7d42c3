// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/changeoptions.h"

#include "domain/hostfacts.h"
#include "domain/plan.h"

namespace bondwright::cli
{

/// What an edit begins with.
struct EditBase {
    HostFacts host;
    std::optional<BondPlan> plan; ///< the bond's: as it is configured, else as it runs; none: there is no such bond
};

/// Error "bond.unknown": there is nothing to edit; proposes the name that was probably meant.
Result<void> hasPlan(const EditBase &base, const QString &bond);

/// Errors "nic.unknown": this host has no such interface; proposes the name that was probably meant. "nic.twice".
Result<void> areNics(const HostFacts &host, const QStringList &names);

/// Makes a new plan of what there is, or says why it cannot.
using PlanEdit = std::function<Result<BondPlan>(const EditBase &base)>;

/// The options of commands that make a plan: those of every change, and --print.
QList<Option> planEditOptions();

/// Asks for the bond's plan, edits it, and applies the result as "apply" does, or prints it.
/// @return the exit status
int editBond(Context &context, const QString &bond, const Arguments &arguments, const PlanEdit &edit);

} // namespace bondwright::cli
