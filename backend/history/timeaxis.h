// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/slidingbuffer.h"

#include <array>
#include <chrono>

namespace bondwright::history
{

/// One level of the pyramid. Level 0 holds the samples as they came.
struct LevelSpec {
    std::chrono::nanoseconds width; ///< of a bucket; 0 at level 0
    std::size_t capacity;
};

/// Ten minutes at 20 Hz as sampled (longer at lower rates), then ever coarser up to 24 hours.
inline constexpr std::array<LevelSpec, 6> levelSpecs{{
    {std::chrono::nanoseconds(0), 12000},
    {std::chrono::milliseconds(250), 2400}, // 10 min
    {std::chrono::seconds(1), 3600}, // 1 h
    {std::chrono::seconds(5), 17280}, // 24 h
    {std::chrono::seconds(30), 2880}, // 24 h
    {std::chrono::seconds(120), 720}, // 24 h
}};
inline constexpr int levelCount = int(levelSpecs.size());

/// When the samples and buckets of all series of one history began. Shared, because one request samples
/// all interfaces at the same instant.
class TimeAxis
{
public:
    /// Which levels got a new bucket (level 0 always does).
    using Opened = std::array<bool, levelSpecs.size()>;

    TimeAxis();
    /// @param timeNs CLOCK_MONOTONIC, later than the last; @return false and nothing done if it is not
    bool push(qint64 timeNs, Opened &opened);
    /// Level 0: the instants; above: the beginnings of the buckets. Rising; periods without samples have no buckets.
    std::span<const qint64> times(int level) const { return m_levels[std::size_t(level)].span(); }
    quint64 total(int level) const { return m_levels[std::size_t(level)].total(); }

private:
    std::vector<SlidingBuffer<qint64>> m_levels;
};

} // namespace bondwright::history
