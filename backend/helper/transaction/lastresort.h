// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"

namespace bondwright::helper
{

/// How many processes may die over one record before only the last resort is tried.
inline constexpr quint32 maxStarts = 2;

/// A rollback that depends on nothing else: the files of the record, then the kernel by netlink. It uses no backend and
/// no bus and reads no configuration file, so that what the two processes before died of is avoided; a NetworkManager that
/// runs is told by another process, which is waited for some seconds. Blocks until it is done.
/// @return of the process: 0 if nothing is left to be done
int rollBackByRecordAlone(const Environment &environment);

} // namespace bondwright::helper
