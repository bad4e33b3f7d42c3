// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/counters.h"
#include "kernel/snapshot.h"

#include <QByteArrayList>

namespace bondwright::host
{

/// What agentless/watch.sh tells of a host at one moment, between "frame" and "end". What has not changed it leaves out.
struct Frame {
    qint64 uptimeNs = 0; ///< /proc/uptime: a clock that does not jump
    QString kernelRelease;
    QMap<QString, QByteArray> bonds; ///< /proc/net/bonding
    struct Nic {
        int ifindex = 0;
        QString name;
        /// flags, carrier, mtu, speed, duplex, address, type, as sysfs has them, the first line of uevent, and the ifindex of
        /// its bond or bridge; "-": not there
        QByteArrayList fields;
    };
    QList<Nic> nics;
    QByteArray counters; ///< /proc/net/dev
    std::optional<QByteArray> routes; ///< /proc/net/route, behind it the ways out of ipv6_route; only now and then
    std::optional<QByteArray> addresses; ///< ip -o addr; only now and then
};

/// Puts lines together to frames: what one leaves out is as in the one before. Pure.
class FrameReader final
{
public:
    static constexpr qsizetype maximumBytes = 4 * 1024 * 1024; ///< that come for one frame

    /// A whole frame with the line that ends it. Error "agentless.frame": what came is not from watch.sh.
    Result<std::optional<Frame>> add(const QByteArray &line);

private:
    enum class Part : quint8 { Outside, Start, Bonds, Nics };

    Frame m_frame;
    bool m_hasBegun = false; ///< before it, a login script may print
    Part m_part = Part::Outside;
    QString m_kernelRelease;
    QByteArray *m_text = nullptr; ///< where lines behind a "|" go
    qsizetype m_bytes = 0;
};

/// What the frame says, as any host's state. What it does not tell stays as it was @p before: addresses and routes come
/// only now and then, drivers and bus addresses never.
kernel::Snapshot snapshotOf(const Frame &frame, const kernel::Snapshot &before);
/// Counters of all interfaces in /proc/net/dev that have a number in @p snapshot.
QList<kernel::Counters> countersOf(const QByteArray &procNetDev, const kernel::Snapshot &snapshot);

} // namespace bondwright::host
