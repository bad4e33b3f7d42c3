// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/window.h"

#include <algorithm>
#include <utility>

namespace bondwright::diagnosis
{

namespace
{

using std::chrono::duration_cast;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr qsizetype maxSamples = 1200; ///< 20 a second for a minute
constexpr qsizetype maxLosses = 256;
constexpr auto soonAfter = std::chrono::seconds(60); ///< its link was back
constexpr auto givenUp = std::chrono::seconds(120); ///< waiting for frames
constexpr auto shortest = std::chrono::seconds(2); ///< a shorter silence is no forwarding delay
/// Frames a second: what the switch itself sends on a port that does not forward (BPDUs, LLDP, LACP) is less.
constexpr double someTraffic = 3;
constexpr qint64 sameLossNs = nanoseconds(seconds(1)).count();

/// A counter that was set back counts for nothing.
std::uint64_t grown(std::uint64_t before, std::uint64_t after)
{
    return after >= before ? after - before : 0;
}

seconds inSeconds(qint64 ns)
{
    return duration_cast<seconds>(nanoseconds(ns));
}

} // namespace

void WindowKeeper::addSample(const kernel::CounterSample &sample)
{
    m_nowNs = sample.monotonicNs;
    if (m_beganNs == 0)
        m_beganNs = m_nowNs;
    const qint64 oldest = m_nowNs - nanoseconds(Window::span).count();
    for (const kernel::Counters &counters : sample.interfaces) {
        Track &track = m_tracks[counters.ifindex];
        if (track.takenOverNs > 0 && !track.samples.isEmpty())
            lookForFrames(track, track.samples.last().second, counters);
        if (track.samples.isEmpty()) {
            track.beganNs = track.receivedNs = m_nowNs;
        } else if (track.samples.last().second.rxPackets != counters.rxPackets) {
            track.longestPause = std::max(track.longestPause, nanoseconds(m_nowNs - track.receivedNs));
            track.receivedNs = m_nowNs;
        }
        track.samples.append({m_nowNs, counters});
        // One that is older than the span stays: the difference is to cover all of it.
        while (track.samples.size() > maxSamples || (track.samples.size() > 2 && track.samples.at(1).first <= oldest))
            track.samples.removeFirst();
    }
}

void WindowKeeper::addEvent(const kernel::BondEvent &event)
{
    using kernel::EventKind;
    if (event.kind == EventKind::Failover) {
        const QList<int> slaves = slavesOf(event.bondIndex);
        noteTakeover(event.slaveIndex, slaves, event.monotonicNs);
        // What a slave receives depends on whether it is the active one.
        restart(event.slaveIndex, event.monotonicNs);
        for (const int ifindex : slaves)
            restart(ifindex, event.monotonicNs);
        return;
    }
    if (event.kind == EventKind::SlaveRemoved || event.kind == EventKind::BondRemoved) {
        m_tracks.remove(event.slaveIndex);
        return;
    }
    const bool isLoss = event.kind == EventKind::SlaveDown || event.kind == EventKind::SlaveGoingDown;
    if (!isLoss && event.kind != EventKind::SlaveUp)
        return;
    restart(event.slaveIndex, event.monotonicNs);
    if (!isLoss)
        m_tracks[event.slaveIndex].linkUpNs = event.monotonicNs;
    m_tracks[event.slaveIndex].takenOverNs = 0;
    QList<qint64> &losses = m_tracks[event.slaveIndex].losses;
    // "Going down" and then "down" are one loss, however long downdelay is.
    const bool wasGoingDown
        = std::exchange(m_tracks[event.slaveIndex].isGoingDown, event.kind == EventKind::SlaveGoingDown);
    const bool isSame = event.kind == EventKind::SlaveDown
        && (wasGoingDown || (!losses.isEmpty() && event.monotonicNs - losses.last() < sameLossNs));
    if (isLoss && !isSame)
        losses.append(event.monotonicNs);
    if (losses.size() > maxLosses)
        losses.removeFirst();
}

/// Those that are counted.
QList<int> WindowKeeper::slavesOf(int bondIndex) const
{
    const auto bond = m_bonds.constFind(bondIndex);
    QList<int> slaves = bond == m_bonds.cend() ? m_tracks.keys() : *bond;
    slaves.removeIf([this](int ifindex) { return !m_tracks.contains(ifindex); });
    return slaves;
}

/// Where there was traffic until now, there will be some on the new active slave, as soon as the switch forwards.
void WindowKeeper::noteTakeover(int ifindex, const QList<int> &slaves, qint64 nowNs)
{
    Track &track = m_tracks[ifindex];
    track.takenOverNs = 0;
    const bool isFresh = track.linkUpNs > 0 && nanoseconds(nowNs - track.linkUpNs) <= soonAfter;
    double perSecond = 0;
    for (const int slave : slaves) {
        const auto other = m_tracks.constFind(slave);
        if (slave == ifindex || other->samples.size() < 2)
            continue;
        const double seen = double(other->samples.last().first - other->samples.first().first) / 1e9;
        perSecond
            = std::max(perSecond,
                       double(grown(other->samples.first().second.rxPackets, other->samples.last().second.rxPackets))
                           / std::max(seen, 1.0));
    }
    if (!isFresh || track.samples.isEmpty() || perSecond < someTraffic)
        return;
    track.takenOverNs = nowNs;
    track.sentBefore = track.samples.last().second.txPackets;
}

void WindowKeeper::lookForFrames(Track &track, const kernel::Counters &before, const kernel::Counters &after)
{
    const double seconds = std::max(double(m_nowNs - track.samples.last().first) / 1e9, 0.05);
    const bool hasFrames = double(grown(before.rxPackets, after.rxPackets)) / seconds >= someTraffic;
    const nanoseconds silent(m_nowNs - track.takenOverNs);
    if (!hasFrames && silent < givenUp)
        return;
    const bool hasSent = after.txPackets > track.sentBefore;
    if (hasFrames && hasSent && silent >= shortest) {
        track.blocked = {inSeconds(m_nowNs - track.takenOverNs), inSeconds(m_nowNs - track.linkUpNs)};
        track.blockedNs = m_nowNs;
    }
    track.takenOverNs = 0;
}

void WindowKeeper::restart(int ifindex, qint64 nowNs)
{
    Track &track = m_tracks[ifindex];
    track.beganNs = track.receivedNs = nowNs;
    track.longestPause = {};
}

/// Of the last Window::flapSpan, rising.
QList<qint64> WindowKeeper::recentLosses(int ifindex, const Track &track) const
{
    const qint64 oldest = m_nowNs - nanoseconds(Window::flapSpan).count();
    QList<qint64> all = m_earlierLosses.value(ifindex) + track.losses;
    std::sort(all.begin(), all.end());
    QList<qint64> losses;
    for (const qint64 loss : std::as_const(all)) {
        if (loss >= oldest && (losses.isEmpty() || loss - losses.last() >= sameLossNs))
            losses.append(loss);
    }
    return losses;
}

Window WindowKeeper::window() const
{
    Window window;
    window.watched = inSeconds(m_nowNs - m_beganNs);
    for (auto track = m_tracks.cbegin(); track != m_tracks.cend(); ++track) {
        SlaveWindow slave;
        slave.watched = inSeconds(m_nowNs - track->beganNs);
        slave.silentFor = inSeconds(m_nowNs - track->receivedNs);
        slave.longestPause = duration_cast<seconds>(track->longestPause);
        if (!track->samples.isEmpty()) {
            const kernel::Counters &first = track->samples.first().second;
            const kernel::Counters &last = track->samples.last().second;
            slave.received = grown(first.rxPackets, last.rxPackets);
            slave.sent = grown(first.txPackets, last.txPackets);
            slave.sentBytes = grown(first.txBytes, last.txBytes);
            slave.errors = grown(first.rxErrors, last.rxErrors) + grown(first.txErrors, last.txErrors);
        }
        if (track->blockedNs > 0 && nanoseconds(m_nowNs - track->blockedNs) <= Window::flapSpan)
            slave.blocked = track->blocked;
        const QList<qint64> losses = recentLosses(track.key(), *track);
        slave.linkLosses = int(losses.size());
        for (qsizetype loss = 1; loss < losses.size(); ++loss)
            slave.longestUp = std::max(slave.longestUp, inSeconds(losses.at(loss) - losses.at(loss - 1)));
        if (slave.linkLosses > 1)
            slave.lossPeriod = inSeconds((losses.last() - losses.first()) / (slave.linkLosses - 1));
        window.slaves.insert(track.key(), slave);
    }
    return window;
}

} // namespace bondwright::diagnosis
