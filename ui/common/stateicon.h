// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/palette.h"
#include "models/nicuse.h"

#include <QIcon>
#include <QPainter>

namespace bondwright::ui
{

using models::shapeOf;
using models::StateShape;

StateTone toneOf(StateShape shape);
/// The word beside the shape of a NIC, translated.
QString wordOf(models::NicUse use);

/// Draws the shape centred in the rectangle, in the tone's colour for this palette.
void paintState(QPainter *painter, const QRectF &rect, StateShape shape, const QPalette &palette);
/// As an icon: sharp at every size and pixel ratio, follows the application's palette.
QIcon stateIcon(StateShape shape);

} // namespace bondwright::ui
