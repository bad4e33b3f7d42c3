// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/snapshot.h"
#include "ping/ping.h"

#include <QList>

namespace bondwright::cli
{

/// The hosts to ping, and the bond of each.
struct BondPing {
    int bondIndex = 0;
    QString bond;
    ping::PingTarget target;
};

/// @param hosts as given; empty: the gateway of each bond that has one. Each host is pinged over the bond whose
/// network it is in, else over the one with the default route, else over the only one; else by the routing
/// table's choice. Error "usage": not an address that can be pinged.
Result<QList<BondPing>> pingTargets(const QStringList &hosts, const QList<int> &bonds, const kernel::Snapshot &snapshot,
                                    std::chrono::milliseconds interval);

/// Whether what is pinged as @p before is to be pinged as @p now. Not where only the bond, its address or its default route
/// are away: an outage takes them along, and is to be measured to its end.
bool isAnotherTarget(const BondPing &before, const BondPing &now, const kernel::Snapshot &snapshot);

} // namespace bondwright::cli
