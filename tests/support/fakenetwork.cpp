// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakenetwork.h"

#include "domain/options.h"

#include <QTimer>

#include <algorithm>

#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace bondwright::tests
{

using namespace Qt::StringLiterals;
using helper::runtime::Route;
using helper::runtime::State;

namespace
{

tl::unexpected<Error> refuse(const QString &what)
{
    return fail(u"kernel.netlink.errno.16"_s, what);
}

QMap<QString, QString> defaults(Mode mode)
{
    QMap<QString, QString> options;
    for (const OptionSpec &spec : allOptions()) {
        if (spec.scope == OptionScope::Bond && spec.name != u"active_slave")
            options.insert(spec.name, spec.defaultValue);
    }
    options.insert(u"mode"_s, kernelName(mode));
    if (!modeInfo(mode).optionGroups.testFlag(OptionGroup::Arp))
        options.insert(u"miimon"_s, u"100"_s);
    return options;
}

} // namespace

void FakeNetwork::addNic(const QString &name, const QStringList &addresses)
{
    Link link;
    link.name = name;
    link.index = ++m_lastIndex;
    link.ownMac = link.mac = MacAddress::fromString(u"02:00:00:00:00:%1"_s.arg(link.index, 2, 16, QLatin1Char('0')));
    link.up = true;
    link.addresses = addresses;
    links.insert(name, link);
    addPrefixRoutes(link);
}

Route FakeNetwork::prefixRoute(const QString &device, const IpNetwork &address, quint32 metric)
{
    std::array<quint8, 16> bytes = address.address.bytes();
    for (int bit = address.prefix; bit < 32; ++bit)
        bytes.at(size_t(bit) / 8) &= quint8(~(0x80U >> (bit % 8)));
    const QString network
        = u"%1.%2.%3.%4/%5"_s.arg(bytes[0]).arg(bytes[1]).arg(bytes[2]).arg(bytes[3]).arg(address.prefix);
    return {*IpNetwork::fromString(network), {{}, device}, metric, RTPROT_KERNEL, address.address};
}

/// As the kernel does when an address or the link comes.
void FakeNetwork::addPrefixRoutes(const Link &link)
{
    for (const IpNetwork &address : link.addresses) {
        const Route route = prefixRoute(link.name, address, 0);
        const bool isOurs = address.address.family() == IpAddress::Family::V4 && !link.unrouted.contains(address);
        if (link.up && isOurs && address.prefix < 32 && !routes.contains(route))
            routes.append(route);
    }
}

void FakeNetwork::resetBond(const QString &name, Mode mode)
{
    links[name].mode = mode;
    links[name].options = defaults(mode);
}

QStringList FakeNetwork::portsOf(const QString &bond) const
{
    QStringList names;
    for (const Link &link : links) {
        if (link.master == bond)
            names.append(link.name);
    }
    return names;
}

void FakeNetwork::failAt(const QString &call, int number)
{
    m_failingCall = call;
    m_callsBefore = number;
    m_hasFailed = false;
}

Result<FakeNetwork::Link *> FakeNetwork::find(const QString &call, const QString &name)
{
    calls.append(call + u' ' + name);
    if (call == m_failingCall && (m_callsBefore == always || m_callsBefore-- == 0)) {
        m_hasFailed = true;
        return refuse(u"%1: no %2 today"_s.arg(name, call));
    }
    const auto it = links.find(name);
    if (it == links.end())
        return fail(u"kernel.link.missing"_s, name + u" is not there."_s);
    return &*it;
}

Result<State> FakeNetwork::capture(const QStringList &names)
{
    State state;
    for (const Link &link : std::as_const(links)) {
        const bool isOnBond = names.contains(link.base) && links.value(link.base).kind == InterfaceKind::Bond;
        if (names.contains(link.name) || isOnBond)
            state.links.insert(link.name,
                               {link.name, link.kind, link.index, link.mac, link.mtu, link.up, link.master,
                                link.addresses, link.unrouted, link.base, link.vlanId});
    }
    std::copy_if(routes.cbegin(), routes.cend(), std::back_inserter(state.routes),
                 [&names](const Route &route) { return names.contains(route.hop.device); });
    return state;
}

Result<void> FakeNetwork::setUp(const QString &name, bool up)
{
    return find(u"setUp"_s, name).map([this, up, &name](Link *link) {
        link->up = up;
        if (up)
            addPrefixRoutes(*link);
        else
            routes.removeIf([&name](const Route &route) { return route.hop.device == name; });
    });
}

Result<void> FakeNetwork::setMaster(const QString &name, const QString &master)
{
    const auto link = find(u"setMaster"_s, name);
    if (!link)
        return tl::unexpected(link.error());
    if (!master.isEmpty() && (!links.contains(master) || links.value(master).kind != InterfaceKind::Bond))
        return refuse(master + u" is no bond."_s);
    (*link)->up = !master.isEmpty();
    (*link)->queue = 0;
    (*link)->priority = 0;
    routes.removeIf([&name](const Route &route) { return route.hop.device == name; });
    if (master.isEmpty()) {
        (*link)->mac = (*link)->ownMac;
    } else if (portsOf(master).isEmpty() && links.value(master).mac.isEmpty()) {
        links[master].mac = (*link)->ownMac;
    }
    (*link)->master = master;
    if (!master.isEmpty()) {
        (*link)->mac = links.value(master).mac;
        (*link)->mtu = links.value(master).mtu;
    }
    return {};
}

Result<void> FakeNetwork::setMtu(const QString &name, quint32 mtu)
{
    return find(u"setMtu"_s, name).map([mtu](Link *link) { link->mtu = mtu; });
}

Result<void> FakeNetwork::setMac(const QString &name, const MacAddress &mac)
{
    return find(u"setMac"_s, name).map([&mac](Link *link) { link->mac = mac; });
}

Result<void> FakeNetwork::removeLink(const QString &name)
{
    const auto link = find(u"removeLink"_s, name);
    if (!link)
        return tl::unexpected(link.error());
    for (Link &other : links) {
        if (other.master == name) {
            other.master.clear();
            other.mac = other.ownMac;
            other.up = false;
        }
    }
    links.removeIf([&name](const QMap<QString, Link>::iterator &it) { return it.key() == name || it->base == name; });
    routes.removeIf([this](const Route &route) { return !links.contains(route.hop.device); });
    return {};
}

Result<void> FakeNetwork::addVlan(const QString &base, quint16 id, const QString &name)
{
    const auto link = find(u"addVlan"_s, base);
    if (!link)
        return tl::unexpected(link.error());
    if (links.contains(name))
        return refuse(name + u" exists."_s);
    Link vlan;
    vlan.name = name;
    vlan.kind = InterfaceKind::Vlan;
    vlan.index = ++m_lastIndex;
    vlan.mac = (*link)->mac;
    vlan.mtu = (*link)->mtu;
    vlan.base = base;
    vlan.vlanId = id;
    links.insert(name, vlan);
    return {};
}

Result<void> FakeNetwork::addAddress(const QString &name, const IpNetwork &address, helper::runtime::PrefixRoute route)
{
    return find(u"addAddress"_s, name).map([this, &address, route](Link *link) {
        if (link->addresses.contains(address))
            return; // what it brings is not changed any more
        link->addresses.append(address);
        if (route == helper::runtime::PrefixRoute::ByOthers)
            link->unrouted.append(address);
        addPrefixRoutes(*link);
    });
}

Result<void> FakeNetwork::removeAddress(const QString &name, const IpNetwork &address)
{
    const auto link = find(u"removeAddress"_s, name);
    if (!link)
        return tl::unexpected(link.error());
    if ((*link)->addresses.removeAll(address) == 0)
        return refuse(name + u" has no "_s + address.toString());
    (*link)->unrouted.removeAll(address);
    routes.removeOne(prefixRoute(name, address, 0));
    return {};
}

Result<void> FakeNetwork::addRoute(const Route &route)
{
    return find(u"addRoute"_s, route.hop.device).map([this, &route](Link *) {
        Route added = route;
        if (added.protocol == 0)
            added.protocol = RTPROT_STATIC;
        routes.removeIf([&added](const Route &other) {
            return other.destination == added.destination && other.metric == added.metric;
        });
        routes.append(added);
    });
}

Result<void> FakeNetwork::removeRoute(const Route &route)
{
    const auto link = find(u"removeRoute"_s, route.hop.device);
    if (!link)
        return tl::unexpected(link.error());
    return routes.removeAll(route) > 0 ? Result<void>() : Result<void>(refuse(u"No such route."_s));
}

Result<void> FakeNetwork::addBond(const QString &name, const QMap<QString, QString> &options)
{
    if (links.contains(name))
        return refuse(name + u" exists."_s);
    if (const auto counted = find(u"addBond"_s, name); !counted && counted.error().code != u"kernel.link.missing")
        return tl::unexpected(counted.error());
    Link bond;
    bond.name = name;
    bond.kind = InterfaceKind::Bond;
    bond.index = ++m_lastIndex;
    bond.mode = modeFromText(options.value(u"mode"_s)).value_or(Mode::BalanceRr);
    bond.options = defaults(bond.mode);
    for (auto it = options.cbegin(); it != options.cend(); ++it) {
        if (const auto taken = take(bond, it.key(), *it); !taken)
            return taken;
    }
    links.insert(name, bond);
    return {};
}

Result<void> FakeNetwork::take(Link &bond, const QString &option, const QString &value)
{
    const OptionSpec *spec = findOption(option);
    if (!spec || !canonicalValue(*spec, value) || !acceptsMode(*spec, bond.mode))
        return refuse(u"%1 does not take %2=%3"_s.arg(bond.name, option, value));
    const bool hasPorts = !portsOf(bond.name).isEmpty();
    if (hasPorts && (spec->change == OptionChange::NoSlaves || spec->change == OptionChange::BondDownNoSlaves))
        return refuse(u"%1 has ports: no %2"_s.arg(bond.name, option));
    if (bond.up && (spec->change == OptionChange::BondDown || spec->change == OptionChange::BondDownNoSlaves))
        return refuse(u"%1 is up: no %2"_s.arg(bond.name, option));
    if (spec->kind == OptionKind::IfName && !value.isEmpty() && !portsOf(bond.name).contains(value))
        return refuse(u"%1 is no port of %2"_s.arg(value, bond.name));
    if (spec->name == u"mode")
        bond.mode = *modeFromText(value);
    if (spec->name == u"arp_interval" && value != u"0")
        bond.options.insert(u"miimon"_s, u"0"_s);
    bond.options.insert(spec->name, *canonicalValue(*spec, value));
    return {};
}

Result<void> FakeNetwork::setBondOptions(const QString &bond, const QMap<QString, QString> &options)
{
    const auto link = find(u"setBondOptions"_s, bond);
    if (!link)
        return tl::unexpected(link.error());
    for (auto it = options.cbegin(); it != options.cend(); ++it) {
        if (const auto taken = take(**link, it.key(), *it); !taken)
            return taken;
    }
    return {};
}

Result<void> FakeNetwork::setSlaveOption(const QString &slave, const QString &option, const QString &value)
{
    const auto link = find(u"setSlaveOption"_s, slave);
    if (!link)
        return tl::unexpected(link.error());
    if ((*link)->master.isEmpty())
        return refuse(slave + u" is no port."_s);
    if (option == u"prio") {
        (*link)->priority = value.toInt();
        return {};
    }
    const quint16 queue = value.toUShort();
    for (const QString &port : portsOf((*link)->master)) {
        if (queue != 0 && port != slave && links.value(port).queue == queue)
            return refuse(u"%1 has queue %2 already."_s.arg(port).arg(queue));
    }
    (*link)->queue = queue;
    return {};
}

kernel::Snapshot FakeNetwork::snapshot() const
{
    kernel::Snapshot snapshot;
    snapshot.bondingDriver = true;
    for (const Link &link : links) {
        kernel::NicState nic;
        nic.ifindex = link.index;
        nic.name = link.name;
        nic.kind = link.kind;
        nic.mac = link.mac;
        nic.permanentMac = link.ownMac;
        nic.adminUp = nic.carrier = link.up;
        nic.speedMbps = 10'000;
        nic.duplex = Duplex::Full;
        nic.mtu = link.mtu;
        nic.masterIndex = links.value(link.master).index;
        if (link.vlanId != 0)
            nic.vlanId = link.vlanId;
        nic.lowerIndex = links.value(link.base).index;
        nic.addresses = link.addresses;
        for (const Route &route : routes) {
            if (route.hop.device == link.name && route.destination == IpNetwork::any(IpAddress::Family::V4)) {
                nic.carriesDefaultRoute = true;
                nic.gateway = route.hop.gateway;
            }
        }
        snapshot.nics.insert(nic.ifindex, nic);
        if (link.kind != InterfaceKind::Bond)
            continue;
        kernel::BondState bond;
        bond.ifindex = link.index;
        bond.name = link.name;
        bond.mode = link.mode;
        bond.options = link.options;
        for (const QString &name : portsOf(link.name)) {
            const Link &port = *links.constFind(name);
            kernel::SlaveState slave;
            slave.ifindex = port.index;
            slave.name = name;
            slave.permanentMac = port.ownMac;
            slave.queueId = port.queue;
            slave.prio = port.priority;
            bond.slaves.append(slave);
        }
        snapshot.bonds.insert(bond.ifindex, bond);
    }
    return snapshot;
}

FakeNetworkSource::FakeNetworkSource(FakeNetwork &network)
    : m_network(network)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &FakeNetworkSource::refresh);
    timer->start(0);
    refresh();
}

void FakeNetworkSource::refresh()
{
    if (const kernel::Snapshot now = m_network.snapshot(); now != snapshot())
        setSnapshot(now);
}

} // namespace bondwright::tests
