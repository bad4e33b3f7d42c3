// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/ifcfg/dialect.h"

#include <QString>

namespace bondwright::formats::ifcfg
{

struct BondingOpts {
    std::optional<Mode> mode; ///< nullopt: not named (the driver's default is balance-rr)
    BondOptions options; ///< of the option table, canonical
    QStringList foreign; ///< words that are no known option with a value it takes, as they stand there
};

/// BONDING_OPTS the way the scripts cut it: words at blanks, key before the first "=", value behind the last.
/// Repeated arp_ip_target=+a are collected by the network service; NetworkManager keeps the last, and takes signs and
/// quotes out of it.
BondingOpts readBondingOpts(const QString &text, Reader reader = Reader::NetworkService);
/// The same of the module's parameters, of which some concern no single bond (max_bonds).
BondingOpts readModuleParameters(const QStringList &words);

/// What the driver ends up with: the module's parameters, with BONDING_OPTS on top of them, without what the driver
/// refuses or ignores. Source: bond_options.c, and install_bonding_driver for the order.
/// @param slaves the names that "primary" may take
/// @param notes takes a finding for each word without effect; the caller adds their place
BondingOpts settle(const BondingOpts &module, const BondingOpts &own, const QStringList &slaves, bool isByService,
                   const Dialect &dialect, QList<Finding> *notes);

/// The other way round, in an order that every release's scripts apply without an error: mode, miimon or
/// ARP monitoring (targets before the interval), the delays, the rest, primary last.
/// @param module what the module's own parameters are: where the plan does not want them, the default is written
/// @param foreign words of an existing file to keep; dropped if they are not safe
/// @param findings takes what cannot be written in this dialect; Errors are left out of the text
QString writeBondingOpts(const BondPlan &plan, const Dialect &dialect, const BondingOpts &module,
                         const QStringList &foreign, QList<Finding> *findings);

} // namespace bondwright::formats::ifcfg
