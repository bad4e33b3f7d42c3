// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/agentless/frame.h"
#include "host/transport/steadychannel.h"
#include "kernel/kernelsource.h"

#include <QDateTime>

namespace bondwright::host
{

/// A host that has nothing installed: a small program of the shell, sent over the connection, prints the kernel's texts twice
/// a second. Events are found by comparing, so their times are ±0.5 s, and what comes and goes in between is not seen.
class AgentlessSource final : public kernel::KernelSource
{
    Q_OBJECT
public:
    explicit AgentlessSource(SteadyChannel::Open open, QObject *parent = nullptr);

    void start() override { m_channel.start(); }
    const kernel::Snapshot &snapshot() const override { return m_snapshot; }
    void watchCounters(const QSet<int> &ifindexes) override { m_watched = ifindexes; }
    /// They come with each frame.
    void setSampleInterval(std::chrono::milliseconds) override { }

    /// Frames come. Changes with reachedChanged().
    bool isReached() const { return m_isReached; }
    QDateTime lastSeen() const { return m_lastSeen; }
    const Error &trouble() const { return m_trouble; }

    /// What is run on the host, after which the program is its standard input.
    static QStringList remoteCommand();
    static QByteArray program();

Q_SIGNALS:
    void reachedChanged(bool isReached);

private:
    void take(const QByteArray &line);
    void takeFrame(const Frame &frame);

    SteadyChannel m_channel;
    FrameReader m_frames;
    kernel::Snapshot m_snapshot;
    QSet<int> m_watched;
    std::optional<qint64> m_shiftNs; ///< from the host's uptime to the monotonic clock here
    bool m_isFirst = true;
    bool m_isReached = false;
    QDateTime m_lastSeen;
    Error m_trouble;
};

} // namespace bondwright::host
