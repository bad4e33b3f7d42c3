// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/bondfeed.h"

#include "common/palette.h"
#include "kernel/bondview.h"
#include "kernel/counterwatch.h"
#include "posix/clock.h"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace bondwright::ui
{

namespace
{

MarkerSeverity severityOf(kernel::EventSeverity severity)
{
    switch (severity) {
    case kernel::EventSeverity::Critical:
        return MarkerSeverity::Critical;
    case kernel::EventSeverity::Warning:
        return MarkerSeverity::Warning;
    case kernel::EventSeverity::Info:
        break;
    }
    return MarkerSeverity::Info;
}

/// Those that only repeat, in other words, what another event of the same instant says stay in the table.
bool isMarked(kernel::EventKind kind)
{
    switch (kind) {
    case kernel::EventKind::RedundancyDegraded:
    case kernel::EventKind::RedundancyRestored:
    case kernel::EventKind::OptionChanged:
    case kernel::EventKind::PingOutage:
        return false;
    default:
        return true;
    }
}

} // namespace

BondFeed *BondFeed::of(kernel::KernelSource *source, const QString &bond)
{
    const auto feeds = source->findChildren<BondFeed *>(QString(), Qt::FindDirectChildrenOnly);
    for (BondFeed *feed : feeds) {
        if (feed->bond() == bond)
            return feed;
    }
    return new BondFeed(source, bond);
}

BondFeed::BondFeed(kernel::KernelSource *source, const QString &bond)
    : QObject(source)
    , m_source(source)
    , m_watch(new kernel::CounterWatch(source, this))
    , m_bond(bond)
{
    m_data.setWallOffset(wallOffset());
    connect(source, &kernel::KernelSource::snapshotChanged, this, &BondFeed::onSnapshot);
    connect(source, &kernel::KernelSource::eventOccurred, this, &BondFeed::onEvent);
    connect(source, &kernel::KernelSource::sampleTaken, this, &BondFeed::onSample);
    qGuiApp->installEventFilter(this);
    onSnapshot();
}

bool BondFeed::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange)
        recolour();
    if (watched == qGuiApp && event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

int BondFeed::placeOf(int ifindex) const
{
    const auto it = std::find_if(m_slaves.cbegin(), m_slaves.cend(),
                                 [ifindex](const Slave &slave) { return slave.ifindex == ifindex; });
    return it == m_slaves.cend() ? -1 : int(it - m_slaves.cbegin());
}

QList<int> BondFeed::idsOf(int ifindex) const
{
    const int place = placeOf(ifindex);
    if (place < 0)
        return {};
    const Slave &slave = m_slaves.at(place);
    return {slave.lane, slave.receive, slave.transmit};
}

QColor BondFeed::colourOf(int ifindex) const
{
    const QPalette palette = QGuiApplication::palette();
    const int place = placeOf(ifindex);
    return place < 0 ? totalColour(palette) : seriesColour(place, palette);
}

void BondFeed::recolour()
{
    for (const Slave &slave : std::as_const(m_slaves)) {
        const QColor colour = colourOf(slave.ifindex);
        m_data.setColor(slave.lane, colour);
        m_data.setColor(slave.receive, colour);
        m_data.setColor(slave.transmit, colour);
    }
    const QColor total = totalColour(QGuiApplication::palette());
    m_data.setColor(m_totalReceive, total);
    m_data.setColor(m_totalTransmit, total);
}

void BondFeed::addSlave(const kernel::SlaveState &state)
{
    Slave slave;
    slave.ifindex = state.ifindex;
    slave.name = state.name;
    slave.receive = m_data.addSeries(state.ifindex, state.name, QColor(), TrafficDirection::Receive);
    slave.transmit = m_data.addSeries(state.ifindex, state.name, QColor(), TrafficDirection::Transmit);
    const auto place = std::upper_bound(m_slaves.begin(), m_slaves.end(), slave.ifindex,
                                        [](int ifindex, const Slave &other) { return ifindex < other.ifindex; });
    // In the order of the lists beside the chart, not in that of the kernel, which is how they came.
    slave.lane = m_data.addLane(state.name, QColor(), place - m_slaves.begin());
    m_slaves.insert(place, slave);
}

void BondFeed::removeSlave(qsizetype at)
{
    const Slave slave = m_slaves.takeAt(at);
    m_data.remove(slave.lane);
    m_data.remove(slave.receive);
    m_data.remove(slave.transmit);
}

void BondFeed::watch(int bondIndex)
{
    if (bondIndex != m_bondIndex) {
        m_data.remove(m_totalReceive);
        m_data.remove(m_totalTransmit);
        m_bondIndex = bondIndex;
        if (bondIndex > 0 && m_lastBondIndex > 0 && bondIndex != m_lastBondIndex) {
            // Another bond of the same name: what happened to its predecessor is in the table of events.
            m_marked.erase(std::remove_if(m_marked.begin(), m_marked.end(),
                                          [bondIndex](const auto &event) { return event.bondIndex != bondIndex; }),
                           m_marked.end());
            m_data.removeMarkers();
            for (const kernel::BondEvent &event : m_marked)
                addMarker(event);
        }
        if (bondIndex > 0) {
            m_lastBondIndex = bondIndex;
            m_totalReceive = m_data.addSeries(bondIndex, m_bond, QColor(), TrafficDirection::Receive, true);
            m_totalTransmit = m_data.addSeries(bondIndex, m_bond, QColor(), TrafficDirection::Transmit, true);
        }
    }
    QSet<int> wanted;
    if (bondIndex > 0)
        wanted.insert(bondIndex);
    for (const Slave &slave : std::as_const(m_slaves))
        wanted.insert(slave.ifindex);
    m_watch->setInterfaces(wanted);
}

void BondFeed::onSnapshot()
{
    const kernel::Snapshot &snapshot = m_source->snapshot();
    const kernel::BondState *bond = snapshot.bondByName(m_bond);
    bool isDifferent = false;
    for (qsizetype i = m_slaves.size() - 1; i >= 0; --i) {
        if (!bond || !bond->slave(m_slaves.at(i).ifindex)) {
            removeSlave(i);
            isDifferent = true;
        }
    }
    const qint64 now = snapshot.monotonicNs > 0 ? snapshot.monotonicNs : monotonicNow();
    if (bond) {
        for (const kernel::SlaveState &state : bond->slaves) {
            if (placeOf(state.ifindex) < 0) {
                addSlave(state);
                isDifferent = true;
            }
            Slave &slave = m_slaves[placeOf(state.ifindex)];
            if (slave.name != state.name) {
                slave.name = state.name;
                m_data.setName(slave.lane, state.name);
                m_data.setName(slave.receive, state.name);
                m_data.setName(slave.transmit, state.name);
            }
            const auto nic = snapshot.nics.constFind(state.ifindex);
            m_data.setBandState(slave.lane, now,
                                kernel::roleOf(*bond, state, nic == snapshot.nics.cend() ? nullptr : &*nic));
        }
    }
    const int bondIndex = bond ? bond->ifindex : 0;
    if (isDifferent || bondIndex != m_bondIndex) {
        watch(bondIndex);
        recolour();
    }
    m_data.commit();
}

void BondFeed::onEvent(const kernel::BondEvent &event)
{
    const bool isOurs = event.bond == m_bond || event.kind == kernel::EventKind::EventsLost;
    if (!isOurs || event.monotonicNs <= 0)
        return;
    // A recording has its own clocks; its events say how they belong together.
    if (event.wallTime.isValid()) {
        const qint64 offset = event.wallTime.toMSecsSinceEpoch() * 1'000'000 - event.monotonicNs;
        if (std::abs(offset - m_data.wallOffset()) > 2'000'000'000)
            m_data.setWallOffset(offset);
    }
    if (isMarked(event.kind)) {
        m_marked.push_back(event);
        if (m_marked.size() > std::size_t(ChartData::maxMarkers))
            m_marked.pop_front();
        addMarker(event);
    }
    m_data.commit();
}

void BondFeed::addMarker(const kernel::BondEvent &event)
{
    m_data.addMarker({event.monotonicNs, kernel::eventText(event), severityOf(kernel::eventSeverity(event)), event.id});
}

void BondFeed::retranslate()
{
    QHash<qint64, QString> texts;
    for (const kernel::BondEvent &event : m_marked)
        texts.insert(event.id, kernel::eventText(event));
    m_data.setMarkerTexts(texts);
}

void BondFeed::onSample(const kernel::CounterSample &sample)
{
    m_data.appendSample(sample);
    m_data.commit();
}

} // namespace bondwright::ui
