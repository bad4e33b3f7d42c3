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
    window.setCentralWidget(new QTableWidget(20, 8, &window));
    window.resize(1080, 700);
    window.show();
    new bondwright::ui::StartReport(&window);
    return QApplication::exec();
}
