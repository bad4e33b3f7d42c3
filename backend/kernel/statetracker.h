// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/bondview.h"
#include "kernel/event.h"
#include "kernel/netlink/addressmessage.h"
#include "kernel/netlink/linkmessage.h"

#include <QSet>

namespace bondwright::kernel
{

/// Speed and duplex of one interface as ethtool reports them.
struct LinkSpeed {
    std::optional<quint32> mbps;
    Duplex duplex = Duplex::Unknown;

    friend bool operator==(const LinkSpeed &, const LinkSpeed &) = default;
};

/// What is asked once for each new interface.
struct DeviceFacts {
    QString driver;
    QString busAddress;
    MacAddress permanentMac;
    bool isWireless = false;
};

/// Everything a dump says: the base that messages are applied to.
struct DumpedState {
    std::vector<netlink::LinkMessage> links;
    std::vector<netlink::AddressMessage> addresses;
    std::vector<netlink::DefaultRoute> routes;
};

/// Keeps the snapshot up to date, message by message, and finds the events on the way. No I/O; neither
/// time nor order number is set in the events.
class StateTracker
{
public:
    const Snapshot &snapshot() const { return m_snapshot; }
    void setHost(const QString &kernelRelease, bool bondingDriver);
    void setTime(qint64 monotonicNs) { m_snapshot.monotonicNs = monotonicNs; }

    /// Replaces all. @return what has changed for the bonds since the last message; nothing the first time
    QList<BondEvent> reset(const DumpedState &state);
    QList<BondEvent> apply(const netlink::LinkMessage &link);
    void apply(const netlink::AddressMessage &address);
    void setDefaultRoutes(const std::vector<netlink::DefaultRoute> &routes);
    QList<BondEvent> setSpeed(int ifindex, const LinkSpeed &speed);
    void setDeviceFacts(int ifindex, const DeviceFacts &facts);

    /// Whether anything differs from when this was asked last.
    bool takeChanged();
    /// New interfaces since this was asked last: their driver and speed are still unknown.
    QSet<int> takeAppeared();
    /// Interfaces whose carrier or flags changed: their speed may have.
    QSet<int> takeSpeedSuspects();

private:
    BondView view(int bondIndex) const;
    QList<BondEvent> eventsOf(const QHash<int, BondView> &before);
    void store(const netlink::LinkMessage &link);
    void storeNic(NicState nic);
    void storeBond(const netlink::LinkMessage &link);
    void leaveBond(int slaveIndex, int bondIndex);
    void joinBond(const SlaveState &slave, int bondIndex);
    void nameOptions(int bondIndex);
    void remove(int ifindex);

    Snapshot m_snapshot;
    QHash<int, SlaveState> m_slaves; ///< also those whose bond is not known yet
    QHash<int, int> m_primaries; ///< of bonds
    QHash<int, int> m_lastActive; ///< of bonds
    QSet<int> m_inTheMaking; ///< bonds
    QHash<int, quint32> m_lastSpeeds; ///< kept while the link is down
    QSet<int> m_appeared;
    QSet<int> m_speedSuspects;
    bool m_isChanged = false;
    bool m_isFirst = true;
};

} // namespace bondwright::kernel
