// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/paintedicon.h"

#include <QIconEngine>
#include <QPainter>

namespace bondwright::ui
{

namespace
{

class PaintedIconEngine final : public QIconEngine
{
public:
    explicit PaintedIconEngine(PaintIcon paint)
        : m_paint(std::move(paint))
    {
    }
    QIconEngine *clone() const override { return new PaintedIconEngine(m_paint); }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        m_paint(painter, rect, mode);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return image;
    }

private:
    PaintIcon m_paint;
};

} // namespace

QIcon paintedIcon(PaintIcon paint)
{
    return QIcon(new PaintedIconEngine(std::move(paint)));
}

} // namespace bondwright::ui
