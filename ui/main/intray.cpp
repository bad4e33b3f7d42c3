// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/intray.h"

#include "main/mainwindow.h"
#include "monitor/failovernotifier.h"

#include <QApplication>

#include <algorithm>

namespace bondwright::ui
{

namespace
{

bool isAnyWindowShown()
{
    const auto windows = QApplication::topLevelWidgets();
    return std::any_of(windows.cbegin(), windows.cend(),
                       [](const QWidget *one) { return one->isWindow() && one->isVisible(); });
}

} // namespace

void keepInTray(FailoverNotifier &notifier, MainWindow &window)
{
    QObject::connect(&notifier, &FailoverNotifier::trayChanged, &window, [&window](bool isInTray) {
        QGuiApplication::setQuitOnLastWindowClosed(!isInTray);
        // The icon is gone (switched off, or its panel has ended): the program must not go on unseen.
        if (!isInTray && !isAnyWindowShown())
            window.window()->show();
    });
    QObject::connect(&notifier, &FailoverNotifier::monitorRequested, &window, &MainWindow::openMonitor);
    QObject::connect(&notifier, &FailoverNotifier::windowRequested, &window, [&window] {
        window.window()->show();
        window.window()->raise();
        window.window()->activateWindow();
    });
    QObject::connect(&window, &MainWindow::notificationsChanged, &notifier, &FailoverNotifier::setEnabled);
    QObject::connect(&notifier, &FailoverNotifier::quitRequested, qApp, &QCoreApplication::quit);
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &notifier, &FailoverNotifier::tellThatItGoesOn);
    QGuiApplication::setQuitOnLastWindowClosed(!notifier.isInTray());
}

} // namespace bondwright::ui
