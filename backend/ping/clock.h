// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace bondwright::ping
{

/// Nanoseconds of a POSIX clock, e.g. CLOCK_MONOTONIC.
inline qint64 clockNs(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

inline qint64 monotonicNs()
{
    return clockNs(CLOCK_MONOTONIC);
}

} // namespace bondwright::ping
