// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/monitor.h"

#include "common/arguments.h"
#include "common/hostsnapshot.h"
#include "common/values.h"
#include "common/words.h"
#include "ping/replayedpinger.h"

#include <QCoreApplication>

#include <algorithm>

namespace bondwright::cli
{

using namespace Qt::StringLiterals;
using kernel::BondEvent;

namespace
{

constexpr std::chrono::milliseconds verdictsAfter{500}; ///< several changes, one look

}

QList<Option> pingOptions()
{
    //: @info what an option does
    Option ping{u"ping"_s, Words::tr("host to ping; default: the bonds' gateways"), takes::host()};
    ping.isRepeatable = true;
    //: @info what an option does
    Option noPing{u"no-ping"_s, Words::tr("do not ping")};
    noPing.insteadOf = ping.name;
    return {ping,
            noPing,
            //: @info what an option does
            {u"ping-interval"_s, Words::tr("time between two pings, in ms"), takes::number(u"MS"_s, 10, 10'000)}};
}

MonitorOptions monitorOptions(const Arguments &arguments)
{
    MonitorOptions options;
    options.hosts = arguments.values(u"ping"_s);
    options.hasPing = !arguments.has(u"no-ping"_s);
    options.interval = std::chrono::milliseconds(arguments.number(u"interval"_s, 500));
    options.pingInterval = std::chrono::milliseconds(arguments.number(u"ping-interval"_s, 100));
    return options;
}

Monitor::Monitor(kernel::KernelSource *source, const MonitorOptions &options, MonitorPrinter *printer,
                 history::EventStore *store, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_options(options)
    , m_printer(printer)
    , m_store(store)
    , m_counters(source)
{
    m_verdictsSoon.setSingleShot(true);
    connect(&m_verdictsSoon, &QTimer::timeout, this, &Monitor::lookForVerdicts);
}

Monitor::~Monitor() = default;

Result<void> Monitor::start()
{
    connect(m_source, &kernel::KernelSource::troubleOccurred, this,
            [this](const QString &message) { m_printer->printTrouble(message); });
    m_counters.setInterval(m_options.interval);
    m_source->start();
    const kernel::Snapshot &snapshot = m_source->snapshot();
    for (const QString &name : std::as_const(m_options.bonds)) {
        const Result<kernel::BondState> bond = findBond(snapshot, name);
        if (!bond)
            return tl::unexpected(bond.error());
        m_bonds.append(bond->ifindex);
    }
    updateWatched();
    diagnosis::HealthKeeper *health = diagnosis::HealthKeeper::of(m_source);
    health->watch(m_options.askSurvey);
    for (const int bond : std::as_const(m_bonds))
        m_told.insert(bond, health->judge(snapshot.bonds.value(bond)));
    if (!m_options.isReplay || !snapshot.nics.isEmpty())
        m_printer->printStart(snapshot, m_told);
    connect(m_source, &kernel::KernelSource::snapshotChanged, this, [this] {
        updateWatched();
        if (!m_verdictsSoon.isActive())
            m_verdictsSoon.start(verdictsAfter);
    });
    connect(health, &diagnosis::HealthKeeper::changed, this, &Monitor::lookForVerdicts);
    connect(m_source, &kernel::KernelSource::eventOccurred, this, &Monitor::takeEvent);
    connect(m_source, &kernel::KernelSource::sampleTaken, this, [this](kernel::CounterSample sample) {
        // The diagnosis samples other interfaces as well.
        sample.interfaces.removeIf(
            [this](const kernel::Counters &one) { return !m_counters.interfaces().contains(one.ifindex); });
        m_printer->printSample(sample, m_source->snapshot(), m_bonds);
    });
    return m_options.hasPing ? startPings() : Result<void>();
}

void Monitor::updateWatched()
{
    const kernel::Snapshot &snapshot = m_source->snapshot();
    if (m_options.bonds.isEmpty())
        m_bonds = snapshot.bonds.keys();
    QSet<int> interfaces;
    for (const int index : std::as_const(m_bonds)) {
        const auto bond = snapshot.bonds.constFind(index);
        if (bond == snapshot.bonds.cend())
            continue;
        interfaces.insert(index);
        for (const kernel::SlaveState &slave : bond->slaves)
            interfaces.insert(slave.ifindex);
    }
    m_counters.setInterfaces(interfaces);
}

void Monitor::lookForVerdicts()
{
    const kernel::Snapshot &snapshot = m_source->snapshot();
    for (const int index : std::as_const(m_bonds)) {
        const auto bond = snapshot.bonds.constFind(index);
        if (bond == snapshot.bonds.cend())
            continue;
        const diagnosis::Diagnosis now = diagnosis::HealthKeeper::of(m_source)->judge(*bond);
        if (!diagnosis::isSameNews(std::exchange(m_told[index], now), now))
            m_printer->printVerdict(*bond, now, snapshot.monotonicNs);
    }
}

Result<void> Monitor::startPings()
{
    const Result<QList<BondPing>> targets
        = pingTargets(m_options.hosts, m_bonds, m_source->snapshot(), m_options.pingInterval);
    if (!targets)
        return tl::unexpected(targets.error());
    for (const BondPing &target : *targets)
        addPing(target, std::unique_ptr<ping::Pinger>(m_options.makePinger(target.target)));
    return {};
}

void Monitor::addPing(const BondPing &target, std::unique_ptr<ping::Pinger> pinger)
{
    connect(pinger.get(), &ping::Pinger::troubleOccurred, this,
            [this](const QString &message) { m_printer->printTrouble(message); });
    connect(pinger.get(), &ping::Pinger::replied, this,
            [this, target](const ping::PingReply &reply) { m_printer->printReply(target, reply); });
    connect(pinger.get(), &ping::Pinger::outageEnded, this,
            [this, target](const ping::PingOutage &outage) { takeOutage(target, outage); });
    pinger->start();
    m_pings.emplace_back(target, std::move(pinger));
}

void Monitor::takeRecorded(const kernel::recording::PingResult &recorded, qint64 sentMonotonicNs)
{
    const auto find = [&] {
        return std::find_if(m_pings.begin(), m_pings.end(), [&](const auto &entry) {
            return entry.first.bond == recorded.bond && entry.first.target.address.toString() == recorded.target;
        });
    };
    if (find() == m_pings.end()) {
        const kernel::BondState *bond = m_source->snapshot().bondByName(recorded.bond);
        const auto address = ping::parseTarget(recorded.target);
        if (!bond || !isWatched(bond->ifindex) || !address)
            return;
        const BondPing target{bond->ifindex, recorded.bond, {*address, recorded.bond}};
        addPing(target, std::make_unique<ping::ReplayedPinger>(target.target));
    }
    ping::PingReply reply{recorded.sequence, sentMonotonicNs, std::nullopt};
    if (recorded.rttNs)
        reply.rtt = std::chrono::nanoseconds(*recorded.rttNs);
    if (auto *pinger = qobject_cast<ping::ReplayedPinger *>(find()->second.get()))
        pinger->take(reply);
}

void Monitor::takeEvent(BondEvent event)
{
    // A bond that has just come is watched from its first event on; lost events concern every bond.
    if (m_options.bonds.isEmpty())
        updateWatched();
    else if (event.bondIndex != 0 && !isWatched(event.bondIndex))
        return;
    if (m_store)
        event = m_store->record(event);
    m_matcher.note(event);
    m_printer->printEvent(event);
}

void Monitor::takeOutage(const BondPing &ping, const ping::PingOutage &outage)
{
    const history::OutageMatcher::Match match = m_matcher.match(
        outage, ping.bondIndex, ping.bond, ping.target.address.toString(), QDateTime::currentDateTimeUtc());
    if (m_store && match.isUpdate)
        m_store->update(match.event);
    else if (m_store)
        m_store->record(match.event);
    m_printer->printOutage(ping, outage, match.isUpdate ? match.event.id : 0);
}

void Monitor::finish()
{
    lookForVerdicts();
    QList<std::pair<BondPing, ping::PingStatistics>> statistics;
    for (const auto &[target, pinger] : m_pings) {
        pinger->stop();
        statistics.append({target, pinger->statistics()});
    }
    m_printer->printEnd(statistics);
}

} // namespace bondwright::cli
