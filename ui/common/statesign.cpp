// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/statesign.h"

namespace bondwright::ui
{

StateSign::StateSign(StateShape shape, QWidget *parent, double lines)
    : QWidget(parent)
    , m_shape(shape)
    , m_lines(lines)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateSign::setShape(StateShape shape)
{
    m_shape = shape;
    update();
}

QSize StateSign::sizeHint() const
{
    const int side = qRound(fontMetrics().height() * m_lines);
    return {side, side};
}

void StateSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintState(&painter, rect(), m_shape, palette());
}

} // namespace bondwright::ui
