// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/plan.h"

#include "domain/nametable.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

constexpr std::array methodNames{
    Named{IpMethod::Disabled, "disabled"_L1},
    Named{IpMethod::Auto, "auto"_L1},
    Named{IpMethod::Manual, "manual"_L1},
    Named{IpMethod::LinkLocal, "link-local"_L1},
};

} // namespace

QString ipMethodName(IpMethod method)
{
    return nameIn(methodNames, method);
}

std::optional<IpMethod> ipMethodFromName(QStringView name)
{
    return valueIn(methodNames, name);
}

IpNetworks IpConfig::networks() const
{
    IpNetworks networks;
    for (const Written<IpNetwork> &entry : addresses) {
        if (entry.value())
            networks.append(*entry.value());
    }
    return networks;
}

QString VlanPlan::interfaceName(const QString &bond) const
{
    return name.isEmpty() ? u"%1.%2"_s.arg(bond).arg(id) : name;
}

BondPlan renamedPlan(BondPlan plan, const QString &name)
{
    for (VlanPlan &vlan : plan.vlans) {
        if (vlan.name == VlanPlan{vlan.id, {}, {}, {}, {}}.interfaceName(plan.name))
            vlan.name.clear();
    }
    plan.replaces = std::exchange(plan.name, name);
    return plan;
}

QStringList BondPlan::slaveNames() const
{
    QStringList names;
    for (const SlavePlan &slave : slaves)
        names.append(slave.name);
    return names;
}

const SlavePlan *BondPlan::slaveByName(QStringView slaveName) const
{
    const auto it = std::find_if(slaves.cbegin(), slaves.cend(),
                                 [slaveName](const SlavePlan &slave) { return slave.name == slaveName; });
    return it == slaves.cend() ? nullptr : &*it;
}

} // namespace bondwright
