// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/kernelsource.h"
#include "kernel/recording/record.h"

#include <QPointer>

#include <functional>

namespace bondwright::kernel
{

/// The lines of a recording, as a source reports: the header and its state when this is made, then each change, event
/// and sample.
class RecordStream : public QObject
{
    Q_OBJECT
public:
    using Write = std::function<void(const QByteArray &line)>;

    RecordStream(KernelSource *source, Write write, QObject *parent = nullptr);

private:
    void writeChange();
    void writeRecord(const recording::Content &content, qint64 monotonicNs);

    QPointer<KernelSource> m_source;
    Write m_write;
    Snapshot m_written;
};

} // namespace bondwright::kernel
