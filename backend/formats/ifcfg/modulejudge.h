// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ifcfg/folder.h"

namespace bondwright::formats::ifcfg
{

/// What is wrong with the modprobe files, as far as bonds are concerned: values with which the driver does not load,
/// lines that do nothing, DOS line ends, names that the release does not read.
QList<Finding> judgeModule(const Folder &folder);

} // namespace bondwright::formats::ifcfg
