// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/ethtool/ethtool.h"
#include "kernel/netlink/statsmessage.h"
#include "kernel/statetracker.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::kernel;
using namespace bondwright::kernel::netlink;

// Whatever comes from the socket: every reader of messages takes it, and what they read leads to a state
// that holds together, told once (applying the same datagram again finds no bond changed).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    StateTracker tracker;
    tracker.reset({});
    const auto messages = splitDatagram(std::as_bytes(std::span(data, size)));
    std::vector<DefaultRoute> routes;
    for (const Message &message : messages) {
        message.errorText();
        parseStats(message);
        ethtool::parseLinkModes(message);
        if (const auto address = parseAddress(message))
            tracker.apply(*address);
        const auto found = parseDefaultRoutes(message);
        routes.insert(routes.end(), found.begin(), found.end());
        if (const auto link = parseLink(message)) {
            tracker.apply(*link);
            if (!tracker.apply(*link).isEmpty())
                std::abort();
        }
    }
    tracker.setDefaultRoutes(routes);
    for (const BondState &bond : tracker.snapshot().bonds) {
        for (const SlaveState &slave : bond.slaves) {
            if (tracker.snapshot().nics.value(slave.ifindex).masterIndex != bond.ifindex)
                std::abort();
        }
    }
    return 0;
}
