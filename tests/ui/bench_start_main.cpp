// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window as the program composes it (app/gui/main.cpp): this host's kernel, the helper's client, the event store,
// the list of hosts, the icon in the tray.

#include "common/firstpaint.h"
#include "common/fonts.h"
#include "common/fusionstyle.h"
#include "diagnosis/healthkeeper.h"
#include "helperclient/helperclient.h"
#include "history/eventstore.h"
#include "hostfacts/surroundings.h"
#include "hosts/hostswindow.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"
#include "main/intray.h"
#include "main/mainwindow.h"
#include "makehost.h"
#include "monitor/failovernotifier.h"
#include "rehearsal/rehearsal.h"
#include "singleinstance.h"
#include "startreport.h"
#include "watch/survey.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTreeView>

#include <memory>

using namespace bondwright;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QString language = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"en"_s;
    std::jthread fonts = ui::readFonts(language);
    QApplication app(argc, argv);
    fonts.join();
    ui::shapeSparingly(language);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"bondwright-bench"_s);
    i18n::installLanguage(language);
    ui::FusionStyle::install();
    SingleInstance instance;
    instance.handOver({});
    instance.listen();
    kernel::LocalKernelSource source;
    const std::unique_ptr<helper::HelperClient> client(helper::createHelperClient());
    history::EventStore store;
    watch::Survey survey;
    ui::Services services;
    services.source = &source;
    services.helper = client.get();
    services.events = &store;
    services.rehearsalProgram = rehearsal::Rehearsal::programPath();
    services.hostFacts
        = [](const kernel::Snapshot &snapshot) { return hostfacts::withSurroundings(kernel::toHostFacts(snapshot)); };
    source.start();
    ui::HostsWindow window(services, [](const QString &name) { return makeHost(name, {}); });
    ui::afterFirstPaint(&window, [&] { diagnosis::HealthKeeper::of(&source)->watch(survey.asker()); });
    window.setPracticeHost(makePracticeHost);
    window.openRemembered();
    ui::FailoverNotifier notifier(services);
    ui::keepInTray(notifier, *window.here());
    QGuiApplication::setQuitOnLastWindowClosed(true);
    window.show();
    window.raise();
    window.activateWindow();
    new ui::StartReport(&window, window.findChild<QTreeView *>(u"nic-list"_s)->model());
    return QApplication::exec();
}
