// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/kernelsource.h"
#include "kernel/recording/record.h"

namespace bondwright::kernel
{

/// A source whose states, events and samples come as records: of a file, another host, a rehearsal. By itself it needs
/// no start and passes on every sample.
class RecordedSource : public KernelSource
{
    Q_OBJECT
public:
    using KernelSource::KernelSource;

    void start() override { }
    const Snapshot &snapshot() const override { return m_snapshot; }
    void watchCounters(const QSet<int> &) override { }
    void setSampleInterval(std::chrono::milliseconds) override { }

    /// @param shiftNs added to its times, to have them on this host's monotonic clock
    void take(const recording::Record &record, qint64 shiftNs = 0);

private:
    Snapshot m_snapshot;
};

} // namespace bondwright::kernel
