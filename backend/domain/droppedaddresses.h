// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "domain/ipaddress.h"
#include "domain/plan.h"

#include <QMap>
#include <QString>

namespace bondwright
{

/// Addresses that the bond and its VLANs have now and that only @p before names, by interface: connections to them end.
/// Without those that no plan names (a cluster's), and those of a VLAN that is removed as a whole.
QMap<QString, IpNetworks> droppedAddresses(const BondPlan &before, const BondPlan &after, const HostFacts &host);

} // namespace bondwright
