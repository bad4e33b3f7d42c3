// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/planmac.h"

#include "domain/hardwareaddress.h"

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

BondPlan withResolvedMac(BondPlan plan, const HostFacts &host)
{
    const auto nic = nicOfPermanentMac(plan.mac);
    if (!nic)
        return plan;
    for (const SlavePlan &slave : std::as_const(plan.slaves)) {
        if (slave.name == *nic && !slave.mac.isEmpty()) {
            plan.mac = slave.mac;
            return plan;
        }
    }
    if (const NicFacts *facts = host.nic(*nic); facts && canonicalMac(facts->permanentMac))
        plan.mac = *canonicalMac(facts->permanentMac);
    return plan;
}

std::optional<QString> fixedMac(const BondPlan &plan)
{
    const QString mac = withResolvedMac(plan).mac;
    if (mac.isEmpty())
        return QString();
    return canonicalMac(mac);
}

} // namespace bondwright::formats
