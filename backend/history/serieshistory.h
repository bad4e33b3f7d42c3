// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/timeaxis.h"

namespace bondwright::history
{

/// Extremes and mean of the samples in one bucket; all NaN if the bucket holds none.
struct Bucket {
    float minimum;
    float maximum;
    float mean;
};

/// One series of values along a TimeAxis: the samples and a min/max/mean pyramid above them.
///
/// Spans end together with the axis' spans of the same level and may begin later (a series that came later):
/// span[i] belongs to times[times.size() - span.size() + i]. The last bucket of each level is still growing.
/// Spans stay valid until the next push().
class SeriesHistory
{
public:
    SeriesHistory();
    /// @param value NaN: no value at this instant; @param opened from TimeAxis::push() for this instant
    void push(float value, const TimeAxis::Opened &opened);
    std::span<const float> samples() const { return m_samples.span(); }
    /// @param level 1 to levelCount - 1
    std::span<const Bucket> buckets(int level) const { return m_levels[std::size_t(level) - 1].buckets.span(); }

private:
    struct Level {
        SlidingBuffer<Bucket> buckets;
        quint32 count = 0; ///< samples in the last bucket
    };
    SlidingBuffer<float> m_samples;
    std::vector<Level> m_levels;
};

} // namespace bondwright::history
