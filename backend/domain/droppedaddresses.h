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

/// The addresses that the bond and its VLANs have now by one plan, and by the other no more: connections to them end.
/// By interface. Addresses of others (a cluster's) are not among them; nor is a VLAN that goes as a whole.
QMap<QString, IpNetworks> droppedAddresses(const BondPlan &before, const BondPlan &after, const HostFacts &host);

} // namespace bondwright
