// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/restore.h"

#include "helper/runtime/firsterror.h"

namespace bondwright::helper::runtime
{

namespace
{

void restoreLink(Network &network, const Link &then, const Link &now, FirstError &note)
{
    if (now.master != then.master) {
        // The driver refuses a port that is up (bond_enslave).
        if (!then.master.isEmpty())
            note(network.setUp(then.name, false));
        note(network.setMaster(then.name, then.master));
    }
    if (now.mtu != then.mtu && then.master.isEmpty())
        note(network.setMtu(then.name, then.mtu));
    if (now.mac != then.mac && then.master.isEmpty())
        note(network.setMac(then.name, then.mac));
    if (then.up && (!now.up || now.master != then.master))
        note(network.setUp(then.name, true));
    if (!then.up && now.up && then.master.isEmpty())
        note(network.setUp(then.name, false));
    for (const IpNetwork &address : then.addresses) {
        // Else the kernel adds a route of its own beside the former one, and again whenever the cable is plugged in.
        const PrefixRoute route = then.unrouted.contains(address) ? PrefixRoute::ByOthers : PrefixRoute::ByKernel;
        if (!now.addresses.contains(address))
            note(network.addAddress(then.name, address, route));
    }
}

/// Those that went with their bond, and those that are other ones now: no VLAN can be given another id.
Result<void> remakeVlans(Network &network, const State &then)
{
    const auto now = network.capture(then.links.keys());
    if (!now)
        return tl::unexpected(now.error());
    FirstError note;
    for (const Link &link : then.links) {
        if (link.vlanId == 0 || !now->links.contains(link.lower))
            continue;
        const auto current = now->links.constFind(link.name);
        if (current != now->links.cend() && !isOtherVlan(link, *current))
            continue;
        if (current != now->links.cend())
            note(network.removeLink(link.name));
        note(network.addVlan(link.lower, link.vlanId, link.name));
    }
    return note.result();
}

/// Before anything is restored: an address may be a secondary one of the other's network, and be removed with it.
Result<void> removeSurplus(Network &network, const State &then, const QList<BondPlan> &plans)
{
    const auto present = network.capture(then.links.keys());
    if (!present)
        return tl::unexpected(present.error());
    FirstError note;
    const State extra = surplus(then, *present, plans);
    for (const Route &route : extra.routes)
        note(network.removeRoute(route));
    for (const Link &link : extra.links) {
        for (const IpNetwork &address : link.addresses)
            note(network.removeAddress(link.name, address));
    }
    return note.result();
}

} // namespace

Result<void> restore(Network &network, const State &then, const QStringList &linksToRemove,
                     const QList<BondPlan> &plans)
{
    FirstError note;
    for (const QString &name : linksToRemove) {
        // One after the other: a VLAN goes with its bond.
        const auto extra = network.capture({name});
        if (!extra)
            return tl::unexpected(extra.error());
        if (!extra->links.isEmpty())
            note(network.removeLink(name));
    }
    note(removeSurplus(network, then, plans));
    note(remakeVlans(network, then));
    const auto now = network.capture(then.links.keys());
    if (!now)
        return tl::unexpected(now.error());
    for (const Link &link : then.links) {
        if (const auto current = now->links.constFind(link.name); current != now->links.cend())
            restoreLink(network, link, *current, note);
    }
    // On-link routes first: a gateway must be reachable before a route may lead over it.
    for (const bool viaGateway : {false, true}) {
        for (const Route &route : then.routes) {
            if (route.hop.gateway.has_value() == viaGateway && !leadsTheSameWay(now->routes, route))
                note(network.addRoute(route));
        }
    }
    return note.result();
}

} // namespace bondwright::helper::runtime
