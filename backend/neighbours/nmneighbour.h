// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "neighbours/switchport.h"

#include <QVariantMap>

namespace bondwright::neighbours
{

/// One entry of NetworkManager's property Device.LldpNeighbors (NetworkManager 1.2 and later).
/// nullopt if it names no chassis.
std::optional<SwitchPort> fromNetworkManager(const QVariantMap &neighbour);

} // namespace bondwright::neighbours
