// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/netlink/message.h"
#include "kernel/snapshot.h"

namespace bondwright::kernel::netlink
{

/// What one RTM_NEWLINK or RTM_DELLINK says about one interface.
struct LinkMessage {
    bool removed = false;
    /// Name, MAC, MTU, flags, master, kind, permanent MAC, carrier counts; what only other sources know
    /// (speed, addresses, routes, driver) is empty.
    NicState nic;
    std::optional<BondState> bond; ///< of kind "bond": without name-dependent options and slaves
    int primaryIndex = 0; ///< of the bond; 0: none. Only a snapshot can give its name.
    std::optional<SlaveState> slave; ///< if the master is a bond

    friend bool operator==(const LinkMessage &, const LinkMessage &) = default;
};

/// @param message type RTM_NEWLINK or RTM_DELLINK
/// @return nullopt for what is not about an interface as such (bridge port and wireless messages share
///   the type), is broken, or has no name or index
std::optional<LinkMessage> parseLink(const Message &message);

/// IFLA_INFO_DATA of a bond.
BondState parseBond(Attributes data, int *primaryIndex = nullptr);
/// IFLA_INFO_SLAVE_DATA of a bond's slave.
SlaveState parseSlave(Attributes data);

/// Options that only CAP_NET_ADMIN may read, and only in mode 4 (bond_fill_info).
QStringList privilegedBondOptions();

} // namespace bondwright::kernel::netlink
