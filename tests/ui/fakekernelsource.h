// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/kernelsource.h"

namespace bondwright::ui
{

/// A kernel that is what the test says.
class FakeKernelSource final : public kernel::KernelSource
{
    Q_OBJECT
public:
    using KernelSource::KernelSource;

    void start() override { Q_EMIT snapshotChanged(); }
    const kernel::Snapshot &snapshot() const override { return m_snapshot; }
    void watchCounters(const QSet<int> &ifindexes) override { watched = ifindexes; }
    void setSampleInterval(std::chrono::milliseconds interval) override { sampleInterval = interval; }

    void setSnapshot(const kernel::Snapshot &snapshot)
    {
        m_snapshot = snapshot;
        Q_EMIT snapshotChanged();
    }
    void tell(const kernel::BondEvent &event) { Q_EMIT eventOccurred(event); }
    void sample(const kernel::CounterSample &sample) { Q_EMIT sampleTaken(sample); }

    QSet<int> watched;
    std::chrono::milliseconds sampleInterval{500};

private:
    kernel::Snapshot m_snapshot;
};

} // namespace bondwright::ui
