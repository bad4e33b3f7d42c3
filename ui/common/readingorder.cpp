// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/readingorder.h"

#include <QSplitter>
#include <QSplitterHandle>

namespace bondwright::ui
{

void readInOrder(QSplitter *splitter)
{
    for (int place = 0; place < splitter->count(); ++place)
        splitter->widget(place)->raise();
    for (int place = 0; place < splitter->count(); ++place)
        splitter->handle(place)->raise(); // which lie over the widgets where they are thin
}

} // namespace bondwright::ui
