// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/switchcolumn.h"
#include "diagnosis/healthkeeper.h"

#include <QTreeView>

namespace bondwright::ui
{

void showWhileKnown(QTreeView *view, int column, diagnosis::HealthKeeper *keeper)
{
    const auto show = [view, column, keeper] { view->setColumnHidden(column, keeper->ports().isEmpty()); };
    QObject::connect(keeper, &diagnosis::HealthKeeper::portsChanged, view, show);
    show();
}

} // namespace bondwright::ui
