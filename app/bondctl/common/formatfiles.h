// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "domain/changereason.h"
#include "formats/format.h"

#include <memory>

namespace bondwright::cli
{

class Arguments;

/// The format `id` with --rhel and --service; what is missing is taken from the host below the root.
/// Error "usage": the release does not read that format.
Result<std::unique_ptr<formats::Format>> formatFor(std::optional<FormatId> id, const Arguments &arguments,
                                                   const QString &root);

/// Backs the files up, writes them all or none, and says what came of each and where the originals are.
/// @return the exit status
int writeBelow(Context &context, const QString &root, const formats::ChangeSet &changes, const ChangeReason &reason);

/// Prints a rendering as --diff and --json have it. Below a root it writes the files, all or none, and says where the
/// originals are; not with --diff, nor if there are errors. @return the exit status
int deliver(Context &context, const Arguments &arguments, const formats::Rendering &rendering, FormatId format,
            const QString &root, const ChangeReason &reason);

/// On standard error, so that the output proper can be piped.
void printFindings(Context &context, const QList<Finding> &findings);

} // namespace bondwright::cli
