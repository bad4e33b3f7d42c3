// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/serieshistory.h"

#include <limits>
#include <span>

namespace bondwright::ui
{

/// Rounds down below zero too: the left edge of a chart may lie before its clock began.
inline qint64 floorDiv(qint64 value, qint64 by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/// What one pixel column shows of a series. Empty when minimum > maximum.
struct ChartColumn {
    float minimum = std::numeric_limits<float>::infinity();
    float maximum = -std::numeric_limits<float>::infinity();
    float mean = 0; ///< for stacking

    bool isEmpty() const { return minimum > maximum; }
    void include(float value)
    {
        minimum = value < minimum ? value : minimum;
        maximum = value > maximum ? value : maximum;
    }
    friend bool operator==(const ChartColumn &, const ChartColumn &) = default;
};

/// Reads a history by pixel columns. A query costs what the asked columns need, not what is stored: the
/// finest level whose buckets are no wider than a column is read, as far back as it reaches, and coarser
/// ones for what is older.
///
/// Column c covers [c·nsPerColumn, (c+1)·nsPerColumn): columns lie on a fixed grid, so that scrolling moves
/// whole pixels and a column, once settled, never changes.
class ColumnReader
{
public:
    /// @param largestGapNs between two samples further apart nothing is known, and nothing is drawn
    ColumnReader(const history::TimeAxis &axis, const history::SeriesHistory &series, qint64 largestGapNs);

    void read(qint64 firstColumn, qint64 nsPerColumn, std::span<ChartColumn> columns) const;
    /// The sample nearest to an instant, no further away than the largest gap; NaN if there is none.
    float valueNear(qint64 timeNs) const;
    /// The oldest instant whose columns may still change when more samples come.
    static qint64 settledUntil(const history::TimeAxis &axis, qint64 nsPerColumn);

private:
    struct Source {
        std::span<const qint64> times;
        qint64 widthNs = 0; ///< 0: samples
        bool isComplete = false; ///< nothing older was dropped
    };
    static int levelFor(qint64 nsPerColumn);
    Source source(int level) const;
    void readSamples(qint64 firstColumn, qint64 nsPerColumn, std::span<ChartColumn> columns) const;
    void readBuckets(int level, qint64 firstColumn, qint64 nsPerColumn, std::span<ChartColumn> columns) const;

    const history::TimeAxis &m_axis;
    const history::SeriesHistory &m_series;
    qint64 m_largestGap;
};

} // namespace bondwright::ui
