// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bondctl/common/pingtargets.h"
#include "bondctl/common/stopsignal.h"
#include "kernel/localkernelsource.h"
#include "watch/watcher.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <map>
#include <memory>
#include <utility>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds pingInterval{100};
constexpr std::chrono::seconds renewAfter{1}; ///< several changes, one look

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

/// Over each bond as soon as it has a gateway: the service is there before the network is.
class Pings : public QObject
{
public:
    Pings(const QStringList &hosts, kernel::KernelSource *source, watch::Watcher *watcher)
        : m_hosts(hosts)
        , m_source(source)
        , m_watcher(watcher)
    {
        m_soon.setSingleShot(true);
        connect(&m_soon, &QTimer::timeout, this, [this] { (void)renew(); });
        connect(source, &kernel::KernelSource::snapshotChanged, this, [this] {
            if (!m_soon.isActive())
                m_soon.start(renewAfter);
        });
    }

    /// Error "usage": one of the hosts is no address.
    Result<void> renew()
    {
        const kernel::Snapshot &snapshot = m_source->snapshot();
        const auto targets = cli::pingTargets(m_hosts, snapshot.bonds.keys(), snapshot, pingInterval);
        if (!targets)
            return tl::unexpected(targets.error());
        for (const cli::BondPing &target : *targets) {
            const QString key = m_hosts.isEmpty() ? target.bond : target.target.address.toString();
            const auto former = m_pings.find(key);
            const bool isNew = former == m_pings.end() ? !snapshot.bonds.isEmpty()
                                                       : cli::isAnotherTarget(former->second.first, target, snapshot);
            if (isNew)
                m_pings.insert_or_assign(key, std::pair(target, start(target)));
        }
        return {};
    }

private:
    std::unique_ptr<ping::Pinger> start(const cli::BondPing &target)
    {
        std::unique_ptr<ping::Pinger> pinger(ping::createPinger(target.target));
        connect(pinger.get(), &ping::Pinger::troubleOccurred, m_watcher, &watch::Watcher::troubleOccurred);
        connect(pinger.get(), &ping::Pinger::outageEnded, m_watcher,
                [watcher = m_watcher, target](const ping::PingOutage &outage) {
                    watcher->takeOutage(target.bondIndex, target.bond, target.target.address.toString(), outage);
                });
        pinger->start();
        return pinger;
    }

    QStringList m_hosts;
    kernel::KernelSource *m_source;
    watch::Watcher *m_watcher;
    QTimer m_soon;
    std::map<QString, std::pair<cli::BondPing, std::unique_ptr<ping::Pinger>>> m_pings; ///< by host, or by bond
};

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
    std::unique_ptr<Pings> pings;
    if (request.hasPing) {
        pings = std::make_unique<Pings>(request.hosts, &source, &watcher);
        if (const Result<void> begun = pings->renew(); !begun) {
            complain(begun.error().message);
            return 1;
        }
    }
    const int status = QCoreApplication::exec();
    watcher.finish();
    return status;
}
