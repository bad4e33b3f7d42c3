// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/statsmessage.h"

#include <linux/if_link.h>

namespace bondwright::kernel::netlink
{

std::optional<Counters> parseStats(const Message &message)
{
    const auto header = readAs<if_stats_msg>(message.payload);
    if (!header || header->ifindex == 0 || header->ifindex > quint32(std::numeric_limits<int>::max()))
        return std::nullopt;
    const auto attribute = attributesAfter<if_stats_msg>(message.payload).find(IFLA_STATS_LINK_64);
    // The first eight fields have been there since 2.6.35; later ones may or may not follow.
    struct First {
        std::uint64_t rxPackets, txPackets, rxBytes, txBytes, rxErrors, txErrors, rxDropped, txDropped;
    };
    const auto stats = attribute ? readAs<First>(attribute->payload) : std::nullopt;
    if (!stats)
        return std::nullopt;
    Counters counters;
    counters.ifindex = int(header->ifindex);
    counters.rxBytes = stats->rxBytes;
    counters.txBytes = stats->txBytes;
    counters.rxPackets = stats->rxPackets;
    counters.txPackets = stats->txPackets;
    counters.rxErrors = stats->rxErrors;
    counters.txErrors = stats->txErrors;
    counters.rxDropped = stats->rxDropped;
    counters.txDropped = stats->txDropped;
    return counters;
}

} // namespace bondwright::kernel::netlink
