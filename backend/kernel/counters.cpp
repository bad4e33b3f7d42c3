// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/counters.h"

namespace bondwright::kernel
{

namespace
{

// 64-bit counters do not wrap in practice, but some drivers fill them from 32-bit hardware ones.
double rate(std::uint64_t before, std::uint64_t after, double seconds)
{
    if (after >= before)
        return double(after - before) / seconds;
    constexpr std::uint64_t limit32 = std::uint64_t(1) << 32;
    // A wrap goes from near the top to near the bottom; anything else is a reset.
    if (before < limit32 && before > limit32 / 4 * 3 && after < limit32 / 4)
        return double(limit32 - before + after) / seconds;
    return 0;
}

} // namespace

Rates ratesBetween(const Counters &before, qint64 beforeNs, const Counters &after, qint64 afterNs)
{
    Rates rates;
    rates.ifindex = after.ifindex;
    if (afterNs <= beforeNs || before.ifindex != after.ifindex)
        return rates;
    const double seconds = double(afterNs - beforeNs) / 1e9;
    rates.rxBytes = rate(before.rxBytes, after.rxBytes, seconds);
    rates.txBytes = rate(before.txBytes, after.txBytes, seconds);
    rates.rxPackets = rate(before.rxPackets, after.rxPackets, seconds);
    rates.txPackets = rate(before.txPackets, after.txPackets, seconds);
    rates.rxErrors = rate(before.rxErrors, after.rxErrors, seconds);
    rates.txErrors = rate(before.txErrors, after.txErrors, seconds);
    rates.rxDropped = rate(before.rxDropped, after.rxDropped, seconds);
    rates.txDropped = rate(before.txDropped, after.txDropped, seconds);
    return rates;
}

} // namespace bondwright::kernel
