// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interfacekind.h"
#include "domain/ipaddress.h"
#include "domain/plan.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::helper::runtime
{

/// Where a route leads.
struct Hop {
    std::optional<IpAddress> gateway; ///< none: to the link itself
    QString device;
    quint8 weight = 1; ///< among the hops of one route
    bool isOnLink = false; ///< the gateway is outside of the link's networks

    friend bool operator==(const Hop &, const Hop &) = default;
};

/// A route over one of the interfaces, with all that is needed to restore it.
struct Route {
    IpNetwork destination;
    Hop hop;
    quint32 metric = 0;
    quint8 protocol = 0; ///< RTPROT_*; of the kernel's own (RTPROT_KERNEL) those to the network of an address
    std::optional<IpAddress> source = {}; ///< the preferred one
    QList<Hop> otherHops = {}; ///< of a multipath route; perhaps over interfaces that nothing else is said of

    /// "10.0.0.0/8 via 192.0.2.2 dev bond0", for messages.
    QString toString() const;

    friend bool operator==(const Route &, const Route &) = default;
};

struct Link {
    QString name;
    InterfaceKind kind;
    int index = 0;
    MacAddress mac;
    quint32 mtu = 0;
    bool up = false;
    QString master; ///< name
    /// Those a person or program has set: not link-local, not from DHCP or an RA; of a port, all but link-local
    IpNetworks addresses;
    /// Those of them to whose networks the kernel makes no route by itself: NetworkManager makes its own
    IpNetworks unrouted;
    QString lower; ///< of an 802.1Q VLAN: what it is on, by name
    quint16 vlanId = 0; ///< 0: it is none

    friend bool operator==(const Link &, const Link &) = default;
};

/// The running state of some interfaces, as far as it has to come back after a rollback.
struct State {
    QMap<QString, Link> links;
    QList<Route> routes; ///< main table, over these links

    friend bool operator==(const State &, const State &) = default;
};

/// Reads the kernel's state of these interfaces; those that do not exist are left out. With a bond come the 802.1Q VLANs
/// on it, whoever made them: they go with it.
Result<State> capture(const QStringList &names);

QJsonObject toJson(const State &state);
State stateFromJson(const QJsonObject &json);

/// Whether packets go the same way by both: only metric, source and origin may differ.
bool isSameWay(const Route &one, const Route &other);
bool leadsTheSameWay(const QList<Route> &routes, const Route &route);

/// Whether the one is a VLAN and the other, of the same name, is not that VLAN.
bool isOtherVlan(const Link &one, const Link &other);

/// What is missing now of what was there then: "eth0 192.0.2.1/24", for a person. Empty: all is back.
QStringList missing(const State &then, const State &now);

/// Addresses, default routes and static routes that these plans brought to links of then, and that are there now;
/// what former ports of a bond have beyond what they had; routes that are there twice and were once. What no plan
/// names (the virtual address of a cluster) is not among them.
State surplus(const State &then, const State &now, const QList<BondPlan> &plans);

/// Addresses and routes as missing() words them.
QStringList describe(const State &state);

} // namespace bondwright::helper::runtime
