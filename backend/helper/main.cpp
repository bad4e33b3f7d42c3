// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/dispatcher.h"
#include "helper/idleexit.h"
#include "helper/service.h"
#include "helperclient/types.h"
#include "i18n/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

int serve(const Environment &environment, std::chrono::seconds idleAfter)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) {
        std::fprintf(stderr, "bondwright-helper: no system bus: %s\n", qPrintable(bus.lastError().message()));
        return 1;
    }
    const std::unique_ptr<Authority> authority = createPolkitAuthority();
    Service service(bus, environment);
    Dispatcher dispatcher(bus, *authority, service);
    QObject::connect(&service, &Service::signalEmitted, &dispatcher, &Dispatcher::emitSignal);
    if (!bus.registerVirtualObject(QLatin1String(objectPath), &dispatcher, QDBusConnection::SingleNode)
        || !bus.registerService(QLatin1String(serviceName))) {
        std::fprintf(stderr, "bondwright-helper: cannot own %s: %s\n", serviceName,
                     qPrintable(bus.lastError().message()));
        return 1;
    }
    IdleExit idle(idleAfter, [&] { return dispatcher.isIdle(); });
    QObject::connect(&dispatcher, &Dispatcher::called, &idle, &IdleExit::putOff);
    // Without the bus nobody can confirm; leaving non-zero lets systemd start us again.
    bus.connect({}, u"/org/freedesktop/DBus/Local"_s, u"org.freedesktop.DBus.Local"_s, u"Disconnected"_s, &idle,
                SLOT(leaveBroken()));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"bondwright-helper"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    i18n::installLanguage(i18n::systemLanguage());

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Bondwright's privileged helper; started by the system bus."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption root(u"root"_s, u"Work below DIR instead of /."_s, u"DIR"_s, u"/"_s);
    const QCommandLineOption idle(u"idle-exit"_s, u"Leave after S seconds without work."_s, u"S"_s, u"120"_s);
    parser.addOptions({root, idle});
    parser.process(app);

    Environment environment;
    environment.root = parser.value(root);
    environment.programPath = QCoreApplication::applicationFilePath();
    return serve(environment, std::chrono::seconds(parser.value(idle).toUInt()));
}
