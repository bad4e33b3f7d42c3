// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/countersampler.h"
#include "kernel/ethtool/ethtool.h"
#include "kernel/kernelsource.h"
#include "kernel/netlink/socket.h"
#include "kernel/statetracker.h"

#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace bondwright::kernel
{

/// The kernel of this host (of this process's network namespace), through rtnetlink and ethtool. Needs no
/// privileges. Nothing is polled but what the kernel does not announce: counters, the LACP state of bonds in
/// mode 4 once a second, and "going down" and "going back" while updelay or downdelay runs.
class LocalKernelSource : public KernelSource
{
    Q_OBJECT
public:
    explicit LocalKernelSource(QObject *parent = nullptr);
    ~LocalKernelSource() override;

    /// The first snapshot is there when this returns, if it can be had at all.
    void start() override;
    const Snapshot &snapshot() const override;
    void watchCounters(const QSet<int> &ifindexes) override;
    void setSampleInterval(std::chrono::milliseconds interval) override;

private:
    void readEvents();
    void handle(const netlink::Message &message);
    void publish(QList<BondEvent> events);
    void publishChange();
    void scheduleResync();
    void resync();
    void readState();
    enum class Details : quint8 { All, Turn }; ///< a turn: as many as do not hold up the event loop
    void readDetails(Details which);
    void readRoutes();
    void pollAggregators();
    void readBonds(const QSet<int> &indexes);
    void watchDelays(const QSet<int> &indexes);
    void readDelays();
    void takeSample();
    void updateTimers();

    StateTracker m_tracker;
    ethtool::Ethtool m_ethtool;
    CounterSampler m_sampler;
    std::unique_ptr<netlink::Socket> m_events;
    std::unique_ptr<netlink::Socket> m_requests;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_sampleTimer;
    QTimer m_detailTimer; ///< speed and driver of what is new, after the events are out
    QTimer m_routeTimer; ///< several route changes, one reading
    QTimer m_aggregatorTimer;
    QTimer m_delayTimer; ///< a link has changed, and its bond waits before it acts
    QTimer m_resyncTimer;
    QSet<int> m_watched;
    QSet<int> m_detailsToRead;
    QSet<int> m_speedsToRead;
    QSet<int> m_delayedBonds;
    int m_delayReadsLeft = 0;
    std::chrono::milliseconds m_resyncDelay;
    qint64 m_lastResyncNs = 0;
    qint64 m_lastEventId = 0;
    bool m_isOutOfSync = false;
    bool m_areEventsLost = false; ///< since the last reading
    bool m_isRead = false; ///< there was a state
    bool m_isUnreadable = false; ///< the last attempt failed
};

} // namespace bondwright::kernel
