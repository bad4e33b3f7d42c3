// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/vectorpainter.h"

#include "chart/bandpattern.h"
#include "chart/chartoverlay.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

namespace
{

/// An unbroken stretch of columns as one closed shape: along the upper edges and back along the lower ones.
template <typename Row>
void paintCurve(QPainter &painter, std::span<const ChartColumn> columns, const QColor &color, Row row)
{
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    std::size_t i = 0;
    while (i < columns.size()) {
        if (columns[i].isEmpty()) {
            ++i;
            continue;
        }
        QPolygonF upper;
        QPolygonF lower;
        for (; i < columns.size() && !columns[i].isEmpty(); ++i) {
            upper.append(QPointF(double(i), double(row(columns[i].maximum))));
            lower.append(QPointF(double(i), double(row(columns[i].minimum))));
        }
        std::reverse(lower.begin(), lower.end());
        painter.drawPolygon(upper + lower);
    }
}

void paintBands(QPainter &painter, const ChartScene &scene, qint64 first, int count)
{
    const auto lanes = scene.visibleLanes();
    for (qsizetype l = 0; l < lanes.size() && l < scene.layout.lanes.size(); ++l) {
        const auto states = bandColumns(*lanes.at(l), first, count, scene.nsPerColumn, scene.data->lastTime());
        const QRect lane = scene.layout.lanes.at(l);
        for (int from = 0; from < count;) {
            int to = from;
            while (to < count && states[std::size_t(to)] == states[std::size_t(from)])
                ++to;
            const QRectF box(from, lane.top(), to - from, lane.height());
            const BandState state = states[std::size_t(from)];
            QColor light = lanes.at(l)->color;
            light.setAlphaF(0.3F);
            painter.setPen(Qt::NoPen);
            if (state == BandState::Active) {
                painter.setBrush(lanes.at(l)->color);
                painter.drawRect(box);
            } else if (state == BandState::Standby) {
                painter.setBrush(light);
                painter.drawRect(box);
            } else if (state == BandState::GoingBack || state == BandState::GoingDown) {
                painter.setBrush(light);
                painter.drawRect(box);
                painter.setPen(QPen(lanes.at(l)->color, 1.5));
                for (double x = box.left(); x < box.right(); x += 6)
                    painter.drawLine(QPointF(x, box.bottom()), QPointF(std::min(x + 6, box.right()), box.top()));
            } else if (state != BandState::Unknown) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(lanes.at(l)->color, 1));
                painter.drawRect(box);
                painter.setPen(QPen(scene.theme.alarm, 1.5));
                const double r = std::min(4.0, box.height() / 2 - 2);
                for (double x = box.left() + 12; x + r < box.right(); x += 24) {
                    const QPointF c(x, box.center().y());
                    painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, state == BandState::NoLink ? r : -r));
                    if (state == BandState::NoLink)
                        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
                }
            }
            from = to;
        }
    }
}

void paintGrid(QPainter &painter, const ChartScene &scene, qint64 first, int count)
{
    painter.setPen(QPen(scene.theme.grid, 0.7));
    const auto line = [&](double row) { painter.drawLine(QPointF(0, row), QPointF(count, row)); };
    const double step = scene.trafficStep();
    for (const auto direction : {TrafficDirection::Receive, TrafficDirection::Transmit}) {
        for (int i = 0; i == 0 || (step > 0 && i * step < scene.trafficLimit * 1.001 && i < 12); ++i)
            line(double(scene.trafficRow(i * step, direction)));
    }
    const double pingStep = scene.pingStep();
    for (int i = 0; !scene.layout.ping.isEmpty() && i * pingStep < scene.pingLimit * 1.001 && i < 12; ++i)
        line(double(scene.pingRow(i * pingStep)));
    const qint64 offset = scene.data->wallOffset();
    const qint64 end = (first + count) * scene.nsPerColumn + offset;
    qint64 wall = ((first * scene.nsPerColumn + offset) / scene.timeStepNs + 1) * scene.timeStepNs;
    for (; wall < end; wall += scene.timeStepNs) {
        const double x = double((wall - offset) / scene.nsPerColumn - first);
        painter.setPen(QPen(scene.theme.grid, 0.7));
        painter.drawLine(QPointF(x, 0), QPointF(x, scene.layout.dataBottom));
        painter.setPen(scene.theme.muted);
        painter.drawText(QRectF(x - 60, scene.layout.timeLabels.top(), 120, scene.layout.timeLabels.height()),
                         Qt::AlignHCenter | Qt::AlignBottom, formatClock(wall, scene.timeStepNs));
    }
}

void paintOutages(QPainter &painter, const ChartScene &scene, qint64 first, int count)
{
    QColor tint = scene.theme.alarm;
    tint.setAlphaF(0.15F);
    for (const ChartOutage &outage : scene.data->outages()) {
        const double from = double(outage.startNs) / double(scene.nsPerColumn) - double(first);
        const qint64 end = outage.endNs > 0 ? outage.endNs : scene.data->lastTime();
        const double to = double(end) / double(scene.nsPerColumn) - double(first);
        if (to > 0 && from < count)
            painter.fillRect(
                QRectF(QPointF(std::max(0.0, from), 0), QPointF(std::min<double>(to, count), scene.layout.dataBottom)),
                tint);
    }
}

void paintTraffic(QPainter &painter, const ChartScene &scene, qint64 first, std::vector<ChartColumn> &columns)
{
    for (const auto direction : {TrafficDirection::Receive, TrafficDirection::Transmit}) {
        std::vector<float> base(columns.size(), 0);
        for (const TrafficSeries *series : scene.visibleSeries(direction)) {
            const auto reader = scene.data->reader(*series);
            if (!reader)
                continue;
            reader->read(first, scene.nsPerColumn, columns);
            QColor color = series->color;
            if (scene.style == TrafficStyle::Stacked && !series->isTotal) {
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    if (columns[i].isEmpty())
                        continue;
                    columns[i].minimum = base[i];
                    columns[i].maximum = base[i] += columns[i].mean;
                }
                color.setAlphaF(0.55F);
            }
            paintCurve(painter, columns, color,
                       [&](float value) { return scene.trafficRow(double(value), direction); });
        }
    }
}

void paintPings(QPainter &painter, const ChartScene &scene, qint64 first, std::vector<ChartColumn> &columns)
{
    for (const PingTrack &track : scene.data->pingTracks()) {
        if (!track.isVisible || scene.layout.ping.isEmpty())
            continue;
        track.reader().read(first, scene.nsPerColumn, columns);
        paintCurve(painter, columns, track.color, [&](float value) { return scene.pingRow(double(value)); });
        painter.setPen(QPen(scene.theme.alarm, 1));
        for (const qint64 loss : track.losses) {
            const double x = double(loss / scene.nsPerColumn - first);
            if (x >= 0 && x < double(columns.size())) {
                const double bottom = scene.layout.ping.bottom() + 1;
                painter.drawLine(QPointF(x, bottom), QPointF(x, bottom - scene.layout.ping.height() * 0.25));
            }
        }
    }
}

void paintMarkers(QPainter &painter, const ChartScene &scene, qint64 first, int count)
{
    for (const ChartMarker &marker : scene.data->markers()) {
        const double x = double(marker.timeNs / scene.nsPerColumn - first);
        if (x < 0 || x >= count)
            continue;
        painter.setPen(QPen(marker.severity == MarkerSeverity::Critical ? scene.theme.alarm : scene.theme.muted, 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, scene.layout.dataBottom));
    }
}

} // namespace

void paintVectorChart(QPainter &painter, const ChartScene &scene, qint64 first, int count, const QSize &size)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGutter(painter, scene, size);
    painter.fillRect(scene.layout.plot, scene.theme.background);
    painter.translate(scene.layout.plot.topLeft());

    paintOutages(painter, scene, first, count);
    painter.setFont(deviceFont(scene.theme, scene.pixelRatio));
    paintGrid(painter, scene, first, count);
    paintBands(painter, scene, first, count);
    std::vector<ChartColumn> columns(std::size_t(count), ChartColumn{});
    paintTraffic(painter, scene, first, columns);
    paintPings(painter, scene, first, columns);
    paintMarkers(painter, scene, first, count);

    painter.translate(-scene.layout.plot.topLeft());
    OverlayState overlay;
    overlay.firstColumn = first;
    overlay.columns = count;
    paintChartOverlay(painter, scene, overlay);
    painter.restore();
}

} // namespace bondwright::ui
