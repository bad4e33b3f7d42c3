// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ipaddress.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace bondwright::ping
{

struct PingAddress {
    IpAddress ip;
    QString zone; ///< of a link-local IPv6 address: the interface, by name or number

    QString toString() const; ///< "192.0.2.1", "fe80::1%bond0"
    friend bool operator==(const PingAddress &, const PingAddress &) = default;
};

struct PingTarget {
    PingAddress address;
    QString boundTo; ///< interface (the bond), empty: the routing table decides. Never a slave: replies
        ///< arrive as the bond's, so a socket bound to a slave loses them all.
    std::chrono::milliseconds interval{100}; ///< 10 ms – 10 s
    std::chrono::milliseconds timeout{1000};
};

/// An address that a host can have: none of broadcast, multicast and unspecified.
std::optional<PingAddress> targetOf(const std::optional<IpAddress> &address);
/// Address only (no names): refuses broadcast, multicast, unspecified and anything that is not an address.
std::optional<PingAddress> parseTarget(const QString &text);

struct PingReply {
    quint32 sequence = 0;
    qint64 sentMonotonicNs = 0;
    std::optional<std::chrono::nanoseconds> rtt; ///< nullopt: lost
};

/// Consecutive losses between two answers.
struct PingOutage {
    qint64 startMonotonicNs = 0; ///< when the first lost packet was sent
    qint64 endMonotonicNs = 0; ///< when the first answered packet after it was sent; 0: still going on
    quint32 packets = 0;
};

struct PingStatistics {
    quint64 sent = 0, received = 0;
    std::chrono::nanoseconds minimum{0}, mean{0}, maximum{0}, p50{0}, p95{0}, p99{0};
};

/// Pings one target for as long as it runs. ICMP datagram socket with kernel time stamps; where that is
/// not allowed (net.ipv4.ping_group_range) one running system ping.
class Pinger : public QObject
{
    Q_OBJECT
public:
    enum class Method : quint8 { None, IcmpSocket, SystemPing, Remote };
    enum class Trouble : quint8 {
        Passing, ///< over with the next answer
        Lasting, ///< how pings are sent here; answers come all the same
    };

    using QObject::QObject;
    ~Pinger() override;
    virtual void start() = 0;
    virtual void stop() = 0;
    virtual const PingTarget &target() const = 0;
    virtual Method method() const = 0;
    virtual PingStatistics statistics() const = 0;

Q_SIGNALS:
    void replied(const bondwright::ping::PingReply &reply); ///< answered or lost, in the order of sequence
    void outageStarted(const bondwright::ping::PingOutage &outage);
    void outageEnded(const bondwright::ping::PingOutage &outage);
    /// @param message translated, with what to do
    void troubleOccurred(const QString &message, bondwright::ping::Pinger::Trouble trouble = Trouble::Passing);
};

/// The best way this host allows. Where it has to fall back, it says how to allow the better one: a lasting trouble.
/// The caller owns it.
Pinger *createPinger(const PingTarget &target, QObject *parent = nullptr);

} // namespace bondwright::ping
