// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/chartdata.h"

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

namespace
{

template <typename List>
auto *findById(List &list, int id)
{
    const auto it = std::find_if(list.begin(), list.end(), [id](const auto &item) { return item.id == id; });
    return it == list.end() ? nullptr : &*it;
}

} // namespace

BandState BandLane::stateAt(qint64 timeNs) const
{
    const auto after = std::upper_bound(segments.begin(), segments.end(), timeNs,
                                        [](qint64 time, const BandSegment &segment) { return time < segment.startNs; });
    return after == segments.begin() ? BandState::Unknown : std::prev(after)->state;
}

ChartData::ChartData(QObject *parent)
    : QObject(parent)
{
}

TrafficSeries *ChartData::findSeries(int id)
{
    return findById(m_series, id);
}

BandLane *ChartData::findLane(int id)
{
    return findById(m_lanes, id);
}

PingTrack *ChartData::findTrack(int id)
{
    return findById(m_tracks, id);
}

int ChartData::addSeries(int ifindex, const QString &name, const QColor &color, TrafficDirection direction,
                         bool isTotal)
{
    TrafficSeries series;
    series.id = m_nextId++;
    series.ifindex = ifindex;
    series.name = name;
    series.color = color;
    series.direction = direction;
    series.isTotal = isTotal;
    m_series.append(std::move(series));
    Q_EMIT structureChanged();
    return m_series.last().id;
}

int ChartData::addLane(const QString &name, const QColor &color, qsizetype place)
{
    BandLane lane;
    lane.id = m_nextId++;
    lane.name = name;
    lane.color = color;
    const int id = lane.id;
    m_lanes.insert(place, std::move(lane));
    Q_EMIT structureChanged();
    return id;
}

int ChartData::addPingTrack(const QString &name, const QColor &color)
{
    PingTrack track;
    track.id = m_nextId++;
    track.name = name;
    track.color = color;
    m_tracks.append(std::move(track));
    Q_EMIT structureChanged();
    return m_tracks.last().id;
}

void ChartData::remove(int id)
{
    const auto hasId = [id](const auto &item) { return item.id == id; };
    const qsizetype removed = m_series.removeIf(hasId) + m_lanes.removeIf(hasId) + m_tracks.removeIf(hasId);
    m_outages.removeIf([id](const ChartOutage &outage) { return outage.track == id; });
    if (removed > 0)
        Q_EMIT structureChanged();
}

template <typename Member, typename Value>
void ChartData::setOfAll(int id, Member member, const Value &value)
{
    bool changed = false;
    const auto set = [&](auto *item) {
        if (item && member(*item) != value) {
            member(*item) = value;
            changed = true;
        }
    };
    set(findSeries(id));
    set(findLane(id));
    set(findTrack(id));
    if (changed)
        Q_EMIT structureChanged();
}

void ChartData::setColor(int id, const QColor &color)
{
    setOfAll(
        id, [](auto &item) -> QColor & { return item.color; }, color);
}

void ChartData::setName(int id, const QString &name)
{
    setOfAll(
        id, [](auto &item) -> QString & { return item.name; }, name);
}

void ChartData::touch(qint64 fromNs, qint64 untilNs)
{
    m_dirtyFrom = m_dirtyFrom < 0 ? fromNs : std::min(m_dirtyFrom, fromNs);
    m_lastTime = std::max(m_lastTime, untilNs);
}

void ChartData::appendSample(const kernel::CounterSample &sample)
{
    const auto known = m_traffic.axis().times(0);
    const qint64 before = known.empty() ? sample.monotonicNs : known.back();
    if (sample.monotonicNs <= 0 || (!known.empty() && sample.monotonicNs <= before))
        return;
    m_traffic.add(sample);
    touch(before, sample.monotonicNs);
}

std::optional<ColumnReader> ChartData::reader(const TrafficSeries &series) const
{
    const bool isReceive = series.direction == TrafficDirection::Receive;
    const history::SeriesHistory *values
        = m_traffic.series(series.ifindex, isReceive ? history::Metric::RxBytes : history::Metric::TxBytes);
    if (!values)
        return std::nullopt;
    return ColumnReader(m_traffic.axis(), *values, largestTrafficGapNs);
}

qint64 ChartData::settledUntil(qint64 nsPerColumn) const
{
    qint64 settled = m_lastTime;
    if (!m_traffic.axis().times(0).empty())
        settled = std::min(settled, ColumnReader::settledUntil(m_traffic.axis(), nsPerColumn));
    for (const PingTrack &track : m_tracks) {
        // A target that was removed or is silent must not hold back the rest for ever.
        if (!track.axis.times(0).empty() && m_lastTime - track.axis.times(0).back() < PingTrack::largestGapNs)
            settled = std::min(settled, ColumnReader::settledUntil(track.axis, nsPerColumn));
    }
    return settled;
}

void ChartData::setBandState(int id, qint64 timeNs, BandState state)
{
    BandLane *lane = findLane(id);
    if (!lane || timeNs <= 0)
        return;
    auto &segments = lane->segments;
    if (!segments.empty()) {
        if (segments.back().state == state)
            return;
        timeNs = std::max(timeNs, segments.back().startNs);
    }
    segments.push_back({timeNs, state});
    if (segments.size() > maxSegments)
        segments.pop_front();
    touch(timeNs, timeNs);
}

void ChartData::appendPing(int id, qint64 sentNs, std::optional<double> rttMs)
{
    PingTrack *track = findTrack(id);
    if (!track || sentNs <= 0)
        return;
    const auto known = track->axis.times(0);
    const qint64 before = known.empty() ? sentNs : known.back();
    history::TimeAxis::Opened opened{};
    if (!track->axis.push(sentNs, opened))
        return;
    track->rtt.push(rttMs ? float(*rttMs) : std::numeric_limits<float>::quiet_NaN(), opened);
    if (!rttMs) {
        track->losses.push_back(sentNs);
        if (track->losses.size() > maxLosses)
            track->losses.pop_front();
    }
    touch(before, sentNs);
}

void ChartData::startOutage(const ChartOutage &outage)
{
    m_outages.append(outage);
    if (m_outages.size() > maxOutages)
        m_outages.removeFirst();
    touch(outage.startNs, m_lastTime);
}

void ChartData::endOutage(const ChartOutage &outage)
{
    for (auto it = m_outages.rbegin(); it != m_outages.rend(); ++it) {
        if (it->track == outage.track && it->startNs == outage.startNs) {
            *it = outage;
            touch(outage.startNs, m_lastTime);
            return;
        }
    }
    startOutage(outage);
}

void ChartData::addMarker(const ChartMarker &marker)
{
    const auto place = std::upper_bound(m_markers.begin(), m_markers.end(), marker.timeNs,
                                        [](qint64 time, const ChartMarker &other) { return time < other.timeNs; });
    m_markers.insert(place, marker);
    if (m_markers.size() > maxMarkers)
        m_markers.removeFirst();
    touch(marker.timeNs, marker.timeNs);
}

void ChartData::removeMarkers()
{
    m_markers.clear();
    Q_EMIT structureChanged();
}

void ChartData::setMarkerTexts(const QHash<qint64, QString> &texts)
{
    for (ChartMarker &marker : m_markers)
        marker.text = texts.value(marker.eventId, marker.text);
    Q_EMIT structureChanged();
}

void ChartData::commit()
{
    if (m_dirtyFrom < 0)
        return;
    const qint64 from = m_dirtyFrom;
    m_dirtyFrom = -1;
    Q_EMIT advanced(from);
}

void ChartData::setWallOffset(qint64 ns)
{
    if (m_wallOffset == ns)
        return;
    m_wallOffset = ns;
    Q_EMIT structureChanged();
}

qint64 ChartData::firstTime() const
{
    qint64 first = m_lastTime;
    const auto consider = [&first](const history::TimeAxis &axis) {
        if (const auto times = axis.times(history::levelCount - 1); !times.empty())
            first = std::min(first, std::max(times.front(), qint64(0)));
    };
    consider(m_traffic.axis());
    for (const PingTrack &track : m_tracks)
        consider(track.axis);
    return first;
}

} // namespace bondwright::ui
