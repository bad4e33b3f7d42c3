// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/foreignroute.h"
#include "formats/format.h"
#include "formats/ifcfg/ipkeys.h"

namespace bondwright::formats::wicked
{

inline constexpr char configFolder[] = "/etc/sysconfig/network/";

/// An interface with what its ifcfg file says.
struct RoutedInterface {
    QString name;
    ifcfg::IpPair ip;
};

/// Adds gateways and routes: those of ifroute-INTERFACE, and of the file "routes" for all the lines that name the
/// interface, or none and have a gateway that one of its addresses reaches (__ni_suse_addrconf_static()).
void readRoutes(const FileSnapshot &snapshot, RoutedInterface *interface);
struct LineBeyondPlans {
    QString place; ///< "path:line"
    QString text;
    WhyForeign why = WhyForeign::Attributes;
};
/// The interface's lines that are routes and that no plan says: of other tables, types or hops, default routes beside the
/// gateway.
QList<LineBeyondPlans> routesBeyondPlans(const FileSnapshot &snapshot, const RoutedInterface &interface);
/// The files with the wanted routes and no others of the interface; a route with another gateway stays where it was,
/// all other lines stay. An ifroute file with nothing in it goes.
/// @param old as the files have it
ChangeSet routeChanges(const FileSnapshot &snapshot, const RoutedInterface &old, const ifcfg::IpPair &wanted);

} // namespace bondwright::formats::wicked
