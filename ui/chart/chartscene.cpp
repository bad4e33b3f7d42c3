// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/chartscene.h"

#include <algorithm>

namespace bondwright::ui
{

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
        if (series.isVisible && series.direction == direction)
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
        if (lane.isVisible)
            list.append(&lane);
    }
    return list;
}

double ChartScene::trafficStep() const
{
    const double inUnit = unit == RateUnit::BitsPerSecond ? 8 : 1;
    const int most = std::clamp(int(layout.receive.height() / (28 * pixelRatio)), 1, 5);
    return niceStep(trafficLimit * inUnit, most) / inUnit;
}

double ChartScene::pingStep() const
{
    return niceStep(pingLimit, std::clamp(int(layout.ping.height() / (24 * pixelRatio)), 1, 4));
}

int ChartScene::timeLabelColumns() const
{
    return std::max(1, int(theme.timeLabelWidth * pixelRatio));
}

} // namespace bondwright::ui
