// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace bondwright::rules
{

inline constexpr quint32 smallestMtu = 68; ///< ETH_MIN_MTU, also the least IPv4 needs (RFC 791)
inline constexpr quint32 largestMtu = 65535; ///< ETH_MAX_MTU
inline constexpr quint32 smallestIpv6Mtu = 1280; ///< RFC 8200

} // namespace bondwright::rules
