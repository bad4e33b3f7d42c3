// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/processcost.h"

#include <malloc.h>

/// The proportional share (PSS): what the process costs the machine.
inline double memoryMiB()
{
    ::malloc_trim(0);
    return double(bondwright::memoryKiB("Pss")) / 1024;
}
/// What it holds itself. Unlike the PSS it does not depend on which other programs use the same libraries just now.
inline double ownMemoryMiB()
{
    ::malloc_trim(0);
    return double(bondwright::memoryKiB("Anonymous") + bondwright::memoryKiB("Swap")) / 1024;
}
