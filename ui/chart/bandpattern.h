// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartscene.h"

#include <QImage>

namespace bondwright::ui
{

/// The most severe state in each column of a lane, so that a short outage does not vanish at a coarse zoom.
std::vector<BandState> bandColumns(const BandLane &lane, qint64 first, int count, qint64 nsPerColumn, qint64 lastNs);

/// Paints columns of one band: active solid, standby light, going down or back hatched, down a dashed line,
/// no link empty with crosses. Patterns are tied to the column's number and so scroll with it.
void paintBand(QImage &image, int x, qint64 first, int count, const ChartScene &scene, const BandLane &lane,
               const QRect &rect);

} // namespace bondwright::ui
