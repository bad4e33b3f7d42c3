// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/serieshistory.h"

#include <cmath>
#include <limits>

namespace bondwright::history
{

SeriesHistory::SeriesHistory()
    : m_samples(levelSpecs[0].capacity)
{
    for (std::size_t level = 1; level < levelSpecs.size(); ++level)
        m_levels.push_back({SlidingBuffer<Bucket>(levelSpecs[level].capacity), 0});
}

void SeriesHistory::push(float value, const TimeAxis::Opened &opened)
{
    constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
    m_samples.push(value);
    for (std::size_t at = 0; at < m_levels.size(); ++at) {
        Level &level = m_levels[at];
        if (opened[at + 1] || level.buckets.isEmpty()) {
            level.buckets.push({nothing, nothing, nothing});
            level.count = 0;
        }
        if (std::isnan(value))
            continue;
        Bucket &bucket = level.buckets.last();
        if (++level.count == 1) {
            bucket = {value, value, value};
        } else {
            bucket.minimum = std::min(bucket.minimum, value);
            bucket.maximum = std::max(bucket.maximum, value);
            bucket.mean += (value - bucket.mean) / float(level.count);
        }
    }
}

} // namespace bondwright::history
