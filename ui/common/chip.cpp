// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/chip.h"

#include <QPainter>

namespace bondwright::ui
{

Chip::Chip(QWidget *parent, StateTone tone)
    : QWidget(parent)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QFont Chip::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    return small;
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(smallFont());
    return {metrics.horizontalAdvance(m_text) + 14, metrics.height() + 4};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tone == StateTone::Neutral ? lineColour(palette()) : toneColour(m_tone, palette()), 1));
    painter.setBrush(toneBackground(m_tone, palette()));
    const double radius = height() / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(toneColour(m_tone, palette()));
    painter.setFont(smallFont());
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace bondwright::ui
