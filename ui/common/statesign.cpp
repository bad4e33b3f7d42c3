// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/statesign.h"

namespace bondwright::ui
{

StateSign::StateSign(StateShape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
{
    const int side = fontMetrics().height();
    setFixedSize(side, side);
}

void StateSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintState(&painter, rect(), m_shape, palette());
}

} // namespace bondwright::ui
