// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include "common/services.h"
#include "common/settings.h"
#include "helperclient/dbushelperclient.h"
#include "history/eventstore.h"
#include "hostfacts/surroundings.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"
#include "main/mainwindow.h"
#include "rehearsal/rehearsal.h"
#include "shrink.h"

#include <QApplication>
#include <QDBusConnection>
#include <QStandardPaths>
#include <QTextStream>

#include <unistd.h>

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

/// The helper is asked by "daemon", who may do no more than polkit's rule allows him; root would not be asked.
QDBusConnection busOfAdministrator()
{
    constexpr uid_t daemonUser = 1;
    if (seteuid(daemonUser) != 0)
        qFatal("cannot become the administrator of the tour");
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"administrator"_s);
    if (seteuid(0) != 0)
        qFatal("cannot become root again");
    return bus;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && QByteArrayView(argv[1]) == "--shrink")
        return tour::shrinkPicture(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3])) ? 0 : 1;
    const bool isBrief = argc == 3 && QByteArrayView(argv[1]) == "--brief";
    const bool isServices = argc == 3 && QByteArrayView(argv[1]) == "--services";
    if (argc != 2 && !isBrief && !isServices) {
        QTextStream(stderr)
            << "usage: bondwright-tour [--brief] FOLDER     in the lab (./run --tour); --brief leaves out\n"
               "                                            what only waits a minute\n"
               "       bondwright-tour --services FOLDER    the same for a guest of systemd-networkd and netplan\n"
               "       bondwright-tour --shrink PNG PNG   a picture with fewer colours\n";
        return 2;
    }
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"bondwright"_s);
    QCoreApplication::setApplicationName(u"bondwright"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    i18n::installLanguage(u"en"_s);
    tour::TourReport report{QDir(QString::fromLocal8Bit(argv[argc - 1]))};
    if (!isServices)
        report.check(giveAddress(), u"NetworkManager gives eth0 its address"_s);

    // The same composition as the program's own.
    const QDBusConnection bus = busOfAdministrator();
    report.check(bus.isConnected(), u"The system bus takes the administrator"_s);
    kernel::LocalKernelSource source;
    helper::DbusHelperClient helper(bus);
    history::EventStore events;
    ui::Services services;
    services.source = &source;
    services.helper = &helper;
    services.events = &events;
    services.rehearsalProgram = rehearsal::Rehearsal::programPath();
    services.hostFacts
        = [](const kernel::Snapshot &snapshot) { return hostfacts::withSurroundings(kernel::toHostFacts(snapshot)); };
    source.start();
    ui::MainWindow window(services);
    window.setGeometry(tour::frame);
    window.show();
    tour::live(std::chrono::seconds(2));

    tour::Tour tour(report, services, window);
    const QList<void (*)(tour::Tour &)> withManager{
        tour::firstLook,       tour::withoutHelper,   tour::crowdedHost,        tour::createInTwoLanguages,
        tour::watchCables,     tour::testFailover,    tour::vlansAndDuplicate,  tour::removeAgain,
        tour::eventsOfTheHost, tour::lacpWithPartner, tour::changeNotConfirmed, tour::changeThatCutsOff,
        tour::rhel6Tree};
    const QList<void (*)(tour::Tour &)> withOthers{tour::networkdHost, tour::netplanHost};
    for (auto *chapter : isServices ? withOthers : withManager) {
        // Its verification waits for the answer that does not come.
        if (!isBrief || chapter != tour::changeThatCutsOff)
            chapter(tour);
    }

    if (!report.write(u"Bondwright: the guided tour"_s)) {
        QTextStream(stderr) << "The report cannot be written.\n";
        return 1;
    }
    QTextStream(stdout) << '\n'
                        << (report.failures() == 0 ? u"The tour went as expected.\n"_s
                                                   : u"%1 steps did not go as expected.\n"_s.arg(report.failures()));
    return report.failures() == 0 ? 0 : 1;
}
