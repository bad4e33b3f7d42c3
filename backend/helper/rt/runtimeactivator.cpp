// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/rt/runtimeactivator.h"

#include "domain/options.h"
#include "kernel/planverifier.h"

#include <QTimer>

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

/// The first error wins; what follows is not tried.
class Chain
{
public:
    template <typename F>
    Chain &then(F step)
    {
        if (m_result)
            m_result = step();
        return *this;
    }
    Result<void> result() const { return m_result; }

private:
    Result<void> m_result;
};

bool needsNewBond(const QList<kernel::Difference> &differences)
{
    return std::any_of(differences.cbegin(), differences.cend(), [](const kernel::Difference &difference) {
        if (difference.code == u"mode" || difference.code == u"bond.missing")
            return true;
        const OptionSpec *spec
            = difference.code == u"option" ? findOption(QStringView(difference.field).mid(8)) : nullptr;
        return spec && spec->change != OptionChange::AnyTime;
    });
}

} // namespace

RuntimeActivator::RuntimeActivator(kernel::KernelSource &source, QObject *parent)
    : Activator(parent)
    , m_source(source)
{
}

void RuntimeActivator::prepare(const Record &, std::function<void(const Result<QJsonObject> &)> done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done(QJsonObject()); });
}

Result<void> RuntimeActivator::removeBond(rt::Operations &operations, const QString &bond)
{
    return m_source.snapshot().bondByName(bond) ? operations.removeLink(bond) : Result<void>();
}

Result<void> RuntimeActivator::attach(rt::Operations &operations, const BondPlan &plan)
{
    const kernel::Snapshot &snapshot = m_source.snapshot();
    const kernel::NicState *bond = snapshot.nicByName(plan.name);
    Chain chain;
    for (const SlavePlan &slave : plan.slaves) {
        const kernel::NicState *nic = snapshot.nicByName(slave.name);
        if (!nic)
            return fail(u"helper.failed"_s, tr("%1 is not there.").arg(slave.name));
        if (bond && nic->masterIndex == bond->ifindex)
            continue;
        // The driver takes only a port that is down; it brings it up itself. Addresses of a port are dead.
        chain.then([&] { return operations.setUp(slave.name, false); });
        for (const QString &address : nic->addresses)
            chain.then([&] {
                return operations.removeAddress(slave.name, address).or_else([](const Error &) {
                    return Result<void>(); // gone with the link already
                });
            });
        chain.then([&] { return operations.setMaster(slave.name, plan.name); });
    }
    if (const kernel::BondState *running = snapshot.bondByName(plan.name)) {
        for (const kernel::SlaveState &slave : running->slaves) {
            const bool stays = std::any_of(plan.slaves.cbegin(), plan.slaves.cend(),
                                           [&slave](const SlavePlan &wanted) { return wanted.name == slave.name; });
            if (!stays)
                chain.then([&] { return operations.setMaster(slave.name, {}); });
        }
    }
    return chain.result();
}

Result<void> RuntimeActivator::configure(rt::Operations &operations, const QString &name, const IpConfig &ipv4,
                                         const IpConfig &ipv6)
{
    Chain chain;
    for (const IpConfig *ip : {&ipv4, &ipv6}) {
        if (ip->method == IpMethod::Auto && ip == &ipv4)
            return fail(u"helper.invalid"_s, tr("Nothing on this host can get an address by DHCP for %1.").arg(name),
                        tr("Give a fixed address, or start NetworkManager."));
        for (const QString &address : ip->addresses)
            chain.then([&] { return operations.addAddress(name, address); });
        const QString any = ip == &ipv4 ? u"0.0.0.0/0"_s : u"::/0"_s;
        if (!ip->gateway.isEmpty())
            chain.then([&] {
                return operations.addRoute({0, any, ip->gateway, name, ip->metric.value_or(0), 0, 0, {}});
            });
        for (const IpRoute &route : ip->routes)
            chain.then([&] {
                return operations.addRoute(
                    {0, route.destination, route.gateway, name, route.metric.value_or(0), 0, 0, {}});
            });
    }
    return chain.result();
}

Result<void> RuntimeActivator::follow(rt::Operations &operations, const BondPlan &plan)
{
    const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
    if (differences.isEmpty())
        return {};
    const bool isNew = needsNewBond(differences);
    QMap<QString, QString> late;
    if (plan.options.contains(u"primary"_s))
        late.insert(u"primary"_s, plan.options.value(u"primary"_s));
    Chain chain;
    if (isNew) {
        chain.then([&] { return removeBond(operations, plan.name); });
        chain.then([&] { return operations.addBond(plan); });
    } else if (!plan.options.isEmpty()) {
        chain.then([&] { return operations.setBondOptions(plan.name, plan.options); });
    }
    if (!plan.mac.isEmpty())
        chain.then([&] { return operations.setMac(plan.name, plan.mac); });
    chain.then([&] { return attach(operations, plan); });
    if (isNew && !late.isEmpty())
        chain.then([&] { return operations.setBondOptions(plan.name, late); });
    if (plan.mtu)
        chain.then([&] { return operations.setMtu(plan.name, *plan.mtu); });
    chain.then([&] { return operations.setUp(plan.name, true); });
    chain.then([&] { return configure(operations, plan.name, plan.ipv4, plan.ipv6); });
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlanName(plan.name, vlan);
        if (isNew || !m_source.snapshot().nicByName(name))
            chain.then([&] { return operations.addVlan(plan.name, vlan.id, name); });
        chain.then([&] { return operations.setUp(name, true); });
        chain.then([&] { return configure(operations, name, vlan.ipv4, vlan.ipv6); });
    }
    return chain.result();
}

void RuntimeActivator::activate(const Record &record, Done done)
{
    auto operations = rt::Operations::open();
    Chain chain;
    if (!operations)
        chain.then([&] { return Result<void>(tl::unexpected(operations.error())); });
    for (const BondPlan &plan : record.before) {
        if (std::none_of(record.after.cbegin(), record.after.cend(),
                         [&plan](const BondPlan &other) { return other.name == plan.name; }))
            chain.then([&] { return removeBond(*operations, plan.name); });
    }
    for (const BondPlan &plan : record.after)
        chain.then([&] { return follow(*operations, plan); });
    QTimer::singleShot(0, this, [done = std::move(done), result = chain.result()] { done(result); });
}

void RuntimeActivator::restore(const Record &record, Done done)
{
    QStringList newBonds;
    for (const BondPlan &plan : record.after) {
        if (!record.runtime.links.contains(plan.name))
            newBonds.append(plan.name);
    }
    Chain chain;
    if (auto operations = rt::Operations::open()) {
        for (const BondPlan &plan : record.before) {
            if (record.runtime.links.contains(plan.name))
                chain.then([&] { return follow(*operations, plan); });
        }
    }
    const Result<void> restored = rt::restore(record.runtime, newBonds);
    chain.then([&] { return restored; });
    QTimer::singleShot(0, this, [done = std::move(done), result = chain.result()] { done(result); });
}

void RuntimeActivator::commit(const Record &, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done({}); });
}

} // namespace bondwright::helper
