// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/monitor.h"
#include "common/parsedarguments.h"
#include "common/stopsignal.h"
#include "kernel/localkernelsource.h"
#include "kernel/replaysource.h"

#include <QTimer>

namespace bondwright::cli
{

namespace
{

const QString noPingFlag = QStringLiteral("--no-ping");
const QString pingOption = QStringLiteral("--ping");
const QString pingIntervalOption = QStringLiteral("--ping-interval");
const QString replayOption = QStringLiteral("--replay");
const QString speedOption = QStringLiteral("--speed");

struct Request {
    MonitorOptions monitor;
    std::chrono::seconds duration{0};
    bool isJson = false;
    QString replay; ///< file; empty: this host
    double speed = 1;
};

Result<double> speedOf(const ParsedArguments &arguments)
{
    if (!arguments.has(speedOption))
        return 1;
    bool isNumber = false;
    const double speed = arguments.value(speedOption).toDouble(&isNumber);
    if (!isNumber || !(speed >= 0 && speed <= 10'000))
        return fail(QStringLiteral("usage"),
                    //: @error
                    QCoreApplication::translate("bondctl",
                                                "--speed takes a number: 1 as recorded, 10 ten times as fast, 0 at "
                                                "once."));
    return speed;
}

Result<Request> readRequest(const QStringList &words)
{
    const Result<ParsedArguments> arguments = ParsedArguments::parse(
        words, {jsonFlag, noPingFlag},
        {intervalOption, pingOption, pingIntervalOption, durationOption, replayOption, speedOption});
    if (!arguments)
        return tl::unexpected(arguments.error());
    const Result<qint64> interval = arguments->number(intervalOption, 500, 50, 1000);
    const Result<qint64> pingInterval = arguments->number(pingIntervalOption, 100, 10, 10'000);
    const Result<qint64> duration = arguments->number(durationOption, 0, 1, 10 * 365 * 86'400);
    for (const Result<qint64> &number : {interval, pingInterval, duration}) {
        if (!number)
            return tl::unexpected(number.error());
    }
    const Result<double> speed = speedOf(*arguments);
    if (!speed)
        return tl::unexpected(speed.error());
    Request request;
    request.replay = arguments->value(replayOption);
    request.monitor
        = {arguments->words(), arguments->values(pingOption), !arguments->has(noPingFlag) && request.replay.isEmpty(),
           std::chrono::milliseconds(*interval), std::chrono::milliseconds(*pingInterval)};
    request.duration = std::chrono::seconds(*duration);
    request.isJson = arguments->has(jsonFlag);
    request.speed = *speed;
    return request;
}

/// Queued, because a recording may be at its end before the event loop runs.
std::unique_ptr<kernel::KernelSource> makeSource(const Request &request)
{
    if (request.replay.isEmpty())
        return std::make_unique<kernel::LocalKernelSource>();
    auto replay = std::make_unique<kernel::ReplaySource>(request.replay, request.speed);
    QObject::connect(replay.get(), &kernel::ReplaySource::finished, QCoreApplication::instance(),
                     &QCoreApplication::quit, Qt::QueuedConnection);
    return replay;
}

/// Null for a replay, whose events were kept when they happened, and where the store cannot be used.
std::unique_ptr<history::EventStore> openStore(const Request &request, MonitorPrinter *printer)
{
    if (!request.replay.isEmpty())
        return nullptr;
    auto store = std::make_unique<history::EventStore>();
    QObject::connect(store.get(), &history::EventStore::troubleOccurred, store.get(),
                     [printer](const QString &message) { printer->printTrouble(message); });
    if (const Result<void> opened = store->open(); !opened) {
        printer->printTrouble(opened.error().message);
        return nullptr;
    }
    return store;
}

} // namespace

int runMonitor(Context &context)
{
    const Result<Request> request = readRequest(context.arguments);
    if (!request)
        return reportUsage(context, request.error().message);
    const std::unique_ptr<MonitorPrinter> printer
        = request->isJson ? makeJsonPrinter(context.out) : makeTextPrinter(context.out, context.err);
    const std::unique_ptr<kernel::KernelSource> source = makeSource(*request);
    if (const auto *replay = qobject_cast<const kernel::ReplaySource *>(source.get()))
        printer->setWallClock([replay] { return replay->wallOffsetNs(); });
    const std::unique_ptr<history::EventStore> store = openStore(*request, printer.get());
    Monitor monitor(source.get(), request->monitor, printer.get(), store.get());
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::stopRequested, QCoreApplication::instance(), &QCoreApplication::quit);
    if (const Result<void> started = monitor.start(); !started)
        return started.error().code == u"usage" ? reportUsage(context, started.error().message)
                                                : reportError(context, started.error());
    // What is wrong with the recording has been said.
    if (!request->replay.isEmpty() && source->snapshot().nics.isEmpty())
        return Failure;
    if (request->duration.count() > 0)
        QTimer::singleShot(request->duration, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    monitor.finish();
    return Success;
}

} // namespace bondwright::cli
