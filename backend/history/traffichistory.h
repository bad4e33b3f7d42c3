// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/serieshistory.h"
#include "kernel/counters.h"

#include <QList>

#include <map>
#include <optional>

namespace bondwright::history
{

/// What is kept of an interface, per second.
enum class Metric : quint8 {
    RxBytes,
    TxBytes,
    RxPackets,
    TxPackets,
    Errors, ///< rx and tx
    Drops, ///< rx and tx
};

/// Rates of the watched interfaces over time, in bounded memory: 64 interfaces with two metrics over 24 hours
/// take 52 MiB. Not thread-safe.
class TrafficHistory
{
public:
    /// Interfaces kept at once; samples of more are ignored.
    static constexpr std::size_t maxInterfaces = 1024;

    explicit TrafficHistory(const QList<Metric> &metrics = {Metric::RxBytes, Metric::TxBytes});

    /// Turns two successive samples into rates and keeps them; the first one of an interface only begins it.
    /// Samples that are not later than the last are ignored. An interface missing from a sample gets NaN.
    void add(const kernel::CounterSample &sample);

    const TimeAxis &axis() const { return m_axis; }
    /// Null: never sampled, or a metric that is not kept. Valid until destruction; its spans
    /// until the next add().
    const SeriesHistory *series(int ifindex, Metric metric) const;
    /// The rates of the latest sample.
    std::optional<kernel::Rates> latest(int ifindex) const;

private:
    struct Interface {
        kernel::Counters counters;
        qint64 timeNs = 0;
        std::optional<kernel::Rates> rates;
        std::vector<SeriesHistory> series; ///< as m_metrics
        bool isFresh = false; ///< in the sample being added
    };
    QList<Metric> m_metrics;
    TimeAxis m_axis;
    std::map<int, Interface> m_interfaces;
};

} // namespace bondwright::history
