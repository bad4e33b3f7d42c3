// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/options.h"

#include <initializer_list>
#include <limits>

namespace bondwright::options
{

using Rows = QList<OptionSpec>;

constexpr quint8 modeMask(std::initializer_list<int> modes)
{
    quint8 mask = 0;
    for (const int mode : modes)
        mask = static_cast<quint8>(mask | (1U << mode));
    return mask;
}

inline constexpr quint8 arpModes = modeMask({0, 1, 2, 3});
inline constexpr quint8 primaryModes = modeMask({1, 5, 6});
inline constexpr quint8 lacpMode = modeMask({4});
inline constexpr std::int64_t intMax = std::numeric_limits<std::int32_t>::max();

/// The table's parts; allOptions() joins them in this order.
Rows modeRow();
Rows monitoringRows();
Rows arpRows();
Rows primaryRows();
Rows failoverRows();
Rows balancingRows();
Rows lacpRows();
Rows slaveRows();
Rows moduleRows();

} // namespace bondwright::options
