// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bondctl/common/pingtargets.h"
#include "bondctl/common/stopsignal.h"
#include "kernel/localkernelsource.h"
#include "watch/watcher.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <memory>
#include <vector>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds pingInterval{100};

struct Request {
    watch::WatcherOptions watcher;
    QStringList hosts;
    bool hasPing = false;
};

/// Exits by itself after --help, --version and what is no option.
Request readRequest(const QCoreApplication &application)
{
    // In English, as the journal into which all of it goes.
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Watches the network bonds of this host: history, journal, metrics."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption folder(u"state"_s, u"Keep history, counters and metrics in this folder."_s, u"folder"_s,
                                    u"/var/lib/bondwright-watch"_s);
    const QCommandLineOption textfile(u"textfile"_s, u"Write the metrics to this file instead of one there."_s,
                                      u"file"_s);
    const QCommandLineOption command(
        u"command"_s, u"Run this program when a verdict has changed, at most once a minute for each bond."_s,
        u"file"_s);
    const QCommandLineOption ping(u"ping"_s, u"Measure outages: ping the bonds' gateways."_s);
    const QCommandLineOption host(u"ping-host"_s, u"Measure outages: ping this address (may be repeated)."_s,
                                  u"address"_s);
    parser.addOptions({folder, textfile, command, ping, host});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    return {{parser.value(folder), parser.value(textfile), parser.value(command)},
            parser.values(host),
            parser.isSet(ping) || parser.isSet(host)};
}

void complain(const QString &message)
{
    QTextStream(stderr) << message << '\n';
}

/// Over the bonds that are there now: one that comes later is watched, but not pinged.
Result<std::vector<std::unique_ptr<ping::Pinger>>> startPings(const Request &request, const kernel::Snapshot &snapshot,
                                                              watch::Watcher *watcher)
{
    const auto targets = cli::pingTargets(request.hosts, snapshot.bonds.keys(), snapshot, pingInterval);
    if (!targets)
        return tl::unexpected(targets.error());
    std::vector<std::unique_ptr<ping::Pinger>> pingers;
    for (const cli::BondPing &target : *targets) {
        std::unique_ptr<ping::Pinger> pinger(ping::createPinger(target.target));
        QObject::connect(pinger.get(), &ping::Pinger::troubleOccurred, watcher, &watch::Watcher::troubleOccurred);
        QObject::connect(
            pinger.get(), &ping::Pinger::outageEnded, watcher, [watcher, target](const ping::PingOutage &outage) {
                watcher->takeOutage(target.bondIndex, target.bond, target.target.address.toString(), outage);
            });
        pinger->start();
        pingers.push_back(std::move(pinger));
    }
    return pingers;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"bondwright-watch"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    const Request request = readRequest(application);
    const cli::StopSignal stop;
    QObject::connect(&stop, &cli::StopSignal::stopRequested, &application, &QCoreApplication::quit);

    kernel::LocalKernelSource source;
    watch::Watcher watcher(&source, request.watcher);
    QObject::connect(&watcher, &watch::Watcher::troubleOccurred, &application, &complain);
    if (const Result<void> started = watcher.start(); !started) {
        complain(started.error().message);
        return 1;
    }
    std::vector<std::unique_ptr<ping::Pinger>> pingers;
    if (request.hasPing) {
        auto pings = startPings(request, source.snapshot(), &watcher);
        if (!pings) {
            complain(pings.error().message);
            return 1;
        }
        pingers = std::move(*pings);
    }
    const int status = QCoreApplication::exec();
    watcher.finish();
    return status;
}
