// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/bondview.h"

namespace bondwright::kernel
{

/// How many of a bond's slaves can carry traffic.
struct Redundancy {
    int slaves = 0;
    int usable = 0;

    /// One more may fail, and none has.
    bool isFull() const { return slaves >= 2 && usable == slaves; }
};

inline Redundancy redundancyOf(const BondView &view)
{
    Redundancy redundancy;
    if (!view.bond)
        return redundancy;
    redundancy.slaves = int(view.bond->slaves.size());
    for (const SlaveState &slave : view.bond->slaves)
        redundancy.usable += isUsable(*view.bond, slave, view.nic(slave.ifindex)) ? 1 : 0;
    return redundancy;
}

} // namespace bondwright::kernel
