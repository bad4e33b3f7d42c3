// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/monitor.h"
#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/stopsignal.h"
#include "common/values.h"
#include "common/words.h"
#include "kernel/replaysource.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

struct Request {
    MonitorOptions monitor;
    std::chrono::seconds duration{0};
    bool isJson = false;
    bool isElsewhere = false; ///< another host is watched
    QString replay; ///< file; empty: a host
    double speed = 1;
};

Result<double> speedOf(const Arguments &arguments)
{
    bool isNumber = false;
    const double speed = arguments.value(u"speed"_s, u"1"_s).toDouble(&isNumber);
    if (!isNumber || !(speed >= 0 && speed <= 10'000))
        return fail(u"usage"_s,
                    //: @error
                    QCoreApplication::translate("bondctl",
                                                "--speed takes a number: 1 as recorded, 10 ten times as fast, 0 at "
                                                "once."));
    return speed;
}

Result<Request> readRequest(const Arguments &arguments)
{
    const Result<double> speed = speedOf(arguments);
    if (!speed)
        return tl::unexpected(speed.error());
    Request request;
    request.replay = arguments.value(u"replay"_s);
    request.isElsewhere = arguments.has(u"host"_s);
    request.monitor = monitorOptions(arguments);
    request.monitor.bonds = arguments.words();
    request.monitor.isReplay = !request.replay.isEmpty();
    request.monitor.hasPing = request.monitor.hasPing && request.replay.isEmpty();
    request.duration = std::chrono::seconds(arguments.number(u"duration"_s, 0));
    request.isJson = arguments.has(u"json"_s);
    request.speed = *speed;
    return request;
}

/// Null for a replay or another host, whose events are kept where they happen, and where the store cannot be used.
std::unique_ptr<history::EventStore> openStore(const Request &request, MonitorPrinter *printer)
{
    if (!request.replay.isEmpty() || request.isElsewhere)
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

int watch(Context &context, const Request &request, kernel::KernelSource &source, MonitorPrinter &printer)
{
    const std::unique_ptr<history::EventStore> store = openStore(request, &printer);
    Monitor monitor(&source, request.monitor, &printer, store.get());
    if (auto *replay = qobject_cast<kernel::ReplaySource *>(&source))
        QObject::connect(replay, &kernel::ReplaySource::pinged, &monitor, &Monitor::takeRecorded);
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::stopRequested, QCoreApplication::instance(), &QCoreApplication::quit);
    if (const Result<void> started = monitor.start(); !started)
        return reportError(context, started.error());
    // What is wrong with the recording has been said.
    if (!request.replay.isEmpty() && source.snapshot().nics.isEmpty())
        return Failure;
    if (request.duration.count() > 0)
        quitAfter(request.duration);
    QCoreApplication::exec();
    monitor.finish();
    return Success;
}

int watchHost(Context &context, Request request, MonitorPrinter &printer)
{
    HostAccess &host = context.host;
    request.monitor.askSurvey = host.surveyor();
    request.monitor.makePinger = [&host](const ping::PingTarget &target) { return host.createPinger(target, nullptr); };
    if (host.isAgentless())
        printer.printTrouble(
            //: @info
            Words::tr("The host has no bondctl: it is polled twice a second (±0.5 s)."));
    return watch(context, request, host.source(), printer);
}

int watchReplay(Context &context, const Request &request, MonitorPrinter &printer)
{
    kernel::ReplaySource replay(request.replay, request.speed);
    // Queued, because a recording may be at its end before the event loop runs.
    QObject::connect(&replay, &kernel::ReplaySource::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    printer.setWallClock([&replay] { return replay.wallOffsetNs(); });
    return watch(context, request, replay, printer);
}

int runMonitor(Context &context, const Arguments &arguments)
{
    const Result<Request> request = readRequest(arguments);
    if (!request)
        return reportError(context, request.error());
    const std::unique_ptr<MonitorPrinter> printer
        = request->isJson ? makeJsonPrinter(context.out) : makeTextPrinter(context.out, context.err);
    return request->replay.isEmpty() ? watchHost(context, *request, *printer)
                                     : watchReplay(context, *request, *printer);
}

} // namespace

Command monitorCommand()
{
    //: @info what an option does
    Option replay{u"replay"_s, Words::tr("play a recording instead of this host"), takes::file()};
    replay.insteadOf = u"host"_s;
    return {
        CommandGroup::Look,
        u"monitor"_s,
        //: @info what a command does
        Words::tr("Monitors bonds live: traffic, failovers, and how long they took."),
        {},
        //: @info what an argument is
        {{takes::bond(), Words::tr("bonds to monitor; default: all"), 0, -1}},
        pingOptions()
            + QList<Option>{takes::interval(),
                            takes::duration(),
                            takes::json(),
                            takes::otherHost(),
                            replay,
                            //: @info what an option does
                            {u"speed"_s, Words::tr("of the replay: 1 as recorded, 10 ten times as fast, 0 at once"),
                             takes::text(u"X"_s)}},
        {u"monitor bond0 --ping 192.0.2.1"_s, u"monitor --host srv1"_s, u"monitor --replay bond0.bwrec --speed 10"_s},
        runMonitor};
}

} // namespace bondwright::cli
