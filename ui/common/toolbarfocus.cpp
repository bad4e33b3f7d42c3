// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/toolbarfocus.h"

#include <QToolBar>
#include <QToolButton>

namespace bondwright::ui
{

void focusByTab(QToolBar *bar)
{
    for (QToolButton *button : bar->findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
}

} // namespace bondwright::ui
