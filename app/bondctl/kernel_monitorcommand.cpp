// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/localkernelsource.h"
#include "kernel_arguments.h"
#include "kernel_monitor.h"
#include "kernel_stopsignal.h"

#include <QTimer>

namespace bondwright::cli
{

namespace
{

const QString jsonFlag = QStringLiteral("--json");
const QString noPingFlag = QStringLiteral("--no-ping");
const QString intervalOption = QStringLiteral("--interval");
const QString pingOption = QStringLiteral("--ping");
const QString pingIntervalOption = QStringLiteral("--ping-interval");
const QString durationOption = QStringLiteral("--duration");

struct Request {
    MonitorOptions monitor;
    std::chrono::seconds duration{0};
    bool isJson = false;
};

Result<Request> readRequest(const QStringList &words)
{
    const Result<ParsedArguments> arguments = ParsedArguments::parse(
        words, {jsonFlag, noPingFlag}, {intervalOption, pingOption, pingIntervalOption, durationOption});
    if (!arguments)
        return tl::unexpected(arguments.error());
    const Result<qint64> interval = arguments->number(intervalOption, 500, 50, 1000);
    const Result<qint64> pingInterval = arguments->number(pingIntervalOption, 100, 10, 10'000);
    const Result<qint64> duration = arguments->number(durationOption, 0, 1, 10 * 365 * 86'400);
    for (const Result<qint64> &number : {interval, pingInterval, duration}) {
        if (!number)
            return tl::unexpected(number.error());
    }
    Request request;
    request.monitor = {arguments->words(), arguments->values(pingOption), !arguments->has(noPingFlag),
                       std::chrono::milliseconds(*interval), std::chrono::milliseconds(*pingInterval)};
    request.duration = std::chrono::seconds(*duration);
    request.isJson = arguments->has(jsonFlag);
    return request;
}

} // namespace

int runMonitor(Context &context)
{
    const Result<Request> request = readRequest(context.arguments);
    if (!request)
        return reportUsage(context, request.error().message);
    const std::unique_ptr<MonitorPrinter> printer
        = request->isJson ? makeJsonPrinter(context.out) : makeTextPrinter(context.out, context.err);
    kernel::LocalKernelSource source;
    history::EventStore store;
    QObject::connect(&store, &history::EventStore::troubleOccurred, &store,
                     [&printer](const QString &message) { printer->printTrouble(message); });
    const Result<void> opened = store.open();
    if (!opened)
        printer->printTrouble(opened.error().message);
    Monitor monitor(&source, request->monitor, printer.get(), opened ? &store : nullptr);
    if (const Result<void> started = monitor.start(); !started)
        return started.error().code == u"usage" ? reportUsage(context, started.error().message)
                                                : reportError(context, started.error());
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::stopRequested, QCoreApplication::instance(), &QCoreApplication::quit);
    if (request->duration.count() > 0)
        QTimer::singleShot(request->duration, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    monitor.finish();
    return Success;
}

} // namespace bondwright::cli
