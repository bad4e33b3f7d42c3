// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The main window as the program composes it: this host's kernel, the helper's client, the event store.

#include "helperclient/helperclient.h"
#include "history/eventstore.h"
#include "hostfacts/surroundings.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"
#include "main/mainwindow.h"
#include "startreport.h"

#include <QApplication>
#include <QStandardPaths>

#include <memory>

using namespace bondwright;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("bondwright-bench"));
    i18n::installLanguage(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("en"));
    kernel::LocalKernelSource source;
    const std::unique_ptr<helper::HelperClient> client(helper::createHelperClient());
    history::EventStore store;
    ui::Services services;
    services.source = &source;
    services.helper = client.get();
    services.events = &store;
    services.hostFacts
        = [](const kernel::Snapshot &snapshot) { return hostfacts::withSurroundings(kernel::toHostFacts(snapshot)); };
    source.start();
    ui::MainWindow window(services);
    window.show();
    new ui::StartReport(&window);
    return QApplication::exec();
}
