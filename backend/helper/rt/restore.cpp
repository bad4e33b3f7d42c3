// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/rt/operations.h"

namespace bondwright::helper::rt
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

} // namespace

Result<void> restore(const State &then, const QStringList &bondsToRemove)
{
    auto operations = Operations::open();
    if (!operations)
        return tl::unexpected(operations.error());
    FirstError note;
    const auto extra = capture(bondsToRemove);
    if (!extra)
        return tl::unexpected(extra.error());
    for (const QString &bond : extra->links.keys())
        note(operations->removeLink(bond));
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

} // namespace bondwright::helper::rt
