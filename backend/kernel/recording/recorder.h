// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/recording/recordstream.h"

#include <QFile>
#include <QTimer>

#include <memory>

namespace bondwright::kernel
{

/// Writes what a source reports into a file that ReplaySource plays. Samples are recorded while counters
/// are watched. Stops by itself when the file has reached its limit.
class Recorder : public QObject
{
    Q_OBJECT
public:
    /// @param source may already run; its snapshot is written first
    explicit Recorder(KernelSource *source, QObject *parent = nullptr);
    ~Recorder() override;

    /// Replaces an existing file; readable by its owner only, as it reveals much of the host.
    Result<void> start(const QString &fileName, qint64 maximumSize = recording::defaultMaximumSize);
    void stop();
    /// Pings are not the source's: their sender adds the results. Without effect while not recording.
    void addPing(const recording::PingResult &ping, qint64 sentMonotonicNs);
    bool isRecording() const { return m_file.isOpen(); }

Q_SIGNALS:
    /// No longer recording. @param error translated; empty if stop() was called or the limit reached
    void stopped(const QString &error);

private:
    void take(const QByteArray &line);
    void writeLine(const QByteArray &line);
    void finish(const QString &reason, const QString &error);

    QPointer<KernelSource> m_source;
    std::unique_ptr<RecordStream> m_stream; ///< while recording
    QFile m_file;
    QTimer m_flushTimer;
    qint64 m_size = 0;
    qint64 m_maximumSize = 0;
};

} // namespace bondwright::kernel
