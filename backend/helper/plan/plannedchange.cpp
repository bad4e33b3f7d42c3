// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/plan/plannedchange.h"

#include "domain/switchside.h"

#include <QCoreApplication>

#include <algorithm>

namespace bondwright::helper
{

Result<void> expectWithin(const BondPlan &plan, Backend backend)
{
    if (backend == Backend::NetworkManager || !isBalanceSlb(plan))
        return {};
    return fail(QStringLiteral("helper.invalid"),
                QCoreApplication::translate("helper",
                                            "balance-slb is made by NetworkManager, not by the driver, and this bond "
                                            "would not be NetworkManager’s."),
                QCoreApplication::translate("helper", "Let NetworkManager manage it, or remove the option."));
}

bool changesAddresses(const QList<BondPlan> &before, const QList<BondPlan> &after, const QString &bond)
{
    const auto find = [&bond](const QList<BondPlan> &plans) {
        return std::find_if(plans.cbegin(), plans.cend(), [&bond](const BondPlan &plan) { return plan.name == bond; });
    };
    const auto former = find(before);
    const auto wanted = find(after);
    if (former == before.cend() || wanted == after.cend())
        return false;
    return former->ipv4 != wanted->ipv4 || former->ipv6 != wanted->ipv6 || former->mtu != wanted->mtu
        || former->vlans != wanted->vlans;
}

QStringList PlannedChange::bonds() const
{
    QStringList names{bond, renamedFrom};
    names.removeAll(QString());
    return names;
}

QStringList PlannedChange::removedBonds() const
{
    QStringList names;
    for (const BondPlan &plan : before) {
        if (!contains(after, plan.name))
            names.append(plan.name);
    }
    return names;
}

bool contains(const QList<BondPlan> &plans, const QString &bond)
{
    return std::any_of(plans.cbegin(), plans.cend(), [&bond](const BondPlan &plan) { return plan.name == bond; });
}

QStringList PlannedChange::nics() const
{
    QStringList names;
    for (const QList<BondPlan> *plans : {&before, &after}) {
        for (const BondPlan &plan : *plans)
            names += plan.slaveNames();
    }
    names.removeDuplicates();
    return names;
}

QStringList PlannedChange::interfaces() const
{
    QStringList names = nics();
    for (const QList<BondPlan> *plans : {&before, &after}) {
        for (const BondPlan &plan : *plans) {
            names.append(plan.name);
            for (const VlanPlan &vlan : plan.vlans)
                names.append(vlan.interfaceName(plan.name));
        }
    }
    names.removeDuplicates();
    return names;
}

QStringList PlannedChange::paths() const
{
    QStringList paths;
    for (const formats::FileChange &file : changes.files) {
        if (!file.isUnchanged())
            paths.append(file.path);
    }
    return paths;
}

bool PlannedChange::givesUp(const IpAddress &gateway) const
{
    const auto configsOf = [&gateway](const BondPlan &plan) {
        const auto ofFamily
            = [&gateway](const auto &of) { return gateway.family() == IpAddress::Family::V4 ? of.ipv4 : of.ipv6; };
        QList<IpConfig> configs{ofFamily(plan)};
        for (const VlanPlan &vlan : plan.vlans)
            configs.append(ofFamily(vlan));
        return configs;
    };
    const auto isIn = [&](const BondPlan &plan) {
        return std::ranges::any_of(configsOf(plan), [&gateway](const IpConfig &config) {
            return config.gateway.isEmpty() ? config.method == IpMethod::Auto : config.gateway.value() == gateway;
        });
    };
    if (!loneNics.isEmpty() || std::ranges::any_of(after, isIn))
        return false;
    bool isGivenUp = false;
    for (const BondPlan &former : before) {
        if (!isIn(former))
            continue;
        // A bond that stays without any gateway may have lost it by mistake.
        const QString name = former.name == renamedFrom ? bond : former.name;
        const auto next = std::ranges::find(after, name, &BondPlan::name);
        const auto hasAnother = [](const IpConfig &config) { return !config.gateway.isEmpty(); };
        if (next != after.end() && std::ranges::none_of(configsOf(*next), hasAnother))
            return false;
        isGivenUp = true;
    }
    return isGivenUp;
}

} // namespace bondwright::helper
