// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "helperclient/types.h"

#include <optional>

namespace bondwright::cli
{

/// The arguments that apply, remove and restore have in common.
struct ChangeArguments {
    QStringList positional;
    helper::ApplyOptions options;
    std::optional<bool> wait; ///< --wait, --no-wait; neither: a terminal is asked, others are not waited for
    bool assumeYes = false; ///< --yes: no question before the change
    bool json = false;
};

/// Prints what is wrong with the arguments and returns nothing.
std::optional<ChangeArguments> parseChangeArguments(Context &context, int positionalCount);

/// Positional arguments only; prints and returns nothing on anything else.
std::optional<QStringList> parsePositional(Context &context, int minimum, int maximum);

} // namespace bondwright::cli
