// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/flowcensus.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::kernel;

// Whatever goes over a cable, cut off anywhere, and whatever the program that counts may write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FlowCensus census(1 + int(size % 9));
    const auto flow = flowOfFrame({reinterpret_cast<const std::byte *>(data), size});
    if (flow.has_value() != (size >= 14))
        std::abort();
    if (flow) {
        if (flow->source.has_value() != flow->destination.has_value() || (flow->vlan && *flow->vlan > 4095))
            std::abort();
        if ((flow->protocol == FlowProtocol::NotIp) == flow->source.has_value())
            std::abort();
        census.add(*flow, size);
        const FlowCount count = census.count();
        if (count.flows != 1 || flowCountFromLines(toLines(count)) != count)
            std::abort();
    }
    if (const auto count = flowCountFromLines(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)))) {
        if (count->spreads.isEmpty() || count->flows > FlowCount::maxFlows
            || flowCountFromLines(toLines(*count)) != count)
            std::abort();
    }
    return 0;
}
