// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "domain/mode.h"
#include "kernel/snapshot.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace bondwright::kernel
{

enum class FlowProtocol : quint8 {
    Tcp,
    Udp,
    IcmpEcho, ///< ping: `icmpId` instead of ports
    Other, ///< an IP protocol without ports, or fragments
    NotIp, ///< ARP and others: only the MAC addresses count
};

/// One flow as it leaves this host. The MAC addresses are those on the wire: the destination is the next hop's.
struct Flow {
    MacAddress sourceMac;
    MacAddress destinationMac;
    quint16 etherType = 0; ///< 0: from the addresses' family; needed for NotIp (ARP: 0x0806)
    std::optional<IpAddress> source; ///< both IPv4 or both IPv6; neither for NotIp
    std::optional<IpAddress> destination;
    FlowProtocol protocol = FlowProtocol::Tcp;
    quint16 sourcePort = 0;
    quint16 destinationPort = 0;
    quint16 icmpId = 0; ///< identifier of the echo request, as the wire carries it
    std::optional<quint16> vlan; ///< tag that a VLAN interface on top of the bond adds
};

/// What the driver computes for a flow, as Linux 5.17 and later do (drivers/net/bonding/bond_main.c,
/// __bond_xmit_hash and bond_ip_hash): 32 bits, in this machine's byte order, because the kernel shifts words
/// that stand in network order.
///
/// Tunnels: encap2+3 and encap3+4 hash the innermost addresses; give those as the flow's. For connections that begin
/// on this host encap3+4 takes the socket's own random hash, so what this says holds for forwarded packets only.
quint32 xmitHash(XmitPolicy policy, const Flow &flow);

/// The order in which the slaves of a bond of this host were added: /sys/class/net/BOND/bonding/slaves. Empty where that
/// cannot be read.
QStringList enslaveOrder(const QString &bond, const QString &sysfsRoot = QStringLiteral("/sys"));

/// The slaves a hash chooses among, in the driver's order (bond_update_slave_arr): those whose link is up, in
/// mode 4 those in the active aggregator that distribute.
/// @param enslaveOrder of this host's bonds, enslaveOrder(); slaves that are not in it come last
QStringList hashCandidates(const BondState &bond, const QStringList &enslaveOrder = {});
/// `hash` modulo their number; empty if there are none.
QString slaveForHash(quint32 hash, const QStringList &candidates);
/// Whether this bond sends by hash now: modes 2 and 4, and 5 and 6 with tlb_dynamic_lb=0.
bool sendsByHash(const BondState &bond);

} // namespace bondwright::kernel
