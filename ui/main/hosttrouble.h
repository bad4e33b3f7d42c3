// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "helperclient/types.h"
#include "kernel/snapshot.h"

#include <optional>

namespace bondwright::ui
{

/// What this host lacks, in words, with what still works: the bonding driver, a service in charge of the
/// network, the helper. Empty if all is there.
/// @param capabilities nullopt: not answered yet; @param trouble why there is no answer, if there is none
/// @param remedy what to do about a helper that does not answer
QList<Finding> hostTroubles(const kernel::Snapshot &snapshot, const std::optional<helper::Capabilities> &capabilities,
                            const std::optional<Error> &trouble, const QString &remedy);

/// The exact command for this system that brings the helper, or shows why it does not answer; translated.
/// @param programFolder where this program lies: a source tree is recognised by it
/// @param isInstalled the helper's unit is there
QString helperRemedy(const QString &programFolder, bool isInstalled);
/// The same for another host: what to do there.
QString helperRemedyOn(const QString &host);
/// Where nothing can be changed on this computer, everything can be tried on the practice host.
Finding practiceOffer();

/// Bonds that are configured but do not run: nothing else in the window would show them.
QList<Finding> notRunning(const kernel::Snapshot &snapshot, const QStringList &configured);

} // namespace bondwright::ui
