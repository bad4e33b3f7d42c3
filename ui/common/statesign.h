// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/stateicon.h"

#include <QWidget>

namespace bondwright::ui
{

/// The shape of a state beside a text, as tall as a line of it.
class StateSign final : public QWidget
{
public:
    StateSign(StateShape shape, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateShape m_shape;
};

} // namespace bondwright::ui
