// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/columnreader.h"
#include "history/traffichistory.h"
#include "kernel/bondview.h"

#include <QColor>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <deque>
#include <optional>

namespace bondwright::ui
{

/// What a slave's band shows. Where several fall into one pixel, the greater one is shown.
using BandState = kernel::SlaveRole;

enum class TrafficDirection : quint8 { Receive, Transmit };

/// One curve of the traffic pane, in bytes per second.
struct TrafficSeries {
    int id = 0;
    int ifindex = 0;
    QString name;
    QColor color;
    TrafficDirection direction = TrafficDirection::Receive;
    bool isTotal = false; ///< the bond's own sum: drawn neutral, left out of a stack
};

struct BandSegment {
    qint64 startNs = 0; ///< until the next segment's start
    BandState state = BandState::Unknown;
};

/// One band: a slave's states over time.
struct BandLane {
    int id = 0;
    QString name;
    QColor color;
    std::deque<BandSegment> segments;

    BandState stateAt(qint64 timeNs) const;
};

/// A time without answers, drawn tinted through all panes.
struct ChartOutage {
    int track = 0;
    qint64 startNs = 0;
    qint64 endNs = 0; ///< 0: still going on
    quint32 packets = 0;
};

/// Answers of one ping target, milliseconds; lost ones are not-a-number in the series.
struct PingTrack {
    int id = 0;
    QString name;
    QColor color;
    history::TimeAxis axis;
    history::SeriesHistory rtt;
    std::deque<qint64> losses; ///< when the lost ones were sent

    ColumnReader reader() const { return {axis, rtt, largestGapNs}; }
    /// Pings may be 10 s apart; a lost one breaks the line by itself.
    static constexpr qint64 largestGapNs = 21'000'000'000;
};

enum class MarkerSeverity : quint8 { Info, Warning, Critical };

struct ChartMarker {
    qint64 timeNs = 0;
    QString text; ///< data from outside: drawn as plain text, elided
    MarkerSeverity severity = MarkerSeverity::Info;
    qint64 eventId = 0;
};

/// Everything a chart draws, on one clock (CLOCK_MONOTONIC ns), in bounded memory. The writer appends what
/// came at one instant and then calls commit(); views repaint once for it.
class ChartData : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t maxSegments = 20'000;
    static constexpr std::size_t maxLosses = 50'000;
    static constexpr qsizetype maxMarkers = 5'000;
    static constexpr qsizetype maxOutages = 2'000;
    /// Samples come at least once a second; where three are missing, nothing is drawn.
    static constexpr qint64 largestTrafficGapNs = 3'500'000'000;

    explicit ChartData(QObject *parent = nullptr);

    int addSeries(int ifindex, const QString &name, const QColor &color, TrafficDirection direction,
                  bool isTotal = false);
    /// @param place among the other lanes, from the top
    int addLane(const QString &name, const QColor &color, qsizetype place);
    int addPingTrack(const QString &name, const QColor &color);
    /// By id, of any kind; unknown ids do nothing.
    void remove(int id);
    void setColor(int id, const QColor &color);
    void setName(int id, const QString &name);

    /// The counters of all interfaces at one instant; rates are made here.
    void appendSample(const kernel::CounterSample &sample);
    void setBandState(int lane, qint64 timeNs, BandState state);
    /// @param rttMs nullopt: lost
    void appendPing(int track, qint64 sentNs, std::optional<double> rttMs);
    void startOutage(const ChartOutage &outage);
    void endOutage(const ChartOutage &outage);
    void addMarker(const ChartMarker &marker);
    void removeMarkers();
    /// By event; others keep theirs.
    void setMarkerTexts(const QHash<qint64, QString> &texts);
    /// Tells the views about all that was appended since the last commit.
    void commit();

    /// The wall clock's reading minus the monotonic one, ns: for the labels of the time axis.
    void setWallOffset(qint64 ns);
    qint64 wallOffset() const { return m_wallOffset; }

    const QList<TrafficSeries> &series() const { return m_series; }
    const QList<BandLane> &lanes() const { return m_lanes; }
    const QList<PingTrack> &pingTracks() const { return m_tracks; }
    const QList<ChartMarker> &markers() const { return m_markers; } ///< by time
    const QList<ChartOutage> &outages() const { return m_outages; }
    const history::TrafficHistory &traffic() const { return m_traffic; }
    /// nullopt: nothing sampled yet.
    std::optional<ColumnReader> reader(const TrafficSeries &series) const;
    /// The oldest instant that may look different after the next sample or ping, at this zoom.
    qint64 settledUntil(qint64 nsPerColumn) const;
    qint64 firstTime() const; ///< 0: nothing yet
    qint64 lastTime() const { return m_lastTime; }
    bool isEmpty() const { return m_lastTime == 0; }
    /// Of one that still goes on: now.
    qint64 endOf(const ChartOutage &outage) const { return outage.endNs > 0 ? outage.endNs : m_lastTime; }

Q_SIGNALS:
    /// Values were added; nothing before dirtyFromNs changed (coarser zooms settle later: settledUntil()).
    void advanced(qint64 dirtyFromNs);
    /// Curves, names, colours changed: draw everything anew.
    void structureChanged();

private:
    /// The same member of whatever has this id: series, lane, ping track.
    template <typename Member, typename Value>
    void setOfAll(int id, Member member, const Value &value);
    TrafficSeries *findSeries(int id);
    BandLane *findLane(int id);
    PingTrack *findTrack(int id);
    void touch(qint64 fromNs, qint64 untilNs);

    history::TrafficHistory m_traffic;
    QList<TrafficSeries> m_series;
    QList<BandLane> m_lanes;
    QList<PingTrack> m_tracks;
    QList<ChartMarker> m_markers;
    QList<ChartOutage> m_outages;
    int m_nextId = 1;
    qint64 m_lastTime = 0;
    qint64 m_dirtyFrom = -1;
    qint64 m_wallOffset = 0;
};

} // namespace bondwright::ui
