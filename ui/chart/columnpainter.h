// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartscene.h"

#include <QImage>

#include <span>
#include <vector>

namespace bondwright::ui
{

class SpanRaster;

/// The greatest values in one pixel column: what the axes must make room for.
struct ColumnPeak {
    float traffic = 0;
    float ping = 0;
};

/// Draws a range of pixel columns of everything on the time axis. Any range gives the same pixels as a full
/// drawing does (tests/monitor), which is what makes scrolling by whole columns right.
class ColumnPainter
{
public:
    /// Reads the values of the columns [first, first+count). Must come before peaks() and paint().
    void prepare(const ChartScene &scene, qint64 first, int count);
    std::span<const ColumnPeak> peaks() const { return m_peaks; }
    /// Paints the prepared columns to x, x+1, … of the plot's image (Format_RGB32).
    void paint(const ChartScene &scene, QImage &image, int x);

private:
    struct Curve {
        const TrafficSeries *series = nullptr;
        std::vector<ChartColumn> columns;
    };
    void paintGround(const ChartScene &scene, QImage &image, int x) const;
    void paintBands(const ChartScene &scene, QImage &image, int x) const;
    void paintTraffic(const ChartScene &scene, SpanRaster &raster, int x) const;
    void paintStack(const ChartScene &scene, SpanRaster &raster, int x, TrafficDirection direction) const;
    void paintPing(const ChartScene &scene, SpanRaster &raster, int x) const;
    void paintMarkers(const ChartScene &scene, SpanRaster &raster, int x) const;
    void paintTimeLabels(const ChartScene &scene, QImage &image, int x) const;

    qint64 m_first = 0;
    int m_count = 0;
    std::vector<Curve> m_curves; ///< kept between frames, so that following allocates nothing
    std::size_t m_curveCount = 0;
    std::vector<std::vector<ChartColumn>> m_pings; ///< of the visible tracks
    std::vector<ColumnPeak> m_peaks;
};

} // namespace bondwright::ui
