// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recordedsource.h"

namespace bondwright::kernel
{

void RecordedSource::take(const recording::Record &record, qint64 shiftNs)
{
    if (const auto *change = std::get_if<recording::Change>(&record.content)) {
        recording::applyTo(m_snapshot, *change);
        m_snapshot.monotonicNs = record.monotonicNs + shiftNs;
        Q_EMIT snapshotChanged();
    } else if (const auto *event = std::get_if<BondEvent>(&record.content)) {
        BondEvent here = *event;
        if (here.monotonicNs > 0)
            here.monotonicNs += shiftNs;
        Q_EMIT eventOccurred(here);
    } else if (const auto *sample = std::get_if<CounterSample>(&record.content)) {
        Q_EMIT sampleTaken({sample->monotonicNs + shiftNs, sample->interfaces});
    } else if (const auto *trouble = std::get_if<recording::Trouble>(&record.content)) {
        Q_EMIT troubleOccurred(trouble->message);
    }
}

} // namespace bondwright::kernel
