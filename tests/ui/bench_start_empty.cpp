// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every Qt program pays: an empty window with a table.

#include "startreport.h"

#include <QApplication>
#include <QMainWindow>
#include <QTableWidget>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    auto *table = new QTableWidget(20, 8, &window);
    // A Chinese window needs the Chinese font, whoever opens it.
    if (argc > 1 && qstrcmp(argv[1], "zh_CN") == 0)
        table->setHorizontalHeaderLabels({QStringLiteral("网卡"), QStringLiteral("状态"), QStringLiteral("速率")});
    window.setCentralWidget(table);
    window.resize(1080, 700);
    window.show();
    new bondwright::ui::StartReport(&window, table->model());
    return QApplication::exec();
}
