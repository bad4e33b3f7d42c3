// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "formats/format.h"

namespace bondwright::formats::wicked
{

inline constexpr char configFolder[] = "/etc/sysconfig/network/";

/// Gateways and routes of an interface: ifroute-INTERFACE, and its lines of the file "routes" for all.
void readRoutes(const FileSnapshot &snapshot, const QString &interface, IpConfig *ipv4, IpConfig *ipv6);
/// Lines of ifroute-INTERFACE, by number, that are routes and that no plan says: of other tables, types or hops.
QList<int> routesBeyondPlans(const FileSnapshot &snapshot, const QString &interface);
/// The files with these routes and no others of the interface; all other lines stay. An ifroute file with
/// nothing in it goes.
ChangeSet routeChanges(const FileSnapshot &snapshot, const QString &interface, const IpConfig &ipv4,
                       const IpConfig &ipv6);

} // namespace bondwright::formats::wicked
