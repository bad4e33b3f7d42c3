// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include "common/services.h"
#include "history/eventstore.h"
#include "hostfacts/surroundings.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"
#include "main/mainwindow.h"
#include "tourlab.h"

#include <QApplication>
#include <QTextStream>

#include <memory>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

/// The host as the administrator finds it: eth0 carries the address and the default route.
bool giveAddress()
{
    int exitCode = -1;
    tour::run(u"nmcli"_s,
              {u"connection"_s, u"add"_s, u"type"_s, u"ethernet"_s, u"con-name"_s, u"eth0"_s, u"ifname"_s, u"eth0"_s,
               u"ipv4.method"_s, u"manual"_s, u"ipv4.addresses"_s, u"192.0.2.10/24"_s, u"ipv4.gateway"_s,
               u"192.0.2.254"_s, u"ipv6.method"_s, u"disabled"_s},
              &exitCode);
    if (exitCode == 0)
        tour::run(u"nmcli"_s, {u"connection"_s, u"up"_s, u"eth0"_s}, &exitCode);
    return exitCode == 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"bondwright"_s);
    QCoreApplication::setApplicationName(u"bondwright"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    if (argc != 2) {
        QTextStream(stderr) << "usage: bondwright-tour FOLDER (in the lab: ./run --tour)\n";
        return 2;
    }
    i18n::installLanguage(u"en"_s);
    tour::TourReport report{QDir(QString::fromLocal8Bit(argv[1]))};
    report.check(giveAddress(), u"NetworkManager gives eth0 its address"_s);

    // The same composition as the program's own.
    kernel::LocalKernelSource source;
    const std::unique_ptr<helper::HelperClient> helper(helper::createHelperClient());
    history::EventStore events;
    ui::Services services;
    services.source = &source;
    services.helper = helper.get();
    services.events = &events;
    services.hostFacts
        = [](const kernel::Snapshot &snapshot) { return hostfacts::withSurroundings(kernel::toHostFacts(snapshot)); };
    source.start();
    ui::MainWindow window(services);
    window.setGeometry(0, 0, 1280, 900);
    window.show();
    tour::live(std::chrono::seconds(2));

    tour::Tour tour(report, services, window);
    for (auto *chapter : {tour::firstLook, tour::createInTwoLanguages, tour::watchCables, tour::testFailover,
                          tour::changeThatCutsOff, tour::removeAgain, tour::lacpWithPartner, tour::rhel6Tree})
        chapter(tour);

    if (!report.write(u"Bondwright: the guided tour"_s)) {
        QTextStream(stderr) << "The report cannot be written.\n";
        return 1;
    }
    QTextStream(stdout) << '\n'
                        << (report.failures() == 0 ? u"The tour went as expected.\n"_s
                                                   : u"%1 steps did not go as expected.\n"_s.arg(report.failures()));
    return report.failures() == 0 ? 0 : 1;
}
