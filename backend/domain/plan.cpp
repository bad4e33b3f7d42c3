// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/plan.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

const std::array<std::pair<IpMethod, QLatin1StringView>, 4> methodNames{{
    {IpMethod::Disabled, "disabled"_L1},
    {IpMethod::Auto, "auto"_L1},
    {IpMethod::Manual, "manual"_L1},
    {IpMethod::LinkLocal, "link-local"_L1},
}};

} // namespace

QString ipMethodName(IpMethod method)
{
    const auto it
        = std::find_if(methodNames.begin(), methodNames.end(), [method](auto &row) { return row.first == method; });
    return it->second;
}

std::optional<IpMethod> ipMethodFromName(QStringView name)
{
    const auto it
        = std::find_if(methodNames.begin(), methodNames.end(), [name](auto &row) { return row.second == name; });
    return it == methodNames.end() ? std::nullopt : std::optional(it->first);
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

} // namespace bondwright
