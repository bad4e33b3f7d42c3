// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/healthkeeper.h"

#include "posix/clock.h"

namespace bondwright::diagnosis
{

namespace
{

using namespace std::chrono_literals;

constexpr auto sampleEach = 1s;
constexpr auto surveyEach = 60s;
constexpr auto surveyAfter = 1s; ///< several changes, one look
constexpr auto compareAfter = 3s; ///< what no event announces: counters

/// When the fault began, by what happened earlier; invalid: nothing tells.
/// @param events of this bond and others, in their order
QDateTime beginning(const Diagnosis &health, const QString &bond, const QList<kernel::BondEvent> &events)
{
    using kernel::EventKind;
    if (health.verdict == Verdict::Healthy || health.verdict == Verdict::Unknown)
        return {};
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        if (event->bond != bond)
            continue;
        if (health.verdict == Verdict::Down) {
            if (event->kind == EventKind::BondUp)
                return {}; // it did go down, but the time is unknown
            if (event->kind == EventKind::BondDown)
                return event->wallTime;
        } else if (health.verdict == Verdict::LacpNotNegotiated) {
            if (event->kind == EventKind::LacpPartnerLost)
                return event->wallTime;
        } else if (health.affectedSlaves.contains(event->slave)) {
            if (event->kind == EventKind::SlaveUp || event->kind == EventKind::SlaveAdded)
                return {};
            if (event->kind == EventKind::SlaveDown || event->kind == EventKind::SlaveGoingDown)
                return event->wallTime;
        }
    }
    return {};
}

} // namespace

HealthKeeper *HealthKeeper::of(kernel::KernelSource *source)
{
    // By the list of children: findChild() would need the name, and a source of a test may have others of its kind.
    for (QObject *child : source->children()) {
        if (auto *keeper = qobject_cast<HealthKeeper *>(child))
            return keeper;
    }
    return new HealthKeeper(source);
}

HealthKeeper::HealthKeeper(kernel::KernelSource *source)
    : QObject(source)
    , m_source(source)
    , m_counters(source)
{
    m_counters.setInterval(sampleEach);
    m_surveySoon.setSingleShot(true);
    m_compareSoon.setSingleShot(true);
    connect(&m_surveyTimer, &QTimer::timeout, this, &HealthKeeper::survey);
    connect(&m_surveySoon, &QTimer::timeout, this, &HealthKeeper::survey);
    connect(&m_compareSoon, &QTimer::timeout, this, &HealthKeeper::compare);
    connect(source, &kernel::KernelSource::snapshotChanged, this, &HealthKeeper::takeSnapshot);
    connect(source, &kernel::KernelSource::sampleTaken, this, &HealthKeeper::takeSample);
    connect(source, &kernel::KernelSource::eventOccurred, this,
            [this](const kernel::BondEvent &event) { m_keeper.addEvent(event); });
}

void HealthKeeper::watch(AskSurvey ask)
{
    m_ask = std::move(ask);
    m_isWatching = true;
    if (m_ask)
        m_surveyTimer.start(surveyEach);
    takeSnapshot();
    survey();
}

void HealthKeeper::takeSnapshot()
{
    noteVerdicts();
    if (!m_isWatching)
        return;
    QSet<int> counted;
    QHash<int, QList<int>> slaves;
    for (const kernel::BondState &bond : m_source->snapshot().bonds) {
        QList<int> &own = slaves[bond.ifindex];
        for (const kernel::SlaveState &slave : bond.slaves) {
            counted.insert(slave.ifindex);
            own.append(slave.ifindex);
        }
    }
    m_counters.setInterfaces(counted);
    m_keeper.setBonds(slaves);
    if (std::exchange(m_slaves, slaves) != slaves && m_ask)
        m_surveySoon.start(surveyAfter);
}

void HealthKeeper::noteVerdicts()
{
    const kernel::Snapshot &snapshot = m_source->snapshot();
    m_standings.removeIf([&snapshot](const auto &standing) { return !snapshot.bonds.contains(standing.key()); });
    for (const kernel::BondState &bond : snapshot.bonds)
        since(bond, judge(bond));
}

QDateTime HealthKeeper::since(const kernel::BondState &bond, const Diagnosis &health)
{
    // The first verdict was true before anybody looked.
    const auto before = m_standings.constFind(bond.ifindex);
    if (before == m_standings.cend())
        m_standings.insert(bond.ifindex, {health.verdict, {}, false});
    else if (before->verdict != health.verdict)
        m_standings.insert(bond.ifindex, {health.verdict, m_source->now(), true});
    return m_standings.value(bond.ifindex).since;
}

void HealthKeeper::survey()
{
    if (!m_ask)
        return;
    m_ask(this, m_source->snapshot(), [this](const Surveyed &surveyed) { takeSurvey(surveyed); });
}

void HealthKeeper::setHeardPorts(const neighbours::SwitchPorts &ports)
{
    m_heard = ports;
    takeSurvey(m_surveyed);
}

void HealthKeeper::setInWork(bool isInWork)
{
    if (std::exchange(m_isInWork, isInWork) == isInWork)
        return;
    if (isInWork)
        takeSurvey(m_surveyed);
    else
        survey();
}

void HealthKeeper::takeSurvey(const Surveyed &surveyed)
{
    Surveyed whole = surveyed;
    if (m_isInWork)
        whole.plans = {};
    for (auto port = m_heard.cbegin(); port != m_heard.cend(); ++port) {
        if (!whole.ports.contains(port.key()))
            whole.ports.insert(port.key(), *port);
    }
    const bool hasMoved = whole.ports != m_surveyed.ports;
    m_surveyed = whole;
    compare();
    if (hasMoved)
        Q_EMIT portsChanged();
}

void HealthKeeper::takeSample(const kernel::CounterSample &sample)
{
    m_keeper.addSample(sample);
    m_window = m_keeper.window();
    m_hasWindow = true;
    if (!m_compareSoon.isActive())
        m_compareSoon.start(compareAfter);
}

void HealthKeeper::compare()
{
    QHash<int, Diagnosis> now;
    for (const kernel::BondState &bond : m_source->snapshot().bonds)
        now.insert(bond.ifindex, judge(bond));
    noteVerdicts();
    if (std::exchange(m_last, now) != now)
        Q_EMIT changed();
}

Diagnosis HealthKeeper::judge(const kernel::BondState &bond) const
{
    return m_surveyed.judge(bond, m_source->snapshot(), m_hasWindow ? &m_window : nullptr);
}

void HealthKeeper::addEarlier(const QList<kernel::BondEvent> &events)
{
    // Their monotonic times may be of another boot; how long ago they were is the same on every clock.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 nowNs = monotonicNow();
    QHash<int, QList<qint64>> losses;
    for (const kernel::BondEvent &event : events) {
        const kernel::BondState *bond = m_source->snapshot().bondByName(event.bond);
        if (!bond || event.kind != kernel::EventKind::SlaveDown || !event.wallTime.isValid())
            continue;
        const std::chrono::milliseconds ago(event.wallTime.msecsTo(now));
        if (ago < 0ms || ago > Window::flapSpan)
            continue;
        if (const kernel::SlaveState *slave = bond->slaveByName(event.slave))
            losses[slave->ifindex].append(nowNs - std::chrono::nanoseconds(ago).count());
    }
    m_keeper.setEarlierLosses(losses);
    noteVerdicts();
    bool isNew = false;
    for (const kernel::BondState &bond : m_source->snapshot().bonds) {
        Standing &standing = m_standings[bond.ifindex];
        if (standing.wasSeen)
            continue;
        const QDateTime began = beginning(judge(bond), bond.name, events);
        isNew = std::exchange(standing.since, began) != began || isNew;
    }
    if (isNew)
        Q_EMIT changed();
}

} // namespace bondwright::diagnosis
