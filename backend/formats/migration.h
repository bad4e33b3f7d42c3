// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"

namespace bondwright::formats
{

/// Moves a bond from one format to another: the files of the new one, the old one's files gone.
/// Findings say what has no equivalent: options the target cannot write, keys, routes and settings that a plan does
/// not know and that stay behind in the backup ("migration.left-behind"). Errors among them: what was read is not sure,
/// or is no plan that check() lets pass; then nothing may be written.
/// "format.no-bond" if the source has no such bond.
Result<Rendering> migrate(const QString &bond, const Format &from, const FileSnapshot &fromFiles, const Format &to,
                          const FileSnapshot &toFiles);

} // namespace bondwright::formats
