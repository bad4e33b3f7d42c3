// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/operations.h"

namespace bondwright::helper::runtime
{

namespace
{

/// Goes on after an error; the first one is what the caller hears of.
class FirstError
{
public:
    void operator()(const Result<void> &result)
    {
        if (!result && m_result)
            m_result = result;
    }
    Result<void> result() const { return m_result; }

private:
    Result<void> m_result;
};

void restoreLink(Operations &operations, const Link &then, const Link &now, FirstError &note)
{
    if (now.master != then.master) {
        // The driver refuses a port that is up (bond_enslave).
        if (!then.master.isEmpty())
            note(operations.setUp(then.name, false));
        note(operations.setMaster(then.name, then.master));
    }
    if (now.mtu != then.mtu && then.master.isEmpty())
        note(operations.setMtu(then.name, then.mtu));
    if (now.mac != then.mac && then.master.isEmpty())
        note(operations.setMac(then.name, then.mac));
    if (then.up && (!now.up || now.master != then.master))
        note(operations.setUp(then.name, true));
    if (!then.up && now.up && then.master.isEmpty())
        note(operations.setUp(then.name, false));
    for (const QString &address : then.addresses) {
        if (!now.addresses.contains(address))
            note(operations.addAddress(then.name, address));
    }
}

/// Before anything is put back: an address may be the secondary of another one's network, and go with it.
Result<void> removeSurplus(Operations &operations, const State &then, const QList<BondPlan> &plans)
{
    const auto present = capture(then.links.keys());
    if (!present)
        return tl::unexpected(present.error());
    FirstError note;
    const State extra = surplus(then, *present, plans);
    for (const Route &route : extra.routes)
        note(operations.removeRoute(route));
    for (const Link &link : extra.links) {
        for (const QString &address : link.addresses)
            note(operations.removeAddress(link.name, address));
    }
    return note.result();
}

} // namespace

Result<void> restore(const State &then, const QStringList &linksToRemove, const QList<BondPlan> &plans)
{
    auto operations = Operations::open();
    if (!operations)
        return tl::unexpected(operations.error());
    FirstError note;
    for (const QString &name : linksToRemove) {
        // One after the other: a VLAN goes with its bond.
        const auto extra = capture({name});
        if (!extra)
            return tl::unexpected(extra.error());
        if (!extra->links.isEmpty())
            note(operations->removeLink(name));
    }
    note(removeSurplus(*operations, then, plans));
    const auto now = capture(then.links.keys());
    if (!now)
        return tl::unexpected(now.error());
    for (const Link &link : then.links) {
        if (const auto current = now->links.constFind(link.name); current != now->links.cend())
            restoreLink(*operations, link, *current, note);
    }
    // On-link routes first: a gateway must be reachable before a route may lead over it.
    for (const bool viaGateway : {false, true}) {
        for (const Route &route : then.routes) {
            if (route.gateway.isEmpty() != viaGateway && !now->routes.contains(route))
                note(operations->addRoute(route));
        }
    }
    return note.result();
}

} // namespace bondwright::helper::runtime
