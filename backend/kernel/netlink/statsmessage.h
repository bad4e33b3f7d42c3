// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/counters.h"
#include "kernel/netlink/message.h"

namespace bondwright::kernel::netlink
{

/// IFLA_STATS_LINK_64 of one RTM_NEWSTATS; nullopt if it is not there or shorter than it has ever been.
std::optional<Counters> parseStats(const Message &message);

} // namespace bondwright::kernel::netlink
