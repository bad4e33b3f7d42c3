// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QSize>

namespace bondwright::ui
{

/// A label that wants to stand beside a vertical line.
struct LabelWish {
    int x = 0; ///< of its line
    QSize size;
};

struct PlacedLabel {
    qsizetype wish = 0; ///< index into the wishes
    QRect rect;
};

/// Places labels in rows so that none overlaps another or leaves the area: to the right of the line, at the
/// right edge to its left. Labels are placed in the order given, so that a later one moves none of
/// them; those for which no row has room are left out (their lines stay).
/// @param gap kept between labels of a row
QList<PlacedLabel> placeLabels(const QList<LabelWish> &wishes, const QRect &area, int gap);

} // namespace bondwright::ui
