// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/kernelsource.h"

#include <QSet>

namespace bondwright
{

/// A kernel that is what the test says.
class FakeKernelSource : public kernel::KernelSource
{
    Q_OBJECT
public:
    using KernelSource::KernelSource;

    void start() override { publish(); }
    const kernel::Snapshot &snapshot() const override { return m_snapshot; }
    QDateTime now() const override { return hostTime.isValid() ? hostTime : KernelSource::now(); }
    void watchCounters(const QSet<int> &ifindexes) override { m_watched = ifindexes; }
    void setSampleInterval(std::chrono::milliseconds interval) override { m_interval = interval; }

    void setSnapshot(const kernel::Snapshot &snapshot)
    {
        m_snapshot = snapshot;
        publish();
    }
    /// To be changed; publish() tells of it.
    kernel::Snapshot &state() { return m_snapshot; }
    void publish() { Q_EMIT snapshotChanged(); }
    void tell(const kernel::BondEvent &event) { Q_EMIT eventOccurred(event); }
    void sample(const kernel::CounterSample &counters) { Q_EMIT sampleTaken(counters); }

    QDateTime hostTime; ///< invalid: as here

    const QSet<int> &watched() const { return m_watched; }
    std::chrono::milliseconds interval() const { return m_interval; }

private:
    kernel::Snapshot m_snapshot;
    QSet<int> m_watched;
    std::chrono::milliseconds m_interval{0};
};

} // namespace bondwright
