// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "neighbours/switchport.h"

#include <cstddef>
#include <span>

namespace bondwright::neighbours
{

inline constexpr quint16 lldpEtherType = 0x88cc;

/// Reads an Ethernet frame with an LLDP data unit (IEEE 802.1AB-2016, clause 8 and annex D/F of 802.1Q and 802.3).
/// Frames come from an untrusted other end of a cable: lengths are checked, unknown parts skipped, texts made
/// printable and shortened. Errors: "lldp.frame" (no LLDP, cut off, or without its three mandatory parts in order).
Result<SwitchPort> parseLldpFrame(std::span<const std::byte> frame);

} // namespace bondwright::neighbours
