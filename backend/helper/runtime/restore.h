// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/network.h"

namespace bondwright::helper::runtime
{

/// Restores what is missing (see missing()): master, MAC, MTU, up or down, addresses, routes; links that did
/// not exist then are removed, and what the plans brought (see surplus()). Goes on after an error and reports
/// the first.
Result<void> restore(Network &network, const State &then, const QStringList &linksToRemove,
                     const QList<BondPlan> &plans);

} // namespace bondwright::helper::runtime
