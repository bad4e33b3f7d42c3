// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chartdata.h"

#include <cmath>

namespace bondwright::ui
{

/// Counters whose rates are known: interface i receives rate(i, t) bytes per second.
class SampleMaker
{
public:
    explicit SampleMaker(int interfaces, qint64 startNs = 1'000'000'000'000)
        : m_time(startNs)
    {
        for (int i = 0; i < interfaces; ++i)
            m_counters.append(kernel::Counters{.ifindex = i + 1});
    }
    /// The next sample, `stepNs` later; rates in bytes per second.
    template <typename Rate>
    kernel::CounterSample next(qint64 stepNs, Rate rate)
    {
        m_time += stepNs;
        for (kernel::Counters &counters : m_counters) {
            const double seconds = double(stepNs) / 1e9;
            counters.rxBytes += quint64(rate(counters.ifindex, m_time) * seconds);
            counters.txBytes += quint64(rate(counters.ifindex, m_time) * seconds / 2);
        }
        return {m_time, m_counters};
    }
    qint64 time() const { return m_time; }

private:
    qint64 m_time;
    QList<kernel::Counters> m_counters;
};

/// A curve with something to see at every zoom.
inline double wavyRate(int ifindex, qint64 timeNs)
{
    const double t = double(timeNs) / 1e9;
    return 40e6 * (1.2 + std::sin(t / 7 + ifindex)) + 20e6 * (1 + std::sin(t * 1.7 + 2 * ifindex));
}

} // namespace bondwright::ui
