// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/counters.h"
#include "kernel/event.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <optional>

namespace bondwright::diagnosis
{

/// A slave that was used before its switch port forwarded.
struct BlockedStart {
    std::chrono::seconds silent{0}; ///< active, sending, and hearing next to nothing
    std::chrono::seconds fromLinkUp{0}; ///< from the link's return until frames came

    friend bool operator==(const BlockedStart &, const BlockedStart &) = default;
};

/// What was seen of one slave since the observation began.
struct SlaveWindow {
    std::chrono::seconds watched{0}; ///< since its link came up, or it became active or standby
    std::chrono::seconds silentFor{0}; ///< since it last received a frame; at most `watched`
    std::chrono::seconds longestPause{0}; ///< between two received frames, the present one not counted
    std::uint64_t received = 0, sent = 0; ///< frames in the last Window::span
    std::uint64_t sentBytes = 0;
    std::uint64_t errors = 0; ///< received and sent, in the last Window::span
    int linkLosses = 0; ///< in the last Window::flapSpan
    std::chrono::seconds lossPeriod{0}; ///< mean time between those
    std::chrono::seconds longestUp{0}; ///< the longest time that the link held between those
    std::optional<BlockedStart> blocked = {}; ///< the last one in Window::flapSpan
};

struct Window {
    static constexpr std::chrono::seconds span{60};
    static constexpr std::chrono::hours flapSpan{1};

    std::chrono::seconds watched{0};
    QHash<int, SlaveWindow> slaves; ///< by ifindex
};

/// Makes windows of samples and events as they come. Bounded: minutes of samples, the last losses of each slave.
/// Times are CLOCK_MONOTONIC; pauses are measured to the distance of two samples.
class WindowKeeper
{
public:
    void addSample(const kernel::CounterSample &sample);
    void addEvent(const kernel::BondEvent &event);
    /// Losses of links by ifindex that were seen before this began, in place of those given before. One that this has
    /// seen itself counts once.
    void setEarlierLosses(const QHash<int, QList<qint64>> &losses) { m_earlierLosses = losses; }
    /// The slaves of each bond, all by ifindex: a failover of one bond says nothing of the slaves of another. Of a bond
    /// that is not named all are taken for slaves.
    void setBonds(const QHash<int, QList<int>> &slaves) { m_bonds = slaves; }
    Window window() const; ///< up to the last sample

private:
    struct Track {
        QList<std::pair<qint64, kernel::Counters>> samples; ///< the last Window::span, oldest first
        qint64 beganNs = 0, receivedNs = 0;
        std::chrono::nanoseconds longestPause{0};
        QList<qint64> losses; ///< ns, rising
        bool isGoingDown = false; ///< that loss is counted: downdelay is running
        qint64 linkUpNs = 0;
        qint64 takenOverNs = 0; ///< became active soon after its link was back, and has heard next to nothing since
        std::uint64_t sentBefore = 0; ///< as it took over
        qint64 blockedNs = 0; ///< when `blocked` was seen
        BlockedStart blocked;
    };
    void restart(int ifindex, qint64 nowNs);
    QList<int> slavesOf(int bondIndex) const;
    void noteTakeover(int ifindex, const QList<int> &slaves, qint64 nowNs);
    void lookForFrames(Track &track, const kernel::Counters &before, const kernel::Counters &after);
    QList<qint64> recentLosses(int ifindex, const Track &track) const;

    qint64 m_beganNs = 0, m_nowNs = 0;
    QHash<int, Track> m_tracks;
    QHash<int, QList<int>> m_bonds;
    QHash<int, QList<qint64>> m_earlierLosses;
};

} // namespace bondwright::diagnosis
