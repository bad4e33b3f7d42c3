// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <span>
#include <type_traits>

namespace bondwright::kernel::netlink
{

/// What came from a netlink socket: borrowed, possibly unaligned, not trusted.
using Bytes = std::span<const std::byte>;

/// A value in host byte order out of the beginning of @p bytes; nullopt if they are too few.
/// Longer is fine: the kernel may append to a structure, never change its beginning.
template <typename T>
std::optional<T> readAs(Bytes bytes)
{
    static_assert(std::is_trivially_copyable_v<T>);
    if (bytes.size() < sizeof(T))
        return std::nullopt;
    T value;
    std::memcpy(&value, bytes.data(), sizeof(T)); // netlink aligns to 4, not to T
    return value;
}

} // namespace bondwright::kernel::netlink
