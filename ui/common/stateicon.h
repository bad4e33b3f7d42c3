// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/palette.h"
#include "diagnosis/diagnosis.h"

#include <QIcon>
#include <QPainter>

namespace bondwright::ui
{

/// State by shape, so that colour is never alone.
enum class StateShape : quint8 {
    Ok, ///< filled disc
    Degraded, ///< triangle
    Down, ///< cross
    Unknown, ///< ring
    Active, ///< arrowhead: carries traffic
    Standby, ///< two bars: ready to take over
    Changing, ///< half disc: going down or coming back
    Free, ///< empty square: an unused NIC
    Used, ///< filled square: a NIC in use
    Unusable, ///< barred ring
    Info, ///< ring with an i
};

StateTone toneOf(StateShape shape);
StateShape shapeOf(diagnosis::Verdict verdict);
/// The word beside the shape, translated: "OK", "degraded", …
QString wordOf(StateShape shape);

/// Draws the shape centred in the rectangle, in the tone's colour for this palette.
void paintState(QPainter *painter, const QRectF &rect, StateShape shape, const QPalette &palette);
/// As an icon: sharp at every size and pixel ratio, follows the application's palette.
QIcon stateIcon(StateShape shape);

} // namespace bondwright::ui
