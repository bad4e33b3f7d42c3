// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "neighbours/switchport.h"

#include <QByteArray>

namespace bondwright::neighbours
{

/// The first neighbour of a file /run/systemd/netif/lldp/IFINDEX of systemd-networkd (up to 256): frames, each after its
/// length as 64 bits, little endian. nullopt if there is none that can be read.
std::optional<SwitchPort> parseNetworkdLldp(const QByteArray &file);

} // namespace bondwright::neighbours
