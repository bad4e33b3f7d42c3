// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "helperclient/types.h"
#include "kernel/snapshot.h"

#include <optional>

namespace bondwright::ui
{

/// What this host lacks, in words, with what still works: the bonding driver, somebody in charge of the
/// network, the helper. Empty if all is there.
/// @param capabilities nullopt: not answered yet; @param trouble why there is no answer, if there is none
QList<Finding> hostTroubles(const kernel::Snapshot &snapshot, const std::optional<helper::Capabilities> &capabilities,
                            const std::optional<Error> &trouble);

/// Bonds that are configured but do not run: nothing else in the window would show them.
QList<Finding> notRunning(const kernel::Snapshot &snapshot, const QStringList &configured);

} // namespace bondwright::ui
