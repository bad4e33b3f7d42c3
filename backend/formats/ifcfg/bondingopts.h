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
    QMap<QString, QString> options; ///< of the option table, canonical
    QStringList foreign; ///< words that are no known option with a value it takes, as they stand there
};

/// BONDING_OPTS the way the scripts cut it: words at blanks, key before the first "=", value behind the last.
/// Repeated arp_ip_target=+a are collected, as the network service does (NetworkManager keeps the last only).
BondingOpts readBondingOpts(const QString &text);

/// The other way round, in an order that every release's scripts apply without an error: mode, miimon or
/// ARP monitoring (targets before the interval), the delays, the rest, primary last.
/// @param foreign words of an existing file to keep; dropped if they are not safe
/// @param findings takes what cannot be written in this dialect; Errors are left out of the text
QString writeBondingOpts(const BondPlan &plan, const Dialect &dialect, const QStringList &foreign,
                         QList<Finding> *findings);

} // namespace bondwright::formats::ifcfg
