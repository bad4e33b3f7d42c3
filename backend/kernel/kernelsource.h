// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/counters.h"
#include "kernel/event.h"
#include "kernel/snapshot.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

#include <chrono>

namespace bondwright::kernel
{

/// Where state, events and counters come from: the local kernel, a recording, later another host.
/// Lives in one thread; never blocks; signals only on change.
class KernelSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~KernelSource() override;

    /// Reads the first snapshot and begins to listen. Emits snapshotChanged() when it is there.
    virtual void start() = 0;
    /// The last known state; empty before the first snapshotChanged().
    virtual const Snapshot &snapshot() const = 0;
    /// What time it is there: in a recording, when what was passed on last was recorded.
    virtual QDateTime now() const { return QDateTime::currentDateTime(); }
    /// Which interfaces samples are taken of; an empty set stops sampling.
    virtual void watchCounters(const QSet<int> &ifindexes) = 0;
    /// 50 ms (20 Hz) to 1 s (1 Hz); default 500 ms.
    virtual void setSampleInterval(std::chrono::milliseconds interval) = 0;

Q_SIGNALS:
    void snapshotChanged();
    void eventOccurred(const bondwright::kernel::BondEvent &event);
    void sampleTaken(const bondwright::kernel::CounterSample &sample);
    /// The source cannot go on, or works with less: translated, with what to do.
    void troubleOccurred(const QString &message);
};

} // namespace bondwright::kernel
