// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ipaddress.h"
#include "domain/plan.h"
#include "rehearsal/limit.h"

namespace bondwright::rehearsal
{

/// An address at which the switch's side answers.
struct Answer {
    quint16 vlan = 0; ///< 0: untagged
    IpNetwork address;

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// The surroundings that the rehearsal of a plan needs.
struct Arrangement {
    BondPlan plan; ///< as it is applied: with fixed addresses instead of DHCP
    QList<Answer> answers; ///< gateways, ARP and NS targets, and what is pinged
    QStringList targets; ///< to be pinged from pingFrom; the first is the gateway where there is one
    QString pingFrom; ///< the bond or one of its VLANs
    QList<Limit> limits;
};

/// Pure. Every network of the plan gets a host that answers: the gateway, else its last free address. Without any
/// network the documentation's is taken, 192.0.2.0/24 (RFC 5737).
Arrangement arrange(const BondPlan &plan);

} // namespace bondwright::rehearsal
