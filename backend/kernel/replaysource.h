// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/recordedsource.h"

#include <QFile>
#include <QTimer>

namespace bondwright::kernel
{

/// Plays a recording (recording/record.h): the same states, events and samples in the same order.
class ReplaySource : public RecordedSource
{
    Q_OBJECT
public:
    /// @param speed 1 as recorded, 10 ten times as fast, 0 as fast as can be
    ReplaySource(const QString &file, double speed, QObject *parent = nullptr);
    ~ReplaySource() override;

    void start() override;
    QDateTime now() const override;
    /// Which of the recorded samples are passed on.
    void watchCounters(const QSet<int> &ifindexes) override { m_watched = ifindexes; }

    /// Added to a time as it is passed on, it gives the recording host's wall clock (ns since 1970). After start().
    qint64 wallOffsetNs() const { return m_wallNs - m_firstNs - m_shiftNs; }

Q_SIGNALS:
    /// @param sentMonotonicNs on this host's clock, as all times
    void pinged(const bondwright::kernel::recording::PingResult &ping, qint64 sentMonotonicNs);
    /// The recording is at its end.
    void finished();

private:
    void play();
    QByteArray takeLine();
    bool readNext();
    void deliver(const recording::Record &record);
    void stop(const QString &trouble = {});

    QFile m_file;
    QByteArray m_buffer; ///< one line
    double m_speed;
    QTimer m_timer;
    QSet<int> m_watched;
    std::optional<recording::Record> m_next;
    qint64 m_line = 0;
    qint64 m_shiftNs = 0;
    qint64 m_firstNs = 0;
    qint64 m_startedNs = 0;
    qint64 m_playedNs = 0; ///< time of what was passed on last
    qint64 m_wallNs = 0; ///< when the recording began
};

} // namespace bondwright::kernel
