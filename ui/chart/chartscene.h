// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartaxis.h"
#include "chart/chartdata.h"
#include "chart/chartlayout.h"
#include "chart/charttheme.h"

#include <QSet>

namespace bondwright::ui
{

enum class TrafficStyle : quint8 { Lines, Stacked };

/// A vertical line: the wall clock shows a round value there.
struct TimeLine {
    qint64 wallNs = 0;
    qint64 column = 0;
};

/// All that determines a column's pixels, besides the data's values.
struct ChartScene {
    const ChartData *data = nullptr;
    QSet<int> hidden; ///< ids of curves, bands and targets that this chart does not show
    ChartLayout layout;
    ChartTheme theme;
    TrafficStyle style = TrafficStyle::Lines;
    RateUnit unit = RateUnit::BitsPerSecond;
    double trafficLimit = 1; ///< bytes per second at the panes' outer edge
    double pingLimit = 1; ///< ms at the ping pane's upper edge
    qint64 nsPerColumn = 1;
    qint64 timeStepNs = 1; ///< between the vertical lines
    double pixelRatio = 1;

    /// The row of a rate, and of a round trip; relative to the plot.
    float trafficRow(double bytesPerSecond, TrafficDirection direction) const;
    float pingRow(double ms) const;
    /// The series of a direction that are drawn, in order.
    QList<const TrafficSeries *> visibleSeries(TrafficDirection direction) const;
    QList<const BandLane *> visibleLanes() const;
    QList<const PingTrack *> visibleTracks() const;
    qint64 columnOf(qint64 timeNs) const { return floorDiv(timeNs, nsPerColumn); }
    /// Where horizontal lines are drawn, from zero (which is not among them) outwards: bytes per second, 1-2-5 in the
    /// unit shown.
    QList<double> trafficLines() const;
    QList<double> pingLines() const; ///< ms
    /// The vertical lines of these columns.
    QList<TimeLine> timeLines(qint64 firstColumn, qint64 count) const;
    /// Those whose time, centred below them, may reach into these columns.
    QList<TimeLine> timeLabels(qint64 firstColumn, qint64 count) const;
    /// How many columns a time below the plot may take, its distance to the next included.
    int timeLabelColumns() const;
    QColor colorOf(const ChartMarker &marker, const QColor &ofInfo) const;
    /// The theme's font in device pixels.
    QFont deviceFont() const;
};

} // namespace bondwright::ui
