// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/columnreader.h"

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

namespace
{

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

qint64 widthOf(int level)
{
    return history::levelSpecs[std::size_t(level)].width.count();
}

} // namespace

ColumnReader::ColumnReader(const history::TimeAxis &axis, const history::SeriesHistory &series, qint64 largestGapNs)
    : m_axis(axis)
    , m_series(series)
    , m_largestGap(largestGapNs)
{
}

int ColumnReader::levelFor(qint64 nsPerColumn)
{
    int chosen = 0;
    for (int level = 1; level < history::levelCount; ++level) {
        if (widthOf(level) <= nsPerColumn)
            chosen = level;
    }
    return chosen;
}

ColumnReader::Source ColumnReader::source(int level) const
{
    const auto held = m_axis.times(level);
    const std::size_t own = level == 0 ? m_series.samples().size() : m_series.buckets(level).size();
    // A series that came later than the axis began is complete although it is shorter.
    const bool isComplete = own < held.size() || m_axis.total(level) == held.size();
    return {held.last(std::min(own, held.size())), widthOf(level), isComplete};
}

qint64 ColumnReader::settledUntil(const history::TimeAxis &axis, qint64 nsPerColumn)
{
    const auto times = axis.times(levelFor(nsPerColumn));
    return times.empty() ? 0 : times.back();
}

void ColumnReader::read(qint64 firstColumn, qint64 nsPerColumn, std::span<ChartColumn> columns) const
{
    std::fill(columns.begin(), columns.end(), ChartColumn{});
    if (nsPerColumn <= 0)
        return;
    std::size_t end = columns.size();
    for (int level = levelFor(nsPerColumn); level < history::levelCount && end > 0; ++level) {
        const Source from = source(level);
        if (from.times.empty())
            return;
        std::size_t begin = 0;
        if (!from.isComplete && level + 1 < history::levelCount) {
            const qint64 firstWhole = (from.times.front() + nsPerColumn - 1) / nsPerColumn - firstColumn;
            begin = std::size_t(std::clamp<qint64>(firstWhole, 0, qint64(end)));
        }
        const auto part = columns.subspan(begin, end - begin);
        if (level == 0)
            readSamples(firstColumn + qint64(begin), nsPerColumn, part);
        else
            readBuckets(level, firstColumn + qint64(begin), nsPerColumn, part);
        end = begin;
    }
}

void ColumnReader::readSamples(qint64 firstColumn, qint64 nsPerColumn, std::span<ChartColumn> columns) const
{
    const auto times = source(0).times;
    const auto values = m_series.samples();
    qint64 from = firstColumn * nsPerColumn;
    auto next = std::size_t(std::lower_bound(times.begin(), times.end(), from) - times.begin());
    // Where the straight line between the samples around an instant crosses it; `after` is the first sample
    // at or after it.
    const auto crossing = [&](qint64 time, std::size_t after) {
        if (after == 0 || after >= times.size() || times[after] - times[after - 1] > m_largestGap)
            return nothing;
        const double share = double(time - times[after - 1]) / double(times[after] - times[after - 1]);
        return values[after - 1] + (values[after] - values[after - 1]) * float(share);
    };
    float atBorder = crossing(from, next);
    for (ChartColumn &column : columns) {
        const qint64 until = from + nsPerColumn;
        float sum = 0;
        int count = 0;
        if (!std::isnan(atBorder))
            column.include(atBorder);
        for (; next < times.size() && times[next] < until; ++next) {
            if (std::isnan(values[next]))
                continue;
            column.include(values[next]);
            sum += values[next];
            ++count;
        }
        atBorder = crossing(until, next);
        if (!std::isnan(atBorder))
            column.include(atBorder);
        if (count > 0)
            column.mean = sum / float(count);
        else if (!column.isEmpty())
            column.mean = (column.minimum + column.maximum) / 2;
        if (next >= times.size())
            break;
        from = until;
    }
}

void ColumnReader::readBuckets(int level, qint64 firstColumn, qint64 nsPerColumn, std::span<ChartColumn> columns) const
{
    const Source held = source(level);
    const auto buckets = m_series.buckets(level);
    const auto times = held.times;
    const bool isFine = held.widthNs <= nsPerColumn;
    qint64 from = firstColumn * nsPerColumn;
    auto next = std::size_t(std::lower_bound(times.begin(), times.end(), from) - times.begin());
    ChartColumn before; // as measured, without the stretching below
    for (ChartColumn &column : columns) {
        const qint64 until = from + nsPerColumn;
        float sum = 0;
        int count = 0;
        const auto take = [&](const history::Bucket &bucket) {
            if (std::isnan(bucket.minimum))
                return;
            column.include(bucket.minimum);
            column.include(bucket.maximum);
            sum += bucket.mean;
            ++count;
        };
        if (!isFine && next > 0 && times[next - 1] + held.widthNs > from)
            take(buckets[next - 1]); // began earlier and still covers this column
        for (; next < times.size() && times[next] < until; ++next)
            take(buckets[next]);
        if (count > 0) {
            column.mean = sum / float(count);
            // Neighbours whose ranges do not touch are joined. Only towards the left: a column must not
            // depend on what comes after it.
            const ChartColumn measured = column;
            if (!before.isEmpty()) {
                column.minimum = std::min(column.minimum, before.maximum);
                column.maximum = std::max(column.maximum, before.minimum);
            }
            before = measured;
        } else {
            before = ChartColumn{};
        }
        from = until;
    }
}

float ColumnReader::valueNear(qint64 timeNs) const
{
    for (int level = 0; level < history::levelCount; ++level) {
        const Source held = source(level);
        if (held.times.empty())
            return nothing;
        const auto after = std::lower_bound(held.times.begin(), held.times.end(), timeNs);
        if (after == held.times.begin() && timeNs < held.times.front() && !held.isComplete)
            continue; // older than this level reaches
        auto nearest
            = std::size_t(std::min<std::ptrdiff_t>(after - held.times.begin(), std::ptrdiff_t(held.times.size()) - 1));
        if (level == 0) {
            if (nearest > 0 && timeNs - held.times[nearest - 1] < std::abs(held.times[nearest] - timeNs))
                --nearest;
            return std::abs(held.times[nearest] - timeNs) > m_largestGap ? nothing : m_series.samples()[nearest];
        }
        if (nearest > 0 && held.times[nearest] > timeNs)
            --nearest;
        const bool covers = held.times[nearest] <= timeNs && timeNs < held.times[nearest] + held.widthNs;
        return covers ? m_series.buckets(level)[nearest].mean : nothing;
    }
    return nothing;
}

} // namespace bondwright::ui
