// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/planmac.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

BondPlan withResolvedMac(BondPlan plan, const HostFacts &host)
{
    const auto nic = plan.mac.value().nic();
    if (!nic)
        return plan;
    if (const SlavePlan *slave = plan.slaveByName(*nic); slave && !slave->mac.isEmpty()) {
        plan.mac = slave->mac.text();
        return plan;
    }
    if (const NicFacts *facts = host.nic(*nic); facts && facts->permanentMac.isEthernet())
        plan.mac = BondMac(facts->permanentMac);
    return plan;
}

Result<MacAddress> fixedMac(const BondPlan &plan)
{
    const Written<BondMac> resolved = withResolvedMac(plan).mac;
    const MacAddress &mac = resolved.value().address();
    if (mac.isEmpty() && !resolved.isEmpty())
        return fail(u"format.mac"_s,
                    QCoreApplication::translate("formats", "Cannot resolve MAC “%1”.").arg(plan.mac.text()),
                    QCoreApplication::translate("formats", "Write the address itself, or the slave’s “mac”."));
    return mac;
}

} // namespace bondwright::formats
