// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"

namespace bondwright::helper
{

/// How many processes may die over one record before nothing but the last resort is tried.
inline constexpr quint32 maxStarts = 2;

/// The way back that needs nobody: the files of the record, then the kernel by netlink. No backend, no bus, no
/// configuration file is read: whatever the two processes before died of is not here. Blocks until it is done.
/// @return of the process: 0 if nothing is left to be done
int takeBackByRecordAlone(const Environment &environment);

} // namespace bondwright::helper
