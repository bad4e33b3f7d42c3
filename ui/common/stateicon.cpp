// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/stateicon.h"

#include "common/paintedicon.h"

#include <QCoreApplication>
#include <QGuiApplication>

namespace bondwright::ui
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("bondwright::ui::StateIcon", text);
}

} // namespace

StateTone toneOf(StateShape shape)
{
    switch (shape) {
    case StateShape::Ok:
    case StateShape::Active:
        return StateTone::Good;
    case StateShape::Degraded:
    case StateShape::Changing:
        return StateTone::Caution;
    case StateShape::Down:
        return StateTone::Critical;
    default:
        return StateTone::Neutral;
    }
}

QString wordOf(models::NicUse use)
{
    switch (use) {
    case models::NicUse::Free:
        //: @status
        return translated(QT_TRANSLATE_NOOP("bondwright::ui::StateIcon", "free"));
    case models::NicUse::InUse:
        //: @status
        return translated(QT_TRANSLATE_NOOP("bondwright::ui::StateIcon", "in use"));
    case models::NicUse::NotUsable:
        break;
    }
    //: @status
    return translated(QT_TRANSLATE_NOOP("bondwright::ui::StateIcon", "not usable"));
}

namespace
{

void paintShape(QPainter *painter, const QRectF &rect, StateShape shape, const QColor &colour)
{
    const double side = std::min(rect.width(), rect.height());
    const QPointF centre = rect.center();
    const double r = side * 0.36;
    const double stroke = std::max(1.2, side * 0.11);
    const QRectF box(centre.x() - r, centre.y() - r, 2 * r, 2 * r);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPen outline(colour, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    switch (shape) {
    case StateShape::Ok:
        painter->drawEllipse(box);
        break;
    case StateShape::Degraded:
        painter->drawPolygon(QPolygonF{{centre.x(), box.top()}, box.bottomRight(), box.bottomLeft()});
        break;
    case StateShape::Down:
        painter->setPen(QPen(colour, stroke * 1.4, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(box.topLeft(), box.bottomRight());
        painter->drawLine(box.topRight(), box.bottomLeft());
        break;
    case StateShape::Active:
        painter->drawPolygon(QPolygonF{
            {box.left() + r * 0.2, box.top()}, {box.right(), centre.y()}, {box.left() + r * 0.2, box.bottom()}});
        break;
    case StateShape::Standby:
        painter->drawRect(QRectF(box.left() + r * 0.3, box.top(), r * 0.45, 2 * r));
        painter->drawRect(QRectF(box.right() - r * 0.75, box.top(), r * 0.45, 2 * r));
        break;
    case StateShape::Changing:
        painter->drawPie(box, 90 * 16, 180 * 16);
        painter->setPen(outline);
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(box);
        break;
    case StateShape::Used:
        painter->drawRect(box.adjusted(r * 0.12, r * 0.12, -r * 0.12, -r * 0.12));
        break;
    case StateShape::Free:
        painter->setPen(outline);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box.adjusted(r * 0.12, r * 0.12, -r * 0.12, -r * 0.12));
        break;
    case StateShape::Unknown:
    case StateShape::Unusable:
    case StateShape::Info:
        painter->setPen(outline);
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(box);
        if (shape == StateShape::Unusable)
            painter->drawLine(centre + QPointF(-r * 0.7, r * 0.7), centre + QPointF(r * 0.7, -r * 0.7));
        if (shape == StateShape::Info) {
            painter->drawLine(centre + QPointF(0, -r * 0.05), centre + QPointF(0, r * 0.5));
            painter->drawPoint(centre + QPointF(0, -r * 0.5));
        }
        break;
    }
    painter->restore();
}

} // namespace

void paintState(QPainter *painter, const QRectF &rect, StateShape shape, const QPalette &palette)
{
    paintShape(painter, rect, shape, toneColour(toneOf(shape), palette));
}

QIcon stateIcon(StateShape shape)
{
    return paintedIcon([shape](QPainter *painter, const QRect &rect, QIcon::Mode mode) {
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        const QPalette palette = QGuiApplication::palette();
        // On the selection's colour only its own text colour can be read.
        paintShape(painter, rect, shape,
                   mode == QIcon::Selected ? palette.color(QPalette::HighlightedText)
                                           : toneColour(toneOf(shape), palette));
    });
}

} // namespace bondwright::ui
