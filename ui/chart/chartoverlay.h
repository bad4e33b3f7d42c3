// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartscene.h"

#include <QStringList>

#include <optional>

class QPainter;

namespace bondwright::ui
{

/// What lies over the columns and does not scroll with them.
struct OverlayState {
    qint64 firstColumn = 0;
    int columns = 0;
    std::optional<qint64> cursor; ///< column of the cross-hair
    bool isPaused = false;
    bool isFollowing = true;
    bool hasFocus = false;
};

/// "0.42 ms", "ping lost"; empty: nothing was sent between these instants, or nothing is known.
QString pingAt(const PingTrack &track, qint64 fromNs, qint64 untilNs);

/// Values of everything visible at one column, one line each: "eth0  ↓ 1.2 Gbit/s"; and the whole text of the markers
/// that stand there.
struct ReadoutLine {
    QColor color;
    QString text;
};
QList<ReadoutLine> readout(const ChartScene &scene, qint64 column);

/// Names of the lanes and numbers of the axes, left of the plot. Device pixels.
void paintGutter(QPainter &painter, const ChartScene &scene, const QSize &size);
/// Labels of events and outages, cross-hair with its readout, "Paused".
void paintChartOverlay(QPainter &painter, const ChartScene &scene, const OverlayState &state);
/// Words for a chart that has nothing to show yet.
void paintEmptyChart(QPainter &painter, const QRect &rect, const ChartTheme &theme);

} // namespace bondwright::ui
