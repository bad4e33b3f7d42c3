// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/foldbutton.h"

namespace bondwright::ui
{

FoldButton::FoldButton(QWidget *part, QWidget *parent)
    : QToolButton(parent)
{
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setArrowType(Qt::RightArrow);
    part->setVisible(false);
    connect(this, &QToolButton::toggled, part, [this, part](bool unfolded) {
        setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
        part->setVisible(unfolded);
    });
}

void FoldButton::setUnfolded(bool unfolded)
{
    setChecked(unfolded);
}

} // namespace bondwright::ui
