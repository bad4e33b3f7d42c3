// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/stateicon.h"

#include <QWidget>

namespace bondwright::ui
{

/// The shape of a state beside a text.
class StateSign final : public QWidget
{
public:
    /// @param lines how many lines of text it is as tall as
    StateSign(StateShape shape, QWidget *parent, double lines = 1);

    void setShape(StateShape shape);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateShape m_shape;
    double m_lines;
};

} // namespace bondwright::ui
