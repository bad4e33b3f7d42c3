// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/chartscene.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

namespace
{

QList<double> multiples(double step, double limit)
{
    constexpr int most = 11;
    QList<double> list;
    while (step > 0 && double(list.size() + 1) * step < limit * 1.001 && list.size() < most)
        list.append(double(list.size() + 1) * step);
    return list;
}

} // namespace

float ChartScene::trafficRow(double bytesPerSecond, TrafficDirection direction) const
{
    const QRect &pane = direction == TrafficDirection::Receive ? layout.receive : layout.transmit;
    const bool growsDown = direction == TrafficDirection::Transmit && layout.isTransmitMirrored;
    const double zero = growsDown ? pane.top() : pane.bottom() + 1;
    const double length = pane.height() * std::clamp(bytesPerSecond / trafficLimit, 0.0, 1.0);
    return float(growsDown ? zero + length : zero - length);
}

float ChartScene::pingRow(double ms) const
{
    const double length = layout.ping.height() * std::clamp(ms / pingLimit, 0.0, 1.0);
    return float(layout.ping.bottom() + 1 - length);
}

QList<const TrafficSeries *> ChartScene::visibleSeries(TrafficDirection direction) const
{
    QList<const TrafficSeries *> list;
    for (const TrafficSeries &series : data->series()) {
        if (!hidden.contains(series.id) && series.direction == direction)
            list.append(&series);
    }
    // The total lies below: where one slave carries everything, that slave's colour is what is seen.
    std::stable_partition(list.begin(), list.end(), [](const TrafficSeries *series) { return series->isTotal; });
    return list;
}

QList<const BandLane *> ChartScene::visibleLanes() const
{
    QList<const BandLane *> list;
    for (const BandLane &lane : data->lanes()) {
        if (!hidden.contains(lane.id))
            list.append(&lane);
    }
    return list;
}

QList<const PingTrack *> ChartScene::visibleTracks() const
{
    QList<const PingTrack *> list;
    for (const PingTrack &track : data->pingTracks()) {
        if (!hidden.contains(track.id))
            list.append(&track);
    }
    return list;
}

QList<double> ChartScene::trafficLines() const
{
    const double inUnit = unit == RateUnit::BitsPerSecond ? 8 : 1;
    const int most = std::clamp(int(layout.receive.height() / (28 * pixelRatio)), 1, 5);
    return multiples(niceStep(trafficLimit * inUnit, most) / inUnit, trafficLimit);
}

QList<double> ChartScene::pingLines() const
{
    if (layout.ping.isEmpty())
        return {};
    return multiples(niceStep(pingLimit, std::clamp(int(layout.ping.height() / (24 * pixelRatio)), 1, 4)), pingLimit);
}

QList<TimeLine> ChartScene::timeLines(qint64 firstColumn, qint64 count) const
{
    QList<TimeLine> lines;
    const qint64 offset = data->wallOffset();
    const qint64 first = -floorDiv(-(firstColumn * nsPerColumn + offset), timeStepNs) * timeStepNs;
    for (TimeLine line{first, columnOf(first - offset)}; line.column < firstColumn + count;) {
        lines.append(line);
        line.wallNs += timeStepNs;
        line.column = columnOf(line.wallNs - offset);
    }
    return lines;
}

QList<TimeLine> ChartScene::timeLabels(qint64 firstColumn, qint64 count) const
{
    const int reach = timeLabelColumns() / 2 + 1;
    return timeLines(firstColumn - reach, count + 2 * reach);
}

int ChartScene::timeLabelColumns() const
{
    return std::max(1, int(theme.timeLabelWidth * pixelRatio));
}

QColor ChartScene::colorOf(const ChartMarker &marker, const QColor &ofInfo) const
{
    switch (marker.severity) {
    case MarkerSeverity::Critical:
        return theme.alarm;
    case MarkerSeverity::Warning:
        return theme.caution;
    case MarkerSeverity::Info:
        break;
    }
    return ofInfo;
}

QFont ChartScene::deviceFont() const
{
    QFont font = theme.font;
    font.setPixelSize(std::max(1, int(std::lround(QFontInfo(theme.font).pixelSize() * pixelRatio))));
    return font;
}

} // namespace bondwright::ui
