// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/options.h"
#include "domain/result.h"
#include "kernel/netlink/request.h"

#include <QMap>
#include <QString>

#include <functional>

namespace bondwright::kernel::netlink
{

/// Interface number of a name; 0 if there is none.
using IndexOf = std::function<int(const QString &)>;

/// Appends IFLA_BOND_* attributes for @p options (names, or their aliases, and texts as in a plan). The order
/// does not matter: the kernel applies them in its own, mode first (bond_changelink).
/// @return an error for names that rtnetlink does not carry and values that the kernel would not take
Result<void> addBondOptions(Request &request, const QMap<QString, QString> &options, const IndexOf &indexOf);
/// IFLA_BOND_SLAVE_*: queue_id, prio, actor_port_prio.
Result<void> addSlaveOption(Request &request, const QString &name, const QString &value);

/// A bond's options, but its ports', in the order in which the kernel applies them, the mode first.
QList<const OptionSpec *> bondOptionsAsApplied();

} // namespace bondwright::kernel::netlink
