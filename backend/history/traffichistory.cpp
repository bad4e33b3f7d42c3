// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/traffichistory.h"

#include <limits>

namespace bondwright::history
{

namespace
{

float valueOf(const kernel::Rates &rates, Metric metric)
{
    switch (metric) {
    case Metric::RxBytes:
        return float(rates.rxBytes);
    case Metric::TxBytes:
        return float(rates.txBytes);
    case Metric::RxPackets:
        return float(rates.rxPackets);
    case Metric::TxPackets:
        return float(rates.txPackets);
    case Metric::Errors:
        return float(rates.rxErrors + rates.txErrors);
    case Metric::Drops:
        return float(rates.rxDropped + rates.txDropped);
    }
    return 0;
}

} // namespace

TrafficHistory::TrafficHistory(const QList<Metric> &metrics)
    : m_metrics(metrics)
{
}

void TrafficHistory::add(const kernel::CounterSample &sample)
{
    TimeAxis::Opened opened{};
    if (!m_axis.push(sample.monotonicNs, opened))
        return;
    for (const kernel::Counters &counters : sample.interfaces) {
        const auto [at, isNew] = m_interfaces.try_emplace(counters.ifindex);
        if (isNew && m_interfaces.size() > maxInterfaces) {
            m_interfaces.erase(at);
            continue;
        }
        Interface &interface = at->second;
        if (isNew)
            interface.series.resize(std::size_t(m_metrics.size()));
        else
            interface.rates = kernel::ratesBetween(interface.counters, interface.timeNs, counters, sample.monotonicNs);
        interface.counters = counters;
        interface.timeNs = sample.monotonicNs;
        interface.isFresh = true;
    }
    for (auto &[ifindex, interface] : m_interfaces) {
        const bool hasValue = interface.isFresh && interface.rates;
        for (std::size_t at = 0; at < interface.series.size(); ++at)
            interface.series[at].push(hasValue ? valueOf(*interface.rates, m_metrics.at(qsizetype(at)))
                                               : std::numeric_limits<float>::quiet_NaN(),
                                      opened);
        if (!interface.isFresh)
            interface.rates.reset();
        interface.isFresh = false;
    }
}

const SeriesHistory *TrafficHistory::series(int ifindex, Metric metric) const
{
    const auto interface = m_interfaces.find(ifindex);
    const qsizetype at = m_metrics.indexOf(metric);
    if (interface == m_interfaces.cend() || at < 0)
        return nullptr;
    return &interface->second.series[std::size_t(at)];
}

std::optional<kernel::Rates> TrafficHistory::latest(int ifindex) const
{
    const auto interface = m_interfaces.find(ifindex);
    return interface == m_interfaces.cend() ? std::nullopt : interface->second.rates;
}

} // namespace bondwright::history
