// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace bondwright::ui
{

enum class TrafficLayout : quint8 {
    Mirrored, ///< received above zero, sent below
    Separate, ///< two panes, both growing upwards
};

/// What a layout depends on. All lengths in device pixels.
struct LayoutInput {
    QSize size;
    int lanes = 0;
    bool hasPing = false;
    TrafficLayout traffic = TrafficLayout::Mirrored;
    int fontHeight = 16;
    int gutterWidth = 64; ///< left, for names and the axes' numbers
    double pixelRatio = 1;
};

/// Where the panes are. Rectangles of panes are relative to the plot's own top left; `plot` to the widget's.
struct ChartLayout {
    QRect plot; ///< everything on the time axis, the axis' labels included
    QList<QRect> lanes;
    QRect events; ///< one line of marks and texts between bands and traffic; empty if there is no room
    QRect receive;
    QRect transmit;
    QRect ping; ///< empty without ping targets
    QRect timeLabels;
    int dataBottom = 0; ///< grid, markers and outages reach down to here
    bool isTransmitMirrored = true;

    friend bool operator==(const ChartLayout &, const ChartLayout &) = default;
};

ChartLayout layOut(const LayoutInput &input);

} // namespace bondwright::ui
