// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/runtimeactivator.h"

#include "domain/options.h"
#include "domain/sameaddress.h"
#include "kernel/planverifier.h"

#include <QTimer>

#include <algorithm>

#include <linux/rtnetlink.h>
#include <sys/socket.h>

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

QMap<QString, QString> differing(const BondPlan &plan, const QList<kernel::Difference> &differences)
{
    QMap<QString, QString> options;
    for (const kernel::Difference &difference : differences) {
        const QString name = difference.code == u"option" ? difference.field.mid(8) : QString(); // "options."
        if (plan.options.contains(name))
            options.insert(name, plan.options.value(name));
    }
    return options;
}

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

/// A new bond has the defaults, and the driver refuses some of them where the mode has no use for them.
static BondPlan withoutDefaults(BondPlan plan)
{
    plan.options.removeIf([](const QMap<QString, QString>::iterator &it) {
        const OptionSpec *spec = findOption(it.key());
        return spec && spec->defaultValue == it.value();
    });
    return plan;
}

BondPlan planFromKernel(const kernel::BondState &bond, const kernel::Snapshot &snapshot)
{
    BondPlan plan;
    plan.name = bond.name;
    plan.mode = bond.mode;
    // No primary and no targets are values too: on the way back they have to be emptied.
    const QStringList mayBeEmpty{u"primary"_s, u"arp_ip_target"_s, u"ns_ip6_target"_s};
    for (auto it = bond.options.cbegin(); it != bond.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        if (spec && spec->scope == OptionScope::Bond && it.key() != u"mode" && it.key() != u"active_slave"
            && acceptsMode(*spec, bond.mode) && (!it->isEmpty() || mayBeEmpty.contains(it.key())))
            plan.options.insert(it.key(), *it);
    }
    for (const kernel::SlaveState &slave : bond.slaves)
        plan.slaves.append(SlavePlan{slave.name, {}, slave.queueId, slave.prio});
    if (const kernel::NicState *nic = snapshot.nicByName(bond.name)) {
        for (const QString &address : nic->addresses) {
            if (!address.contains(u':')) {
                plan.ipv4.method = IpMethod::Manual;
                plan.ipv4.addresses.append(address);
            }
        }
    }
    return plan;
}

RuntimeActivator::RuntimeActivator(kernel::KernelSource &source, QObject *parent)
    : Activator(parent)
    , m_source(source)
{
}

void RuntimeActivator::prepare(const Record &, std::function<void(const Result<QJsonObject> &)> done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done(QJsonObject()); });
}

Result<void> RuntimeActivator::removeBond(runtime::Operations &operations, const QString &bond)
{
    return m_source.snapshot().bondByName(bond) ? operations.removeLink(bond) : Result<void>();
}

Result<void> RuntimeActivator::removeVlans(runtime::Operations &operations, const BondPlan &before,
                                           const BondPlan &after)
{
    QStringList wanted;
    for (const VlanPlan &vlan : after.vlans)
        wanted.append(vlanName(after.name, vlan));
    Chain chain;
    for (const VlanPlan &vlan : before.vlans) {
        const QString name = vlanName(before.name, vlan);
        const kernel::NicState *nic = m_source.snapshot().nicByName(name);
        if (nic && nic->kind == u"vlan" && !wanted.contains(name))
            chain.then([&] { return operations.removeLink(name); });
    }
    return chain.result();
}

Result<void> RuntimeActivator::attach(runtime::Operations &operations, const BondPlan &plan, bool isNew)
{
    const kernel::Snapshot &snapshot = m_source.snapshot();
    // The snapshot is of before: of a bond made anew it knows the former one, which has taken its ports along.
    const kernel::NicState *bond = isNew ? nullptr : snapshot.nicByName(plan.name);
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
    const kernel::BondState *running = snapshot.bondByName(plan.name);
    if (running && !isNew) {
        for (const kernel::SlaveState &slave : running->slaves) {
            const bool stays = std::any_of(plan.slaves.cbegin(), plan.slaves.cend(),
                                           [&slave](const SlavePlan &wanted) { return wanted.name == slave.name; });
            if (!stays)
                chain.then([&] { return operations.setMaster(slave.name, {}); });
        }
    }
    return chain.result();
}

Result<void> RuntimeActivator::configure(runtime::Operations &operations, const QString &name, const IpConfig &ipv4,
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

static void forgetOn(runtime::Operations &operations, const runtime::Link &link, const IpConfig &config, bool isIp4,
                     const QList<runtime::Route> &routes)
{
    if (config.method == IpMethod::Auto)
        return; // not the plan's to say
    // What has gone meanwhile need not be removed.
    for (const QString &address : link.addresses) {
        if (address.contains(u':') != isIp4 && !containsAddress(config.addresses, address))
            (void)operations.removeAddress(link.name, address);
    }
    for (const runtime::Route &route : routes) {
        const bool isSomebodyElses = route.protocol != RTPROT_STATIC && route.protocol != RTPROT_BOOT;
        if (route.device == link.name && (route.family == AF_INET) == isIp4 && route.destination.endsWith(u"/0")
            && route.gateway != config.gateway && !isSomebodyElses)
            (void)operations.removeRoute(route);
    }
}

void RuntimeActivator::forget(runtime::Operations &operations, const BondPlan &plan, const runtime::State &then)
{
    const auto onLink = [&](const QString &name, const IpConfig &ipv4, const IpConfig &ipv6) {
        if (const auto link = then.links.constFind(name); link != then.links.cend()) {
            forgetOn(operations, *link, ipv4, true, then.routes);
            forgetOn(operations, *link, ipv6, false, then.routes);
        }
    };
    onLink(plan.name, plan.ipv4, plan.ipv6);
    for (const VlanPlan &vlan : plan.vlans)
        onLink(vlanName(plan.name, vlan), vlan.ipv4, vlan.ipv6);
}

Result<void> RuntimeActivator::follow(runtime::Operations &operations, const BondPlan &plan, bool isEdit)
{
    const auto differences = kernel::verifyPlan(plan, m_source.snapshot());
    if (differences.isEmpty() && !isEdit)
        return {};
    const bool isNew = needsNewBond(differences);
    QMap<QString, QString> late;
    if (plan.options.contains(u"primary"_s))
        late.insert(u"primary"_s, plan.options.value(u"primary"_s));
    Chain chain;
    if (isNew) {
        chain.then([&] { return removeBond(operations, plan.name); });
        chain.then([&] { return operations.addBond(withoutDefaults(plan)); });
    } else if (const auto options = differing(plan, differences); !options.isEmpty()) {
        chain.then([&] { return operations.setBondOptions(plan.name, options); });
    }
    if (!plan.mac.isEmpty())
        chain.then([&] { return operations.setMac(plan.name, plan.mac); });
    chain.then([&] { return attach(operations, plan, isNew); });
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
    auto operations = runtime::Operations::open();
    Chain chain;
    if (!operations)
        chain.then([&] { return Result<void>(tl::unexpected(operations.error())); });
    for (const BondPlan &plan : record.before) {
        const auto after = std::find_if(record.after.cbegin(), record.after.cend(),
                                        [&plan](const BondPlan &other) { return other.name == plan.name; });
        if (after == record.after.cend())
            chain.then([&] { return removeBond(*operations, plan.name); });
        else
            chain.then([&] { return removeVlans(*operations, plan, *after); });
    }
    for (const BondPlan &plan : record.after) {
        chain.then([&] {
            forget(*operations, plan, record.runtime);
            return follow(*operations, plan, true);
        });
    }
    QTimer::singleShot(0, this, [done = std::move(done), result = chain.result()] { done(result); });
}

Result<void> RuntimeActivator::restoreNow(const Record &record)
{
    auto operations = runtime::Operations::open();
    if (!operations)
        return tl::unexpected(operations.error());
    Result<void> first;
    const auto note = [&first](const Result<void> &result) { first = first ? result : first; };
    for (const BondPlan &plan : record.running)
        note(follow(*operations, plan, false));
    note(runtime::restore(record.runtime, newLinksOf(record), record.after)); // whatever came of the above
    return first;
}

void RuntimeActivator::restore(const Record &record, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done), result = restoreNow(record)] { done(result); });
}

void RuntimeActivator::commit(const Record &, Done done)
{
    QTimer::singleShot(0, this, [done = std::move(done)] { done({}); });
}

} // namespace bondwright::helper
