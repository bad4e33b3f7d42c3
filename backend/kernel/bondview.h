// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/snapshot.h"

namespace bondwright::kernel
{

/// One bond at one moment with its own NIC and those of its slaves: what events are detected
/// from. Cheap to copy, unlike the whole snapshot of a host with thousands of interfaces.
struct BondView {
    std::optional<BondState> bond; ///< nullopt: there is no such bond
    QHash<int, NicState> nics; ///< by ifindex
    /// The last slave that carried the traffic, also while none does (between two slaves with updelay).
    std::optional<int> lastActive;
    /// It has had no slave since it was created. Newer kernels show a bond before they set its options (bond_newlink), as
    /// sysfs always did.
    bool isInTheMaking = false;

    const NicState *nic(int ifindex) const;
    /// Name of an interface; empty if it is not in here.
    QString name(int ifindex) const;
};

BondView viewOf(const Snapshot &snapshot, int bondIndex);

/// Whether this slave carries or could at once carry traffic, in the bond's eyes: its MII state, in mode 4
/// also membership in the active aggregator. A bond without any monitoring (miimon and arp_interval 0)
/// notices nothing, there the NIC's own carrier counts.
bool isUsable(const BondState &bond, const SlaveState &slave, const NicState *nic);
/// As isUsable() without the aggregator: the link alone.
bool isLinkUp(const BondState &bond, const SlaveState &slave, const NicState *nic);

/// With ARP monitoring active-backup has no delays: it calls a slave that is down "going back" while it probes it, and
/// "going down" when no answer has come (bond_ab_arp_probe and bond_ab_arp_inspect, bond_main.c).
MiiStatus monitoredMii(const BondState &bond, MiiStatus status);

/// What a slave does at this moment. Ordered by how urgent it is to know.
enum class SlaveRole : quint8 {
    Unknown, ///< its link, or which slaves are active, is unknown
    Standby,
    Active,
    GoingBack, ///< link up again, waits for updelay
    GoingDown, ///< has lost its link; the bond waits for downdelay or has not looked yet
    Down, ///< link up, but the bond does not use it
    NoLink,
};
/// @param nic of the slave; null if nothing is known of it
SlaveRole roleOf(const BondState &bond, const SlaveState &slave, const NicState *nic);
/// The slaves choose one that is active: modes 1, 5 and 6.
bool hasActiveSlave(Mode mode);
/// It is not the active one, and the driver would accept it as such.
bool canBeMadeActive(const BondState &bond, const SlaveState &slave, const NicState *nic);
/// Empty if there is no LACP partner (the kernel then says 00:00:00:00:00:00).
MacAddress partnerOf(const BondState &bond);

} // namespace bondwright::kernel
