// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/macaddress.h"
#include "domain/result.h"
#include "kernel/netlink/socket.h"

#include <QMap>

namespace bondwright::kernel
{

/// Changes interfaces and bonds of the running kernel through rtnetlink. Everything needs CAP_NET_ADMIN;
/// what the kernel checks is not checked here: its refusal is returned as an error in its own words,
/// code "kernel.netlink.errno.N" (1 EPERM, 17 EEXIST, 19 ENODEV, …). Nothing outlives a reboot.
class LinkWriter
{
public:
    static Result<LinkWriter> open();
    /// 0 if there is none of this name in the network namespace of the calling thread.
    static int indexOf(const QString &name);
    /// The same in the namespace where open() was called.
    int index(const QString &name);
    /// "kernel.link.missing" if there is none of this name.
    static Result<int> find(const QString &name);

    /// Creates a bond with these options (mode among them), down and without slaves.
    /// @param options sysfs names to values as in a plan; defaults are left out, because a new bond has them and
    ///   the kernel refuses some of them (updelay=0 where miimon is 0). A primary must exist.
    /// @return its interface number
    Result<int> addBond(const QString &name, const QMap<QString, QString> &options);
    /// All in one message: the kernel applies them mode first and stops at the first it refuses.
    Result<void> setBondOptions(int bond, const QMap<QString, QString> &options);
    /// The slave that carries the traffic from now on; 0 lets the driver choose. Modes 1, 5, 6.
    Result<void> setActiveSlave(int bond, int slave);
    /// Sets the interface down first: the driver takes none that is up. It comes up as a slave.
    Result<void> enslave(int slave, int bond);
    /// Takes it out of whatever is its master. The driver leaves it down.
    Result<void> release(int slave);
    /// @param option queue_id, prio or actor_port_prio
    Result<void> setSlaveOption(int slave, const QString &option, const QString &value);

    Result<int> addVlan(const QString &name, int parent, quint16 vlanId);
    /// One that sends nothing by itself: no spanning tree, no multicast snooping (br_multicast_join_snoopers).
    Result<int> addBridge(const QString &name);
    /// A cable: two virtual NICs, both down.
    /// @param peerNamespace descriptor of the network namespace of the other end
    /// @param mac of the first; empty: the kernel makes one up
    Result<int> addVeth(const QString &name, const MacAddress &mac, const QString &peer, int peerNamespace);
    /// Deletes a virtual interface: a bond (its slaves are released), a VLAN, …
    Result<void> remove(int ifindex);
    Result<void> setUp(int ifindex, bool up);
    Result<void> setMtu(int ifindex, quint32 mtu);
    /// @param mac of six octets
    Result<void> setMac(int ifindex, const MacAddress &mac);

private:
    explicit LinkWriter(netlink::Socket socket);
    /// @param name of what is changed, for the message of an error
    Result<void> send(netlink::Request &request, const QString &name);
    Result<int> create(netlink::Request &request, const QString &name);

    netlink::Socket m_socket;
};

} // namespace bondwright::kernel
