// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "helper/runtime/state.h"
#include "kernel/netlink/socket.h"

namespace bondwright::helper::runtime
{

/// Changes links, addresses and routes through rtnetlink. Every call answers before it returns; the
/// kernel does not make anyone wait here.
class Operations final
{
public:
    static Result<Operations> open();

    Result<void> setUp(const QString &name, bool up);
    Result<void> setMaster(const QString &name, const QString &master); ///< empty: none
    Result<void> setMtu(const QString &name, quint32 mtu);
    Result<void> setMac(const QString &name, const QString &mac);
    Result<void> removeLink(const QString &name);
    Result<void> addVlan(const QString &base, quint16 id, const QString &name);
    /// Adds it, or does nothing if it is there.
    Result<void> addAddress(const QString &name, const QString &cidr);
    Result<void> removeAddress(const QString &name, const QString &cidr);
    Result<void> addRoute(const Route &route);
    Result<void> removeRoute(const Route &route);

    /// A new bond, down, without ports.
    Result<void> addBond(const BondPlan &plan);
    /// Options that the driver lets change now; `primary` and the like need their ports first.
    Result<void> setBondOptions(const QString &bond, const QMap<QString, QString> &options);
    Result<void> setActiveSlave(const QString &bond, const QString &slave);

private:
    explicit Operations(kernel::netlink::Socket socket);
    Result<void> send(kernel::netlink::Request &request, const QString &what);
    Result<void> changeRoute(const Route &route, quint16 type, quint16 flags);

    kernel::netlink::Socket m_socket;
};

/// Puts back what is missing (see missing()): master, MAC, MTU, up or down, addresses, routes; links that did
/// not exist then are removed, and what the plans brought (see surplus()). Goes on after an error and reports
/// the first.
Result<void> restore(const State &then, const QStringList &linksToRemove, const QList<BondPlan> &plans);

} // namespace bondwright::helper::runtime
