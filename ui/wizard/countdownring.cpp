// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/countdownring.h"
#include "common/palette.h"

#include <QPainter>

#include <algorithm>

namespace bondwright::ui
{

QString clockText(int seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize CountdownRing::sizeHint() const
{
    const int side = fontMetrics().height() * 8;
    return {side, side};
}

void CountdownRing::setSeconds(int left, int total)
{
    m_left = left;
    m_total = std::max(1, total);
    setAccessibleName(tr("Reverting in %n second(s)", nullptr, left));
    update();
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = std::max(6.0, width() / 16.0);
    const QRectF ring = QRectF(rect()).adjusted(stroke, stroke, -stroke, -stroke);
    const bool isLate = m_left <= 10;
    const QColor colour = toneColour(isLate ? StateTone::Critical : StateTone::Good, palette());
    painter.setPen(QPen(lineColour(palette()), stroke));
    painter.drawEllipse(ring);
    const double part = std::clamp(double(m_left) / m_total, 0.0, 1.0);
    painter.setPen(QPen(colour, stroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, int(part * 360 * 16));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.4);
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignCenter, clockText(m_left));
}

} // namespace bondwright::ui
