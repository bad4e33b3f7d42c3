// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/netlink/socket.h"
#include "kernel/statetracker.h"

namespace bondwright::kernel::netlink
{

/// Where interfaces come and go all the time, no dump is ever consistent: so often it is tried.
inline constexpr int maximumTries = 4;

/// All links, or those that have @p masterIndex as master, appended to @p links.
Result<Socket::DumpEnd> dumpLinks(Socket &socket, std::vector<LinkMessage> &links, int masterIndex = 0);

/// Reads links, addresses and default routes of the whole host.
/// @param isWhole false if something changed during each attempt: the caller must expect that
///   parts of it are old
Result<DumpedState> dumpState(Socket &socket, bool *isWhole);

/// The default routes of the main table, both families, appended to @p routes. No error: a family that the kernel does not
/// have.
Result<Socket::DumpEnd> dumpDefaultRoutes(Socket &socket, std::vector<DefaultRoute> &routes);

/// The links that have @p masterIndex as master, and the master itself: cheap, what exists besides costs
/// little (the kernel filters).
Result<std::vector<LinkMessage>> dumpBond(Socket &socket, int masterIndex);

} // namespace bondwright::kernel::netlink
