// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "domain/options.h"
#include "domain/plandraft.h"

namespace bondwright::cli
{

class Arguments;

/// The driver's options that a plan holds, in the order of the table. @param mode only those that it accepts; none: all
QList<const OptionSpec *> settableOptions(std::optional<Mode> mode);

/// Mode, addresses and MTU, as create and set take them.
QList<Option> bondOptions();
/// NAME=VALUE of the driver's options.
Word settingWord(int minimum);

/// Checks them as far as it can without the bond, before anything is asked or changed. Error "usage".
Result<void> checkBondArguments(const Arguments &arguments);
/// Puts the values of bondOptions() into the draft. Error "usage": a gateway without an address.
Result<void> applyBondOptions(PlanDraft &draft, const Arguments &arguments);
/// The same, and the NICs of --slave, into the draft of a new bond. A gateway or name servers alone leave the addresses
/// to those that the NICs have.
Result<void> applyToNewBond(PlanDraft &draft, const Arguments &arguments);
/// Puts "miimon=200" and its like into the draft; an empty value resets the option. Error "usage": no such option, a
/// value that the driver does not take, an option that has no effect in this mode or beside the others.
Result<void> applySettings(PlanDraft &draft, const QStringList &settings);

} // namespace bondwright::cli
