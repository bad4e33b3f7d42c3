// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace bondwright::rehearsal
{

/// What a rehearsal cannot show of a plan.
enum class Limit : quint8 {
    Nics, ///< the real NICs' drivers: changing the MAC, speed, MTU
    Switch, ///< the real switch, spanning tree
    Services, ///< what NetworkManager or the network service make of their files
    Dhcp, ///< an address from DHCP: a fixed one stood in
    Autoconfiguration, ///< IPv6 addresses from router advertisements
    NoAddress, ///< the plan has no network with others to ping: one stood in
    OneSlave, ///< nothing can take over
    DelaysShortened, ///< updelay and downdelay, so that it does not take minutes
};

/// "nics", "switch", …
QString limitName(Limit limit);
std::optional<Limit> limitFromName(QStringView name);
/// Translated sentence.
QString limitText(Limit limit);

} // namespace bondwright::rehearsal
