// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace bondwright
{

inline qint64 clockNs(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// CLOCK_MONOTONIC in ns: the clock of all events, samples and pings.
inline qint64 monotonicNow()
{
    return clockNs(CLOCK_MONOTONIC);
}

/// What the wall clock shows beyond monotonicNow(), in ns.
inline qint64 wallOffset()
{
    return clockNs(CLOCK_REALTIME) - monotonicNow();
}

} // namespace bondwright
