// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/decidingpinger.h"
#include "ping/icmpsocket.h"

#include <QSocketNotifier>

#include <deque>
#include <memory>

namespace bondwright::ping
{

/// Pings through an ICMP datagram socket, paced by a timerfd that does not drift.
class IcmpPinger : public DecidingPinger
{
    Q_OBJECT
public:
    IcmpPinger(const PingTarget &target, QObject *parent = nullptr);

    void start() override;
    void stop() override;
    Method method() const override { return Method::IcmpSocket; }

private:
    void tick();
    void sendOne();
    void drain();
    void openSocket();
    std::optional<std::chrono::nanoseconds> rttOf(const IcmpSocket::Answer &answer, qint64 readMonotonicNs) const;
    void reportOnce(int error);

    struct Stamp {
        quint32 sequence;
        qint64 realtimeNs;
        qint64 monotonicNs;
    };

    IcmpSocket m_socket;
    UniqueFd m_timer;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_due;
    std::deque<Stamp> m_stamps; ///< of the packets under way
    quint64 m_cookie;
    quint32 m_sequence = 0;
    int m_reported = 0; ///< errno said last
};

} // namespace bondwright::ping
