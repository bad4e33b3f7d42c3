// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/columnpainter.h"

#include "chart/bandpattern.h"
#include "chart/spanraster.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

namespace
{

/// Reads one column more on the left, which the joining of neighbours looks at.
void readColumns(const ColumnReader &reader, qint64 first, qint64 nsPerColumn, std::vector<ChartColumn> &out)
{
    reader.read(first - 1, nsPerColumn, out);
    out.erase(out.begin());
}

} // namespace

void ColumnPainter::prepare(const ChartScene &scene, qint64 first, int count)
{
    m_first = first;
    m_count = count;
    m_peaks.assign(std::size_t(count), ColumnPeak{});
    m_curveCount = 0;
    for (const auto direction : {TrafficDirection::Receive, TrafficDirection::Transmit}) {
        std::vector<float> stack;
        if (scene.style == TrafficStyle::Stacked)
            stack.assign(std::size_t(count), 0);
        for (const TrafficSeries *series : scene.visibleSeries(direction)) {
            const auto reader = scene.data->reader(*series);
            if (!reader)
                continue;
            if (m_curves.size() <= m_curveCount)
                m_curves.emplace_back();
            Curve &curve = m_curves[m_curveCount++];
            curve.series = series;
            curve.columns.resize(std::size_t(count) + 1);
            readColumns(*reader, first, scene.nsPerColumn, curve.columns);
            const bool isStacked = !stack.empty() && !series->isTotal;
            for (std::size_t i = 0; i < std::size_t(count); ++i) {
                const ChartColumn &column = curve.columns[i];
                if (column.isEmpty())
                    continue;
                const float top = isStacked ? stack[i] += column.mean : column.maximum;
                m_peaks[i].traffic = std::max(m_peaks[i].traffic, top);
            }
        }
    }
    const auto tracks = scene.visibleTracks();
    m_pings.resize(std::size_t(tracks.size()));
    for (std::size_t t = 0; t < m_pings.size(); ++t) {
        m_pings[t].resize(std::size_t(count) + 1);
        readColumns(tracks.at(qsizetype(t))->reader(), first, scene.nsPerColumn, m_pings[t]);
        for (std::size_t i = 0; i < std::size_t(count); ++i) {
            if (!m_pings[t][i].isEmpty())
                m_peaks[i].ping = std::max(m_peaks[i].ping, m_pings[t][i].maximum);
        }
    }
}

void ColumnPainter::paint(const ChartScene &scene, QImage &image, int x)
{
    paintGround(scene, image, x);
    paintBands(scene, image, x);
    {
        SpanRaster raster(image);
        paintTraffic(scene, raster, x);
        paintPing(scene, raster, x);
        paintMarkers(scene, raster, x);
    }
    paintTimeLabels(scene, image, x);
}

void ColumnPainter::paintGround(const ChartScene &scene, QImage &image, int x) const
{
    const ChartTheme &theme = scene.theme;
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(x, 0, m_count, image.height(), theme.background);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);

    QColor tint = theme.alarm;
    tint.setAlphaF(theme.isDark ? 0.22F : 0.14F);
    for (const ChartOutage &outage : scene.data->outages()) {
        const qint64 from = std::max(scene.columnOf(outage.startNs), m_first);
        const qint64 until = std::min(scene.columnOf(scene.data->endOf(outage)), m_first + m_count - 1);
        if (from <= until)
            painter.fillRect(x + int(from - m_first), 0, int(until - from + 1), scene.layout.dataBottom, tint);
    }

    const int line = std::max(1, int(scene.pixelRatio));
    const auto horizontal
        = [&](float row, const QColor &color) { painter.fillRect(x, int(std::lround(row)), m_count, line, color); };
    for (const auto direction : {TrafficDirection::Receive, TrafficDirection::Transmit}) {
        for (const double rate : scene.trafficLines())
            horizontal(scene.trafficRow(rate, direction), theme.grid);
        horizontal(scene.trafficRow(0, direction), theme.zeroLine);
    }
    for (const double ms : scene.pingLines())
        horizontal(scene.pingRow(ms), theme.grid);
    if (!scene.layout.ping.isEmpty())
        horizontal(scene.pingRow(0), theme.zeroLine);
    for (const TimeLine &time : scene.timeLines(m_first, m_count))
        painter.fillRect(x + int(time.column - m_first), 0, 1, scene.layout.dataBottom, theme.grid);
}

void ColumnPainter::paintBands(const ChartScene &scene, QImage &image, int x) const
{
    const auto lanes = scene.visibleLanes();
    for (qsizetype i = 0; i < lanes.size() && i < scene.layout.lanes.size(); ++i)
        paintBand(image, x, m_first, m_count, scene, *lanes.at(i), scene.layout.lanes.at(i));
}

void ColumnPainter::paintTraffic(const ChartScene &scene, SpanRaster &raster, int x) const
{
    raster.setClip(scene.layout.receive.top(), scene.layout.transmit.bottom() + 1);
    if (scene.style == TrafficStyle::Stacked) {
        paintStack(scene, raster, x, TrafficDirection::Receive);
        paintStack(scene, raster, x, TrafficDirection::Transmit);
    }
    const float half = 0.75F * float(scene.pixelRatio);
    for (std::size_t c = 0; c < m_curveCount; ++c) {
        const Curve &curve = m_curves[c];
        const TrafficSeries &series = *curve.series;
        if (scene.style == TrafficStyle::Stacked && !series.isTotal)
            continue;
        raster.setColor(series.color);
        const float zero = scene.trafficRow(0, series.direction);
        const float perByte
            = float((scene.trafficRow(scene.trafficLimit, series.direction) - zero) / scene.trafficLimit);
        const float width = series.isTotal ? half * 0.8F : half;
        for (int i = 0; i < m_count; ++i) {
            const ChartColumn &column = curve.columns[std::size_t(i)];
            if (column.isEmpty())
                continue;
            const float low = zero + column.minimum * perByte;
            const float high = zero + column.maximum * perByte;
            raster.span(x + i, std::min(low, high) - width, std::max(low, high) + width);
        }
    }
}

void ColumnPainter::paintStack(const ChartScene &scene, SpanRaster &raster, int x, TrafficDirection direction) const
{
    std::vector<float> base(std::size_t(m_count), 0);
    const float zero = scene.trafficRow(0, direction);
    const float perByte = float((scene.trafficRow(scene.trafficLimit, direction) - zero) / scene.trafficLimit);
    const float edge = (perByte < 0 ? 1.3F : -1.3F) * float(scene.pixelRatio);
    for (std::size_t c = 0; c < m_curveCount; ++c) {
        const Curve &curve = m_curves[c];
        if (curve.series->direction != direction || curve.series->isTotal)
            continue;
        QColor fill = curve.series->color;
        fill.setAlphaF(0.55F);
        for (int i = 0; i < m_count; ++i) {
            const ChartColumn &column = curve.columns[std::size_t(i)];
            if (column.isEmpty())
                continue;
            float &under = base[std::size_t(i)];
            const float from = zero + under * perByte;
            under += column.mean;
            const float to = zero + under * perByte;
            raster.setColor(fill);
            raster.span(x + i, from, to);
            raster.setColor(curve.series->color);
            raster.span(x + i, to, to + edge);
        }
    }
}

void ColumnPainter::paintPing(const ChartScene &scene, SpanRaster &raster, int x) const
{
    const QRect &pane = scene.layout.ping;
    if (pane.isEmpty())
        return;
    raster.setClip(pane.top(), pane.bottom() + 1);
    const float half = 0.75F * float(scene.pixelRatio);
    const auto tracks = scene.visibleTracks();
    for (std::size_t t = 0; t < m_pings.size(); ++t) {
        const PingTrack &track = *tracks.at(qsizetype(t));
        raster.setColor(track.color);
        for (int i = 0; i < m_count; ++i) {
            const ChartColumn &column = m_pings[t][std::size_t(i)];
            if (!column.isEmpty())
                raster.span(x + i, scene.pingRow(column.maximum) - half, scene.pingRow(column.minimum) + half);
        }
        raster.setColor(scene.theme.alarm);
        const auto from = std::lower_bound(track.losses.begin(), track.losses.end(), m_first * scene.nsPerColumn);
        const float tick = float(std::max(4.0, pane.height() * 0.25));
        for (auto loss = from; loss != track.losses.end(); ++loss) {
            const qint64 column = scene.columnOf(*loss);
            if (column >= m_first + m_count)
                break;
            raster.span(x + int(column - m_first), float(pane.bottom() + 1) - tick, float(pane.bottom() + 1));
        }
    }
}

void ColumnPainter::paintMarkers(const ChartScene &scene, SpanRaster &raster, int x) const
{
    raster.setClip(0, scene.layout.dataBottom);
    const auto &markers = scene.data->markers();
    const auto from = std::lower_bound(markers.begin(), markers.end(), m_first * scene.nsPerColumn,
                                       [](const ChartMarker &marker, qint64 time) { return marker.timeNs < time; });
    for (auto marker = from; marker != markers.end(); ++marker) {
        const qint64 column = scene.columnOf(marker->timeNs);
        if (column >= m_first + m_count)
            break;
        QColor color = scene.colorOf(*marker, scene.theme.muted);
        color.setAlphaF(0.8F);
        raster.setColor(color);
        raster.span(x + int(column - m_first), 0, float(scene.layout.dataBottom));
    }
}

void ColumnPainter::paintTimeLabels(const ChartScene &scene, QImage &image, int x) const
{
    const QList<TimeLine> times = scene.timeLabels(m_first, m_count);
    if (times.isEmpty())
        return;
    const QRect row = scene.layout.timeLabels;
    const int width = scene.timeLabelColumns() + 2;
    QPainter painter(&image);
    painter.setClipRect(x, row.top(), m_count, row.height()); // the columns beside these draw the rest of a time
    painter.setFont(scene.deviceFont());
    painter.setPen(scene.theme.muted);
    for (const TimeLine &time : times)
        painter.drawText(QRect(x + int(time.column - m_first) - width / 2, row.top(), width, row.height()),
                         Qt::AlignHCenter | Qt::AlignBottom, formatClock(time.wallNs, scene.timeStepNs));
}

} // namespace bondwright::ui
