// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ipaddress.h"
#include "domain/rules/rule.h"

namespace bondwright::rules
{

/// One address family of the bond or of a VLAN on it, as the address rules see it.
struct FamilyConfig {
    const IpConfig *config = nullptr;
    IpAddress::Family family = IpAddress::Family::V4;
    QString field; ///< "ipv4", "vlans[0].ipv6"

    QString member(const QString &name) const { return field + u'.' + name; }
    /// "IPv4" or "IPv6".
    QString familyName() const;
};

/// The bond's two, then each VLAN's two.
QList<FamilyConfig> families(const BondPlan &plan);

} // namespace bondwright::rules
