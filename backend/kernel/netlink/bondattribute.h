// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace bondwright::kernel::netlink
{

/// IFLA_BOND_*, IFLA_BOND_SLAVE_* and IFLA_BOND_AD_INFO_* (include/uapi/linux/if_link.h), written out so
/// that newer ones are understood when built with older headers. The options among them are in the option table.
namespace BondAttribute
{
enum : std::uint16_t {
    Mode = 1,
    ActiveSlave = 2,
    Primary = 11,
    AdInfo = 23,
};
}

namespace AdInfoAttribute
{
enum : std::uint16_t { Aggregator = 1, NumPorts = 2, ActorKey = 3, PartnerKey = 4, PartnerMac = 5 };
}

namespace SlaveAttribute
{
enum : std::uint16_t {
    State = 1,
    MiiStatus = 2,
    LinkFailureCount = 3,
    PermanentHwAddress = 4,
    QueueId = 5,
    AdAggregatorId = 6,
    AdActorOperPortState = 7,
    AdPartnerOperPortState = 8,
    Prio = 9,
    ActorPortPrio = 10,
    AdChurnActorState = 11,
    AdChurnPartnerState = 12,
};
}

} // namespace bondwright::kernel::netlink
