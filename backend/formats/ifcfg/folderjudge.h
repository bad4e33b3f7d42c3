// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ifcfg/folder.h"

namespace bondwright::formats::ifcfg
{

/// What is wrong with the files themselves and between them, in every file of the folder: also where a fault is the
/// reason that a file makes no bond. Each finding names the file and, where there is one, the line.
/// Errors: what a plan read from these files would say may be wrong.
QList<Finding> judgeFolder(const Folder &folder);

} // namespace bondwright::formats::ifcfg
