// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/scrollroom.h"

#include <QScrollArea>

namespace bondwright::ui
{

QScrollArea *scrollRoom(QWidget *parent, QWidget *page)
{
    auto *room = new QScrollArea(parent);
    room->setFrameShape(QFrame::NoFrame);
    room->setWidgetResizable(true);
    room->setFocusPolicy(Qt::NoFocus);
    room->viewport()->setAutoFillBackground(false);
    if (page) {
        room->setWidget(page);
        page->setAutoFillBackground(false); // setWidget() has switched it on
    }
    return room;
}

} // namespace bondwright::ui
