// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/actionicon.h"

#include "common/paintedicon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>

namespace bondwright::ui
{

namespace
{

// On a grid 24 high: M moves, L draws a line, O draws a circle (centre, radius).
const char *drawing(ActionIcon icon)
{
    switch (icon) {
    case ActionIcon::Create:
        return "M12 5 L12 19 M5 12 L19 12";
    case ActionIcon::Edit:
        return "M5 19 L6 15 L16 5 L19 8 L9 18 L5 19 M14 7 L17 10";
    case ActionIcon::Remove:
        return "M5 7 L19 7 M10 7 L10 4 L14 4 L14 7 M7 7 L8 20 L16 20 L17 7 M11 11 L11 16 M13 11 L13 16";
    case ActionIcon::Monitor:
        return "M4 4 L4 20 L20 20 M7 15 L10 10 L13 13 L16 7 L19 9";
    case ActionIcon::Test:
        return "M3 12 L7 12 L9 7 L13 17 L15 12 L21 12";
    case ActionIcon::Backups:
        return "M12 12 O8 M12 12 M12 8 L12 12 L15 14";
    case ActionIcon::Events:
        return "M5 6 L5 6.1 M9 6 L20 6 M5 12 L5 12.1 M9 12 L20 12 M5 18 L5 18.1 M9 18 L20 18";
    case ActionIcon::Import:
        return "M4 8 L4 19 L20 19 L20 8 M12 4 L12 14 M8 11 L12 15 L16 11";
    case ActionIcon::Keep:
        return "M5 13 L10 18 L19 7";
    case ActionIcon::Revert:
        return "M8 5 L4 9 L8 13 M4 9 L15 9 L19 12 L19 15 L16 18 L9 18";
    case ActionIcon::Blink:
        return "M12 12 O3 M12 4 L12 6 M12 18 L12 20 M4 12 L6 12 M18 12 L20 12 M6 6 L8 8 M16 16 L18 18 M18 6 L16 8 M6 "
               "18 L8 16";
    case ActionIcon::Up:
        return "M12 19 L12 6 M7 11 L12 6 L17 11";
    case ActionIcon::Down:
        return "M12 5 L12 18 M7 13 L12 18 L17 13";
    case ActionIcon::Copy:
        return "M8 8 L19 8 L19 20 L8 20 L8 8 M15 5 L5 5 L5 16";
    case ActionIcon::Save:
        return "M5 5 L16 5 L19 8 L19 19 L5 19 L5 5 M8 5 L8 10 L15 10 L15 5 M8 19 L8 14 L16 14 L16 19";
    case ActionIcon::Open:
        return "M4 18 L4 6 L9 6 L11 8 L19 8 L19 11 M4 18 L7 11 L21 11 L18 18 L4 18";
    case ActionIcon::Help:
        return "M12 12 O8 M9 10 L10 8 L14 8 L15 10 L12 13 L12 14 M12 16.5 L12 16.6";
    case ActionIcon::More:
        return "M5 6 L11 12 L5 18 M13 6 L19 12 L13 18";
    case ActionIcon::Chinese:
        return "M4 8 L20 8 L20 15 L4 15 L4 8 M12 4 L12 21 M36 3 L36 6 M27 8 L45 8 M41 8 L38 14 L34 18 L27 21 M31 8 L34 "
               "14 "
               "L38 18 L45 21";
    }
    return "";
}

QPainterPath parse(const char *text)
{
    QPainterPath path;
    QPointF at;
    const QStringList words = QString::fromLatin1(text).split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const double first = word.sliced(1).toDouble();
        if (word.front() == u'O') {
            path.addEllipse(at, first, first);
            continue;
        }
        at = QPointF(first, words.value(++i).toDouble());
        if (word.front() == u'M')
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    return path;
}

void paintAction(QPainter *painter, const QRect &rect, QIcon::Mode mode, ActionIcon icon)
{
    painter->setRenderHint(QPainter::Antialiasing);
    // A bar's sign that there is more gets a high and narrow room.
    const double across = icon == ActionIcon::Chinese ? 48 : 24;
    const double scale = std::min(rect.width() / across, rect.height() / 24.0);
    painter->translate(rect.x() + (rect.width() - across * scale) / 2, rect.y() + (rect.height() - 24 * scale) / 2);
    painter->scale(scale, scale);
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    painter->setPen(QPen(QGuiApplication::palette().color(group, QPalette::ButtonText), 1.7, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(parse(drawing(icon)));
}

} // namespace

QIcon actionIcon(ActionIcon icon)
{
    return paintedIcon(
        [icon](QPainter *painter, const QRect &rect, QIcon::Mode mode) { paintAction(painter, rect, mode, icon); });
}

} // namespace bondwright::ui
