// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>

#include <cstddef>

namespace bondwright
{

/// Bytes that this program has allocated and not freed; 0 under AddressSanitizer, whose heap is its own.
inline std::size_t heapBytes()
{
    const struct mallinfo2 now = ::mallinfo2();
    return now.uordblks + now.hblkhd;
}

} // namespace bondwright
