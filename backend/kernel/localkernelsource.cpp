// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/localkernelsource.h"

#include "kernel/netlink/dump.h"
#include "posix/clock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QSysInfo>

#include <linux/rtnetlink.h>

#include <algorithm>
#include <limits>

namespace bondwright::kernel
{

using namespace std::chrono_literals;
using netlink::Message;
using netlink::Socket;

namespace
{

// At most so many datagrams, then back to the event loop: a storm must not freeze a window.
constexpr int datagramsPerTurn = 64;
constexpr qsizetype detailsPerTurn = 128;
constexpr auto shortestResyncDelay = 50ms;
constexpr auto longestResyncDelay = 1600ms;

} // namespace

LocalKernelSource::LocalKernelSource(QObject *parent)
    : KernelSource(parent)
    , m_resyncDelay(shortestResyncDelay)
{
    m_sampleTimer.setInterval(500ms);
    connect(&m_sampleTimer, &QTimer::timeout, this, &LocalKernelSource::takeSample);
    m_detailTimer.setSingleShot(true);
    m_detailTimer.setInterval(0ms);
    connect(&m_detailTimer, &QTimer::timeout, this, [this] { readDetails(Details::Turn); });
    m_routeTimer.setSingleShot(true);
    m_routeTimer.setInterval(50ms);
    connect(&m_routeTimer, &QTimer::timeout, this, &LocalKernelSource::readRoutes);
    m_aggregatorTimer.setInterval(1s);
    connect(&m_aggregatorTimer, &QTimer::timeout, this, &LocalKernelSource::pollAggregators);
    m_delayTimer.setSingleShot(true);
    connect(&m_delayTimer, &QTimer::timeout, this, &LocalKernelSource::readDelays);
    m_resyncTimer.setSingleShot(true);
    connect(&m_resyncTimer, &QTimer::timeout, this, &LocalKernelSource::resync);
}

LocalKernelSource::~LocalKernelSource() = default;

void LocalKernelSource::start()
{
    if (m_events)
        return;
    // Listening begins before reading, so that no change falls between the two.
    auto events = Socket::openForEvents(
        NETLINK_ROUTE,
        {RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR, RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE});
    auto requests = Socket::openForRequests(NETLINK_ROUTE);
    const auto sampler = m_sampler.open();
    if (!events || !requests || !sampler) {
        const Error &error = !events ? events.error() : !requests ? requests.error() : sampler.error();
        Q_EMIT troubleOccurred(error.text());
        return;
    }
    m_events = std::make_unique<Socket>(std::move(*events));
    m_requests = std::make_unique<Socket>(std::move(*requests));
    m_requests->useStrictChecks();
    m_ethtool.open();
    m_tracker.setHost(QSysInfo::kernelVersion(),
                      QFileInfo::exists(QStringLiteral("/sys/class/net/bonding_masters"))
                          || QFileInfo::exists(QStringLiteral("/proc/net/bonding")));
    m_notifier = std::make_unique<QSocketNotifier>(m_events->descriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LocalKernelSource::readEvents);
    readState();
}

/// Everything anew. Where it could not be read, or not as a whole, it is read again: until then the snapshot is old.
void LocalKernelSource::readState()
{
    bool isWhole = false;
    const auto state = netlink::dumpState(*m_requests, &isWhole);
    if (!state || !isWhole)
        scheduleResync();
    if (!state) {
        if (!std::exchange(m_isUnreadable, true)) // said once, not with each attempt
            Q_EMIT troubleOccurred(state.error().text());
        return;
    }
    m_isUnreadable = false;
    const bool isFirst = !std::exchange(m_isRead, true);
    QList<BondEvent> events;
    m_tracker.setTime(monotonicNow());
    if (std::exchange(m_areEventsLost, false) && !isFirst) {
        BondEvent lost;
        lost.kind = EventKind::EventsLost;
        events.append(lost);
    }
    events += m_tracker.reset(*state);
    publish(events);
    if (isFirst)
        return readDetails(Details::All);
    m_speedsToRead += QSet<int>(m_tracker.snapshot().nics.keyBegin(), m_tracker.snapshot().nics.keyEnd());
    publishChange();
}

const Snapshot &LocalKernelSource::snapshot() const
{
    return m_tracker.snapshot();
}

void LocalKernelSource::readEvents()
{
    for (int turn = 0; turn < datagramsPerTurn; ++turn) {
        switch (m_events->receive()) {
        case Socket::Reading::Datagram:
            if (m_isOutOfSync) {
                m_areEventsLost = true; // older than what will be read
                break;
            }
            m_tracker.setTime(monotonicNow());
            for (const Message &message : netlink::splitDatagram(m_events->data()))
                handle(message);
            break;
        case Socket::Reading::Nothing:
            publishChange();
            return;
        case Socket::Reading::Overrun:
            m_areEventsLost = true;
            scheduleResync();
            break;
        case Socket::Reading::Broken:
            m_notifier->setEnabled(false);
            //: @error the event socket failed
            Q_EMIT troubleOccurred(
                QCoreApplication::translate("Kernel", "The kernel no longer reports changes. Restart the program."));
            return;
        }
    }
    publishChange();
}

void LocalKernelSource::handle(const Message &message)
{
    switch (message.header.nlmsg_type) {
    case RTM_NEWLINK:
    case RTM_DELLINK:
        if (const auto link = netlink::parseLink(message)) {
            publish(m_tracker.apply(*link));
            // When an interface goes down, the kernel removes its IPv4 routes without a message.
            if (!link->nic.adminUp || link->removed)
                m_routeTimer.start();
        }
        break;
    case RTM_NEWADDR:
    case RTM_DELADDR:
        if (const auto address = netlink::parseAddress(message)) {
            m_tracker.apply(*address);
            if (address->removed)
                m_routeTimer.start();
        }
        break;
    case RTM_NEWROUTE:
    case RTM_DELROUTE:
        // A replaced route is announced as a new one only: what counts is what is there afterwards.
        if (!netlink::parseDefaultRoutes(message).empty() && !m_routeTimer.isActive())
            m_routeTimer.start();
        break;
    default:
        break;
    }
}

void LocalKernelSource::publish(QList<BondEvent> events)
{
    for (BondEvent &event : events) {
        event.id = ++m_lastEventId;
        event.monotonicNs = m_tracker.snapshot().monotonicNs;
        event.wallTime = QDateTime::currentDateTimeUtc();
        Q_EMIT eventOccurred(event);
    }
}

void LocalKernelSource::publishChange()
{
    m_detailsToRead += m_tracker.takeAppeared();
    const QSet<int> suspects = m_tracker.takeSpeedSuspects();
    m_speedsToRead += suspects;
    watchDelays(suspects);
    if (!m_detailsToRead.isEmpty() || !m_speedsToRead.isEmpty())
        m_detailTimer.start();
    if (!m_tracker.takeChanged())
        return;
    updateTimers();
    Q_EMIT snapshotChanged();
}

void LocalKernelSource::scheduleResync()
{
    if (m_isOutOfSync)
        return;
    m_isOutOfSync = true;
    // During a storm each reading is out of date at once: wait longer each time.
    const bool isAgain = m_lastResyncNs != 0 && monotonicNow() - m_lastResyncNs < 5'000'000'000;
    m_resyncDelay
        = isAgain ? std::min<std::chrono::milliseconds>(m_resyncDelay * 2, longestResyncDelay) : shortestResyncDelay;
    m_resyncTimer.start(m_resyncDelay);
}

void LocalKernelSource::resync()
{
    // What is queued now is older than what will be read. This resync covers any overrun.
    for (int turn = 0; turn < 100'000; ++turn) {
        const auto reading = m_events->receive();
        if (reading == Socket::Reading::Nothing || reading == Socket::Reading::Broken)
            break;
        m_areEventsLost = true;
    }
    m_isOutOfSync = false;
    m_lastResyncNs = monotonicNow();
    readState();
}

void LocalKernelSource::readDetails(Details which)
{
    const qsizetype most = which == Details::All ? std::numeric_limits<qsizetype>::max() : detailsPerTurn;
    const auto turn = [most](QSet<int> &all) {
        QList<int> some;
        for (auto it = all.begin(); it != all.end() && some.size() < most;) {
            some.append(*it);
            it = all.erase(it);
        }
        return some;
    };
    m_detailsToRead += m_tracker.takeAppeared();
    const auto all = which == Details::All ? m_ethtool.allSpeeds() : std::nullopt;
    QList<BondEvent> events;
    const auto readSpeed = [&](int index) {
        const auto nic = m_tracker.snapshot().nics.constFind(index);
        if (nic != m_tracker.snapshot().nics.cend())
            events += m_tracker.setSpeed(index, all ? all->value(index) : m_ethtool.speed(index, nic->name));
    };
    for (int index : turn(m_detailsToRead)) {
        const auto nic = m_tracker.snapshot().nics.constFind(index);
        if (nic == m_tracker.snapshot().nics.cend())
            continue;
        m_tracker.setDeviceFacts(index, m_ethtool.facts(*nic));
        readSpeed(index);
    }
    for (int index : turn(m_speedsToRead))
        readSpeed(index);
    publish(events);
    publishChange();
}

void LocalKernelSource::readRoutes()
{
    std::vector<netlink::DefaultRoute> routes;
    const auto end = netlink::dumpDefaultRoutes(*m_requests, routes);
    if (!end || *end == Socket::DumpEnd::Interrupted)
        return scheduleResync();
    m_tracker.setDefaultRoutes(routes);
    publishChange();
}

// What the LACP partner says changes without any message as long as no port goes up or down for it.
void LocalKernelSource::pollAggregators()
{
    if (m_isOutOfSync)
        return;
    // What is queued is older than what is read now: it comes first.
    readEvents();
    QSet<int> indexes;
    for (const BondState &bond : m_tracker.snapshot().bonds) {
        if (bond.mode == Mode::Ieee8023ad)
            indexes.insert(bond.ifindex);
    }
    readBonds(indexes);
}

void LocalKernelSource::readBonds(const QSet<int> &indexes)
{
    m_tracker.setTime(monotonicNow());
    for (int index : indexes) {
        if (const auto links = netlink::dumpBond(*m_requests, index)) {
            for (const netlink::LinkMessage &link : *links)
                publish(m_tracker.apply(link));
        }
    }
    publishChange();
}

// With miimon the driver does not announce that a slave is going down or back (BOND_SLAVE_NOTIFY_LATER, and
// nothing follows): the bond is read when it must have noticed the link.
void LocalKernelSource::watchDelays(const QSet<int> &indexes)
{
    for (int index : indexes) {
        const auto bond = m_tracker.snapshot().bonds.constFind(m_tracker.snapshot().nics.value(index).masterIndex);
        if (bond == m_tracker.snapshot().bonds.cend())
            continue;
        const BondOptions &options = bond->options;
        if (!options.monitorsByMii() || options.updelay() + options.downdelay() == 0ms)
            continue;
        m_delayedBonds.insert(bond->ifindex);
        m_delayReadsLeft = 3;
        if (!m_delayTimer.isActive())
            m_delayTimer.start(std::min<std::chrono::milliseconds>(options.miimon(), 10s) + 5ms);
    }
}

void LocalKernelSource::readDelays()
{
    if (m_isOutOfSync)
        return;
    readEvents();
    // The driver may be late (it waits for the rtnl lock): look again a little later.
    const QSet<int> bonds = m_delayedBonds;
    if (--m_delayReadsLeft > 0)
        m_delayTimer.start(m_delayTimer.intervalAsDuration());
    else
        m_delayedBonds.clear();
    readBonds(bonds);
}

void LocalKernelSource::watchCounters(const QSet<int> &ifindexes)
{
    m_watched = ifindexes;
    m_sampler.watch(ifindexes, m_tracker.snapshot().nics.size());
    updateTimers();
}

void LocalKernelSource::setSampleInterval(std::chrono::milliseconds interval)
{
    const auto bounded = std::clamp<std::chrono::milliseconds>(interval, 50ms, 1s);
    // A coarse timer shares its wake-ups with others; at 5 Hz and more its 5 % would show.
    m_sampleTimer.setTimerType(bounded < 200ms ? Qt::PreciseTimer : Qt::CoarseTimer);
    m_sampleTimer.setInterval(bounded);
}

void LocalKernelSource::takeSample()
{
    auto sample = m_sampler.sample();
    if (!sample) {
        m_sampleTimer.stop();
        Q_EMIT troubleOccurred(sample.error().message);
        return;
    }
    if (!sample->interfaces.isEmpty())
        Q_EMIT sampleTaken(*sample);
}

void LocalKernelSource::updateTimers()
{
    const auto turn = [](QTimer &timer, bool on) {
        if (on && !timer.isActive())
            timer.start();
        else if (!on)
            timer.stop();
    };
    turn(m_sampleTimer, m_requests && !m_sampler.isIdle());
    const auto &bonds = m_tracker.snapshot().bonds;
    turn(m_aggregatorTimer, std::any_of(bonds.cbegin(), bonds.cend(), [](const BondState &bond) {
             return bond.mode == Mode::Ieee8023ad;
         }));
}

} // namespace bondwright::kernel
