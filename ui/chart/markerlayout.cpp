// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/markerlayout.h"

#include <algorithm>

namespace bondwright::ui
{

QList<PlacedLabel> placeLabels(const QList<LabelWish> &wishes, const QRect &area, int gap)
{
    QList<PlacedLabel> placed;
    for (qsizetype i = 0; i < wishes.size(); ++i) {
        const LabelWish &wish = wishes.at(i);
        if (wish.x < area.left() || wish.x > area.right() || wish.size.width() > area.width())
            continue;
        QRect rect(QPoint(wish.x + gap, area.top()), wish.size);
        if (rect.right() > area.right())
            rect.moveRight(wish.x - gap);
        if (rect.left() < area.left())
            rect.moveLeft(area.left());
        for (; rect.bottom() <= area.bottom(); rect.translate(0, wish.size.height() + 2)) {
            const QRect guarded = rect.adjusted(-gap, 0, gap, 0);
            const bool isFree = std::none_of(placed.cbegin(), placed.cend(), [&guarded](const PlacedLabel &other) {
                return other.rect.intersects(guarded);
            });
            if (isFree) {
                placed.append({i, rect});
                break;
            }
        }
    }
    return placed;
}

} // namespace bondwright::ui
