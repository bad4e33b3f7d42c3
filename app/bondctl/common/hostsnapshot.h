// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "kernel/snapshot.h"

namespace bondwright::cli
{

/// The interfaces and bonds now of the host that the command is about; what went wrong meanwhile is printed.
/// Error "host.no-answer": the kernel's list could not be read.
Result<kernel::Snapshot> hostSnapshot(Context &context);
/// "link up", "link down", "off": the LINK column of a table.
QString linkWord(const kernel::NicState &nic);
/// Error "bond.unknown", which proposes the name that was probably meant.
Result<kernel::BondState> findBond(const kernel::Snapshot &snapshot, const QString &name);

/// The error "bond.unknown". @param known names of the bonds that there are
Error unknownBond(const QString &name, const QStringList &known);

} // namespace bondwright::cli
