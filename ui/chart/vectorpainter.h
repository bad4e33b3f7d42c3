// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartscene.h"

class QPainter;

namespace bondwright::ui
{

/// Draws a chart as shapes and text instead of pixels: for SVG and print. One polygon per unbroken piece of a
/// curve, so that the size depends on the width asked for, not on the samples held.
void paintVectorChart(QPainter &painter, const ChartScene &scene, qint64 firstColumn, int columns, const QSize &size);

} // namespace bondwright::ui
