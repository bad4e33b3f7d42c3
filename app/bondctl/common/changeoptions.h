// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "helperclient/types.h"

namespace bondwright::cli
{

class Arguments;

/// How a change is made: what all commands that make one have in common.
struct ChangeRequest {
    helper::ApplyOptions options;
    std::optional<bool> wait; ///< --wait, --no-wait; neither: a terminal is asked, others are not waited for
    bool assumeYes = false; ///< --yes: no question before the change
    bool isDryRun = false;
    bool isJson = false; ///< standard output gets one object and nothing else
};

/// Their options. @param changesPlan the ones that only a plan has, too: --backend and --ping
QList<Option> changeOptions(bool changesPlan = true);
/// Error "usage": an address that cannot be reached from everywhere.
Result<ChangeRequest> changeRequest(const Arguments &arguments);

} // namespace bondwright::cli
