// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <cstdint>

namespace bondwright::kernel
{

/// Counters of one interface (struct rtnl_link_stats64), absolute.
struct Counters {
    int ifindex = 0;
    std::uint64_t rxBytes = 0, txBytes = 0, rxPackets = 0, txPackets = 0;
    std::uint64_t rxErrors = 0, txErrors = 0, rxDropped = 0, txDropped = 0;

    friend bool operator==(const Counters &, const Counters &) = default;
};

/// All watched interfaces at one instant, one kernel request.
struct CounterSample {
    qint64 monotonicNs = 0; ///< CLOCK_MONOTONIC, taken when the answer was read
    QList<Counters> interfaces;

    friend bool operator==(const CounterSample &, const CounterSample &) = default;
};

/// Per second, between two samples; robust to counter resets (a reset gives zero, not a spike).
struct Rates {
    int ifindex = 0;
    double rxBytes = 0, txBytes = 0, rxPackets = 0, txPackets = 0;
    double rxErrors = 0, txErrors = 0, rxDropped = 0, txDropped = 0;
};

/// @param before, after same interface; @return zeros if after < before or no time has passed
Rates ratesBetween(const Counters &before, qint64 beforeNs, const Counters &after, qint64 afterNs);

} // namespace bondwright::kernel
