// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recording/recordstream.h"

#include "posix/clock.h"

#include <algorithm>

namespace bondwright::kernel
{

RecordStream::RecordStream(KernelSource *source, Write write, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_write(std::move(write))
    , m_written(source->snapshot())
{
    connect(source, &KernelSource::snapshotChanged, this, &RecordStream::writeChange);
    connect(source, &KernelSource::eventOccurred, this, [this](const BondEvent &event) {
        // The state that belongs to the event comes first.
        writeChange();
        writeRecord(event, std::max<qint64>(event.monotonicNs, 0));
    });
    connect(source, &KernelSource::sampleTaken, this,
            [this](const CounterSample &sample) { writeRecord(sample, sample.monotonicNs); });
    connect(source, &KernelSource::troubleOccurred, this,
            [this](const QString &message) { writeRecord(recording::Trouble{message}, monotonicNow()); });
    m_write(recording::toLine(
        recording::Header{recording::version, QStringLiteral(BONDWRIGHT_VERSION), QDateTime::currentDateTimeUtc()}));
    writeRecord(recording::wholeOf(m_written), monotonicNow());
}

void RecordStream::writeChange()
{
    if (!m_source)
        return;
    const Snapshot &now = m_source->snapshot();
    const recording::Change change = recording::differenceOf(m_written, now);
    if (change.isEmpty())
        return;
    m_written = now;
    writeRecord(change, std::max<qint64>(now.monotonicNs, 0));
}

void RecordStream::writeRecord(const recording::Content &content, qint64 monotonicNs)
{
    m_write(recording::toLine(recording::Record{monotonicNs, content}));
}

} // namespace bondwright::kernel
