// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/netlink/addressmessage.h"
#include "kernel/snapshot.h"

namespace bondwright::kernel
{

/// Each interface's way out, by all of the host's. Of several over one interface it is the one that the kernel would
/// take: IPv4 before IPv6, the lower metric first. @return whether anything has changed
bool setDefaultRoutes(Snapshot &snapshot, std::vector<netlink::DefaultRoute> routes);

} // namespace bondwright::kernel
