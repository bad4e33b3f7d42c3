// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/follower.h"

#include "domain/options.h"
#include "helper/runtime/adjust.h"
#include "helper/runtime/restore.h"
#include "kernel/unplannedstate.h"

#include <QCoreApplication>

#include <algorithm>

#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace bondwright::helper::runtime
{

using namespace Qt::StringLiterals;

namespace
{

bool needsNewBond(const QList<kernel::Difference> &differences)
{
    return std::any_of(differences.cbegin(), differences.cend(), [](const kernel::Difference &difference) {
        return difference.kind == kernel::DifferenceKind::Mode || difference.kind == kernel::DifferenceKind::BondMissing
            || needsBondDown(difference);
    });
}

/// Addresses and routes are restored from the state, which knows more of them; leases are the DHCP client's.
BondPlan withoutAddresses(BondPlan plan)
{
    IpConfig nothingSaid;
    nothingSaid.method = IpMethod::Manual;
    plan.ipv4 = plan.ipv6 = nothingSaid;
    for (VlanPlan &vlan : plan.vlans)
        vlan.ipv4 = vlan.ipv6 = nothingSaid;
    return plan;
}

} // namespace

Follower::Follower(kernel::KernelSource &source, Network &network)
    : m_source(source)
    , m_network(network)
{
}

Result<void> Follower::removeBond(const QString &bond)
{
    return m_source.snapshot().bondByName(bond) ? m_network.removeLink(bond) : Result<void>();
}

Result<void> Follower::removeVlans(const BondPlan &before, const BondPlan &after)
{
    Chain chain;
    for (const QString &name : kernel::droppedVlans(before, after, m_source.snapshot()))
        chain.then([&] { return m_network.removeLink(name); });
    return chain.result();
}

/// A port receives nothing for addresses of its own.
Result<void> Follower::attachOne(const kernel::NicState &nic, const QString &bond)
{
    for (const IpNetwork &address : nic.addresses)
        (void)m_network.removeAddress(nic.name, address); // or it is gone with the link already
    return m_network.setMaster(nic.name, bond);
}

Result<void> Follower::attach(const BondPlan &plan, const kernel::BondState *running)
{
    const kernel::Snapshot &snapshot = m_source.snapshot();
    Chain chain;
    for (const SlavePlan &slave : plan.slaves) {
        const kernel::NicState *nic = snapshot.nicByName(slave.name);
        if (!nic)
            return fail(u"helper.failed"_s, QCoreApplication::translate("helper", "%1 is not there.").arg(slave.name));
        if (!running || nic->masterIndex != running->ifindex)
            chain.then([&] { return attachOne(*nic, plan.name); });
    }
    for (const kernel::SlaveState &slave : running ? running->slaves : QList<kernel::SlaveState>()) {
        if (!plan.slaveByName(slave.name))
            chain.then([&] { return m_network.setMaster(slave.name, {}); });
    }
    return chain.result();
}

Result<void> Follower::configure(const QString &name, const IpConfig &ipv4, const IpConfig &ipv6)
{
    Chain chain;
    for (const IpConfig *ip : {&ipv4, &ipv6}) {
        if (ip->method == IpMethod::Auto && ip == &ipv4)
            return fail(u"helper.invalid"_s,
                        QCoreApplication::translate("helper", "Nothing on this host can get an address by DHCP for %1.")
                            .arg(name),
                        QCoreApplication::translate("helper", "Give a fixed address, or start NetworkManager."));
        for (const IpNetwork &address : ip->networks())
            chain.then([&] { return m_network.addAddress(name, address, PrefixRoute::ByKernel); });
        if (const auto &gateway = ip->gateway.value())
            chain.then([&] {
                const IpNetwork any = IpNetwork::any(gateway->family());
                return m_network.addRoute({any, {gateway, name}, ip->metric.value_or(0)});
            });
        for (const IpRoute &route : ip->routes) {
            if (const auto &destination = route.destination.value())
                chain.then([&] {
                    return m_network.addRoute({*destination, {route.gateway.value(), name}, route.metric.value_or(0)});
                });
        }
    }
    return chain.result();
}

static void forgetOn(Network &network, const Link &link, const IpConfig &config, IpAddress::Family family,
                     const QList<Route> &routes)
{
    if (config.method == IpMethod::Auto)
        return; // not the plan's to say
    // What is gone already need not be removed.
    const IpNetworks planned = config.networks();
    for (const IpNetwork &address : link.addresses.ofFamily(family)) {
        if (!planned.contains(address))
            (void)network.removeAddress(link.name, address);
    }
    for (const Route &route : routes) {
        const bool isForeign = route.protocol != RTPROT_STATIC && route.protocol != RTPROT_BOOT;
        if (route.hop.device == link.name && route.destination == IpNetwork::any(family)
            && route.hop.gateway != config.gateway.value() && !isForeign)
            (void)network.removeRoute(route);
    }
}

void Follower::forget(const BondPlan &plan, const State &then)
{
    const auto onLink = [&](const QString &name, const IpConfig &ipv4, const IpConfig &ipv6) {
        if (const auto link = then.links.constFind(name); link != then.links.cend()) {
            forgetOn(m_network, *link, ipv4, IpAddress::Family::V4, then.routes);
            forgetOn(m_network, *link, ipv6, IpAddress::Family::V6, then.routes);
        }
    };
    onLink(plan.name, plan.ipv4, plan.ipv6);
    for (const VlanPlan &vlan : plan.vlans)
        onLink(vlan.interfaceName(plan.name), vlan.ipv4, vlan.ipv6);
}

Result<void> Follower::makeBond(const BondPlan &plan)
{
    if (const auto removed = removeBond(plan.name); !removed)
        return removed;
    QMap<QString, QString> options = plan.options;
    options.insert(u"mode"_s, kernelName(plan.mode));
    for (const QString &option : optionsThatNamePorts())
        options.remove(option);
    return m_network.addBond(plan.name, options);
}

Result<void> Follower::turnBond(const BondPlan &plan, const kernel::BondState &running)
{
    Chain chain;
    for (const kernel::SlaveState &slave : running.slaves)
        chain.then([&] { return m_network.setMaster(slave.name, {}); });
    chain.then([&] { return m_network.setUp(plan.name, false); });
    if (running.mode != plan.mode)
        chain.then([&] { return m_network.setBondOptions(plan.name, {{u"mode"_s, kernelName(plan.mode)}}); });
    return chain.then([&] { return adjustBond(m_network, plan, running); }).result();
}

Result<void> Follower::follow(const BondPlan &plan, bool isEdit)
{
    const kernel::Snapshot &snapshot = m_source.snapshot();
    const auto differences = kernel::verifyPlan(plan, snapshot);
    if (differences.isEmpty() && !isEdit)
        return {};
    const kernel::BondState *present = snapshot.bondByName(plan.name);
    const bool isEmptied = needsNewBond(differences);
    // Where it is to be as it was, every option is named, and the device can stay the same.
    const bool isTurned = isEmptied && present && !isEdit && turnBond(plan, *present).has_value();
    const bool isNew = isEmptied && !isTurned;
    const kernel::BondState *running = isEmptied ? nullptr : present;
    Chain chain;
    if (!isTurned)
        chain.then([&] { return isNew ? makeBond(plan) : adjustBond(m_network, plan, *running); });
    if (!plan.mac.isEmpty())
        chain.then([&] { return m_network.setMac(plan.name, plan.mac.value().address()); });
    chain.then([&] { return attach(plan, running); });
    chain.then([&] { return adjustPorts(m_network, plan, running); });
    if (plan.mtu)
        chain.then([&] { return m_network.setMtu(plan.name, *plan.mtu); });
    chain.then([&] { return m_network.setUp(plan.name, true); });
    chain.then([&] { return configure(plan.name, plan.ipv4, plan.ipv6); });
    for (const VlanPlan &vlan : plan.vlans)
        chain.then([&] { return followVlan(plan, vlan, isNew); });
    return chain.result();
}

Result<void> Follower::followVlan(const BondPlan &plan, const VlanPlan &vlan, bool isNew)
{
    const QString name = vlan.interfaceName(plan.name);
    Chain chain;
    const kernel::NicState *nic = m_source.snapshot().nicByName(name);
    const bool isOther = nic && nic->vlanId.value_or(vlan.id) != vlan.id;
    if (isOther && !isNew) // with a new bond it is gone already
        chain.then([&] { return m_network.removeLink(name); });
    if (isNew || !nic || isOther)
        chain.then([&] { return m_network.addVlan(plan.name, vlan.id, name); });
    if (vlan.mtu)
        chain.then([&] { return m_network.setMtu(name, *vlan.mtu); });
    chain.then([&] { return m_network.setUp(name, true); });
    chain.then([&] { return configure(name, vlan.ipv4, vlan.ipv6); });
    return chain.result();
}

Result<void> Follower::change(const QList<BondPlan> &before, const QList<BondPlan> &after, const State &then)
{
    Chain chain;
    for (const BondPlan &plan : before) {
        const auto next = std::find_if(after.cbegin(), after.cend(),
                                       [&plan](const BondPlan &other) { return other.name == plan.name; });
        if (next == after.cend())
            chain.then([&] { return removeBond(plan.name); });
        else
            chain.then([&] { return removeVlans(plan, *next); });
    }
    for (const BondPlan &plan : after) {
        chain.then([&] {
            forget(plan, then);
            return follow(plan, true);
        });
    }
    return chain.result();
}

Result<void> Follower::restore(const QList<BondPlan> &running, const State &then, const QStringList &linksToRemove,
                               const QList<BondPlan> &after)
{
    Result<void> first;
    const auto note = [&first](const Result<void> &result) { first = first ? result : first; };
    for (const BondPlan &plan : running)
        note(follow(withoutAddresses(plan), false));
    note(runtime::restore(m_network, then, linksToRemove, after)); // whatever came of the above
    return first;
}

} // namespace bondwright::helper::runtime
