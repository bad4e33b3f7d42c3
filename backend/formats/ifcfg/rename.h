// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/ifcfg/dialect.h"

namespace bondwright::formats::ifcfg
{

/// Gives a bond another name in all files that know it: its own, with aliases and routes, those of the VLANs that are
/// called after it, MASTER= and PHYSDEV= of others, GATEWAYDEV=, and the alias and options of modprobe.
/// Errors: "format.no-bond", "format.name-taken", "ifcfg.uncertain".
Result<Rendering> renameBond(const QString &bond, const QString &name, const FileSnapshot &snapshot,
                             const Dialect &dialect);

} // namespace bondwright::formats::ifcfg
