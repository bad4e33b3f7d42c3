// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/errorcode.h"
#include "helper/bus/dispatcher.h"
#include "helper/idleexit.h"
#include "helper/live/listener.h"
#include "helper/service.h"
#include "helper/system/heartbeat.h"
#include "helper/system/hostprogram.h"
#include "helper/transaction/lastresort.h"
#include "helper/transaction/watchdog.h"
#include "helperclient/types.h"
#include "i18n/sentence.h"
#include "kernel/localkernelsource.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QFile>
#include <QTimer>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

int serve(const Environment &environment, std::chrono::seconds idleAfter)
{
    const QDBusConnection bus = QDBusConnection::systemBus(); // for what the helper asks of others
    auto served = BusConnection::openSystem();
    if (!served || !bus.isConnected()) {
        std::fprintf(stderr, "bondwright-helper: no system bus: %s\n",
                     qPrintable(served ? bus.lastError().message() : served.error().message));
        return 1;
    }
    kernel::LocalKernelSource source;
    source.start();
    const std::unique_ptr<Authority> authority = createPolkitAuthority();
    Service service(bus, environment, source);
    Dispatcher dispatcher(**served, *authority, service);
    QObject::connect(&service, &Service::signalEmitted, &dispatcher, &Dispatcher::emitSignal);
    if (const auto owned = (*served)->ownName(serviceName); !owned) {
        std::fprintf(stderr, "bondwright-helper: cannot own %s: %s\n", serviceName, qPrintable(owned.error().message));
        return 1;
    }
    service.resume();
    IdleExit idle(idleAfter, [&] { return dispatcher.isIdle() && service.isIdle(); });
    QObject::connect(&dispatcher, &Dispatcher::called, &idle, &IdleExit::putOff);
    // Without the bus no change can be confirmed; a non-zero exit lets systemd start us again.
    QObject::connect(served->get(), &BusConnection::disconnected, &idle, &IdleExit::leaveBroken);
    const Heartbeat heartbeat;
    return QCoreApplication::exec();
}

/// Becomes the process that can do nothing but roll back. @return only if that fails
Result<void> becomeLastResort(const Environment &environment)
{
    const QByteArray program = QFile::encodeName(environment.programPath);
    const QByteArray root = QFile::encodeName(environment.root);
    ::execl(program.constData(), program.constData(), "--roll-back", "--root", root.constData(), nullptr);
    return fail(u"helper.failed"_s, QString::fromLocal8Bit(std::strerror(errno)));
}

/// The work without the bus: at boot (files only, nothing runs yet) and as the watchdog.
int work(const Environment &environment, bool isWatchdog)
{
    kernel::LocalKernelSource source;
    source.start();
    const SystemClock clock;
    Transactor transactor({environment, source, clock, activatorFactory(environment, source),
                           [](const Record &, const Done &done) { done({}); },
                           [&environment] { return becomeLastResort(environment); }, endLeftPrograms});
    if (isWatchdog) {
        Watchdog watchdog(environment, clock, transactor);
        QObject::connect(&watchdog, &Watchdog::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        watchdog.start();
        return QCoreApplication::exec();
    }
    const auto record = RecordStore(environment).load();
    if (!record && record.error().code == errorcode::recordVersion) {
        std::fprintf(stderr, "bondwright-helper: %s\n", qPrintable(i18n::inEnglish(record.error().message)));
        return 1;
    }
    if (record && *record && (*record)->bootId == clock.bootId())
        return 0; // of this boot: the helper's and the watchdog's business
    bool isFinished = true;
    QObject::connect(&transactor, &Transactor::ended, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(
        &transactor, &Transactor::leftUnfinished, qApp,
        [&isFinished] {
            isFinished = false;
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(0, &transactor, [&transactor] { transactor.resume(ActiveTransaction::Network::NotStartedYet); });
    QCoreApplication::exec();
    return isFinished && transactor.current().state != TransactionState::Failed ? 0 : 1;
}

/// For the last resort, which asks no service itself.
int letServiceGo(const Environment &environment)
{
    const auto record = RecordStore(environment).load();
    if (!record || !*record)
        return 1;
    kernel::LocalKernelSource source;
    source.start();
    const std::unique_ptr<Activator> activator = activatorFactory(environment, source)((*record)->backend);
    bool isDone = false;
    QTimer::singleShot(0, activator.get(), [&] {
        activator->letGo(**record, [&isDone](const Result<void> &done) {
            isDone = done.has_value();
            QCoreApplication::quit();
        });
    });
    QCoreApplication::exec();
    return isDone ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"bondwright-helper"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Bondwright's privileged helper; started by the system bus."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption root(u"root"_s, u"Work below DIR instead of /."_s, u"DIR"_s, u"/"_s);
    const QCommandLineOption idle(u"idle-exit"_s, u"Leave after S seconds without work."_s, u"S"_s, u"120"_s);
    const QCommandLineOption recover(u"recover"_s, u"Roll back what the last boot left unconfirmed, and exit."_s);
    const QCommandLineOption watchdog(u"watchdog"_s, u"Roll the pending change back when its time is over."_s);
    const QCommandLineOption rollBack(u"roll-back"_s, u"Roll the pending change back by its record alone, and exit."_s);
    const QCommandLineOption letGo(u"let-go"_s, u"Tell the network service that the pending change is rolled back."_s);
    const QCommandLineOption restoreLink(u"restore-link"_s, u"Take NIC up again when its test's time is over."_s,
                                         u"NIC"_s);
    const QCommandLineOption identify(u"identify"_s, u"Blink the port of NIC."_s, u"NIC"_s);
    const QCommandLineOption listen(u"listen"_s, u"Listen for LLDP or count flows: what is read tells which."_s);
    const QCommandLineOption token(u"token"_s, u"Which test's record that is."_s, u"T"_s);
    const QCommandLineOption after(u"after"_s, u"Seconds to blink."_s, u"S"_s, u"10"_s);
    parser.addOptions({root, idle, recover, watchdog, rollBack, letGo, restoreLink, token, identify, listen, after});
    parser.process(app);

    // Every client reads in its own language, and so does who reads the record of the last change.
    i18n::SentenceRecorder recorder;
    QCoreApplication::installTranslator(&recorder);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        std::fprintf(stderr, "bondwright-helper: %s\n", qPrintable(i18n::inEnglish(text)));
    });
    Environment environment;
    environment.root = parser.value(root);
    environment.programPath = QCoreApplication::applicationFilePath();
    const std::chrono::seconds time(parser.value(after).toUInt());
    if (parser.isSet(restoreLink)) {
        runtime::KernelNetwork network;
        return restoreLinkAfter(environment, parser.value(restoreLink), parser.value(token), network, SystemClock());
    }
    if (parser.isSet(identify))
        return identifyPort(parser.value(identify), time);
    if (parser.isSet(listen))
        return listenAsAsked();
    if (parser.isSet(rollBack))
        return rollBackByRecordAlone(environment);
    if (parser.isSet(letGo))
        return letServiceGo(environment);
    if (parser.isSet(recover) || parser.isSet(watchdog))
        return work(environment, parser.isSet(watchdog));
    return serve(environment, std::chrono::seconds(parser.value(idle).toUInt()));
}
