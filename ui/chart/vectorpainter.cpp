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

/// A stretch of one state.
void paintBand(QPainter &painter, const QRectF &box, BandState state, const QColor &color, const QColor &alarm)
{
    QColor light = color;
    light.setAlphaF(0.3F);
    const auto fill = [&](const QColor &with) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(with);
        painter.drawRect(box);
    };
    switch (state) {
    case BandState::Active:
        fill(color);
        break;
    case BandState::Standby:
        fill(light);
        break;
    case BandState::GoingBack:
    case BandState::GoingDown:
        fill(light);
        painter.setPen(QPen(color, 1.5));
        for (double x = box.left(); x < box.right(); x += 6)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(std::min(x + 6, box.right()), box.top()));
        break;
    case BandState::Down:
    case BandState::NoLink: {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1));
        painter.drawRect(box);
        painter.setPen(QPen(alarm, 1.5));
        const double r = std::min(4.0, box.height() / 2 - 2);
        for (double x = box.left() + 12; x + r < box.right(); x += 24) {
            const QPointF c(x, box.center().y());
            painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, state == BandState::NoLink ? r : -r));
            if (state == BandState::NoLink)
                painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
        }
        break;
    }
    case BandState::Unknown:
        break;
    }
}

void paintBands(QPainter &painter, const ChartScene &scene, qint64 first, int count)
{
    const auto lanes = scene.visibleLanes();
    for (qsizetype l = 0; l < lanes.size() && l < scene.layout.lanes.size(); ++l) {
        const auto states = bandColumns(*lanes.at(l), first, count, scene.nsPerColumn, scene.data->lastTime());
        const QRect lane = scene.layout.lanes.at(l);
        for (auto from = states.begin(); from != states.end();) {
            const auto to = std::find_if(from, states.end(), [from](BandState state) { return state != *from; });
            const QRectF box(double(from - states.begin()), lane.top(), double(to - from), lane.height());
            paintBand(painter, box, *from, lanes.at(l)->color, scene.theme.alarm);
            from = to;
        }
    }
}

void paintGrid(QPainter &painter, const ChartScene &scene, qint64 first, int count)
{
    const QPen pen(scene.theme.grid, 0.7);
    painter.setPen(pen);
    const auto line = [&](float row) { painter.drawLine(QPointF(0, double(row)), QPointF(count, double(row))); };
    for (const auto direction : {TrafficDirection::Receive, TrafficDirection::Transmit}) {
        line(scene.trafficRow(0, direction));
        for (const double rate : scene.trafficLines())
            line(scene.trafficRow(rate, direction));
    }
    if (!scene.layout.ping.isEmpty())
        line(scene.pingRow(0));
    for (const double ms : scene.pingLines())
        line(scene.pingRow(ms));
    for (const TimeLine &time : scene.timeLines(first, count)) {
        const double x = double(time.column - first);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 0), QPointF(x, scene.layout.dataBottom));
        painter.setPen(scene.theme.muted);
        painter.drawText(QRectF(x - 60, scene.layout.timeLabels.top(), 120, scene.layout.timeLabels.height()),
                         Qt::AlignHCenter | Qt::AlignBottom, formatClock(time.wallNs, scene.timeStepNs));
    }
}

void paintOutages(QPainter &painter, const ChartScene &scene, qint64 first, int count)
{
    QColor tint = scene.theme.alarm;
    tint.setAlphaF(0.15F);
    const auto x = [&](qint64 timeNs) { return double(timeNs) / double(scene.nsPerColumn) - double(first); };
    for (const ChartOutage &outage : scene.data->outages()) {
        const double from = std::max(0.0, x(outage.startNs));
        const double to = std::min<double>(x(scene.data->endOf(outage)), count);
        if (from < to)
            painter.fillRect(QRectF(QPointF(from, 0), QPointF(to, scene.layout.dataBottom)), tint);
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
    if (scene.layout.ping.isEmpty())
        return;
    for (const PingTrack *track : scene.visibleTracks()) {
        track->reader().read(first, scene.nsPerColumn, columns);
        paintCurve(painter, columns, track->color, [&](float value) { return scene.pingRow(double(value)); });
        painter.setPen(QPen(scene.theme.alarm, 1));
        for (const qint64 loss : track->losses) {
            const double x = double(scene.columnOf(loss) - first);
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
        const double x = double(scene.columnOf(marker.timeNs) - first);
        if (x < 0 || x >= count)
            continue;
        painter.setPen(QPen(scene.colorOf(marker, scene.theme.muted), 1));
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
    painter.setFont(scene.deviceFont());
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
