// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/plangenerator.h"

#include "domain/findings.h"
#include "domain/ipaddress.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace bondwright::test
{

PlanGenerator::PlanGenerator(quint32 seed, OptionFilter mayUse)
    : m_random(seed)
    , m_mayUse(std::move(mayUse))
{
}

QString PlanGenerator::ip4()
{
    return u"%1.%2.%3.%4"_s.arg(1 + below(126)).arg(below(256)).arg(below(256)).arg(1 + below(254));
}

QString PlanGenerator::ip6()
{
    const QString raw
        = u"2001:db8:%1:%2::%3"_s.arg(below(65536), 0, 16).arg(below(65536), 0, 16).arg(1 + below(65535), 0, 16);
    return IpAddress::fromString(raw)->toString();
}

QString PlanGenerator::mac()
{
    QString text = u"02"_s;
    for (int i = 0; i < 5; ++i)
        text += u":%1"_s.arg(below(256), 2, 16, QLatin1Char('0'));
    return text;
}

bool PlanGenerator::isUsable(const char *option) const
{
    const OptionSpec *spec = findOption(QString::fromLatin1(option));
    return spec && (!m_mayUse || m_mayUse(*spec));
}

QString PlanGenerator::value(const OptionSpec &spec, const BondPlan &plan)
{
    QString text = anyValue(spec, plan);
    while (mayTake && !mayTake(spec, text))
        text = anyValue(spec, plan);
    return text;
}

QString PlanGenerator::anyValue(const OptionSpec &spec, const BondPlan &plan)
{
    switch (spec.kind) {
    case OptionKind::Integer: {
        const std::int64_t span = std::min<std::int64_t>(spec.maximum - spec.minimum, 1000);
        return QString::number(spec.minimum + below(int(span) + 1));
    }
    case OptionKind::Enum:
    case OptionKind::Bool:
        return spec.names.at(below(int(spec.names.size()))).name;
    case OptionKind::IfName:
        return plan.slaves.at(below(int(plan.slaves.size()))).name;
    case OptionKind::Ip4List:
    case OptionKind::Ip6List: {
        QSet<QString> targets;
        for (int n = 1 + below(4); targets.size() < n;)
            targets.insert(spec.kind == OptionKind::Ip4List ? ip4() : ip6());
        QStringList list(targets.cbegin(), targets.cend());
        list.sort();
        return list.join(u',');
    }
    case OptionKind::Mac:
        return mac();
    }
    return {};
}

void PlanGenerator::addMonitoring(BondPlan *plan)
{
    if (plan->mode <= Mode::Broadcast && chance(40)) {
        plan->options.insert(u"arp_interval"_s, QString::number(100 * (1 + below(50))));
        for (const char *name : {"arp_ip_target", "arp_validate", "arp_all_targets", "arp_missed_max"}) {
            if (isUsable(name) && (name == QByteArray("arp_ip_target") || chance(40)))
                plan->options.insert(QString::fromLatin1(name), value(*findOption(QString::fromLatin1(name)), *plan));
        }
        return;
    }
    const int miimon = 10 * (1 + below(50));
    plan->options.insert(u"miimon"_s, QString::number(miimon));
    for (const char *name : {"updelay", "downdelay", "peer_notif_delay"}) {
        if (isUsable(name) && chance(40))
            plan->options.insert(QString::fromLatin1(name), QString::number(miimon * below(20)));
    }
}

void PlanGenerator::addOptions(BondPlan *plan)
{
    addMonitoring(plan);
    static const QSet<QString> handled{
        u"mode"_s,          u"miimon"_s,        u"updelay"_s,      u"downdelay"_s,      u"peer_notif_delay"_s,
        u"arp_interval"_s,  u"arp_ip_target"_s, u"arp_validate"_s, u"arp_missed_max"_s, u"arp_all_targets"_s,
        u"ns_ip6_target"_s, u"active_slave"_s,  u"use_carrier"_s};
    for (const OptionSpec &spec : allOptions()) {
        if (spec.scope != OptionScope::Bond || handled.contains(spec.name) || !acceptsMode(spec, plan->mode)
            || (m_mayUse && !m_mayUse(spec)) || !chance(25))
            continue;
        plan->options.insert(spec.name, value(spec, *plan));
    }
}

void PlanGenerator::addLists(IpConfig *ip, bool isV4)
{
    for (int n = below(4); n > 0; --n) {
        if (const Written<IpAddress> server(isV4 ? ip4() : ip6()); !ip->dns.contains(server))
            ip->dns.append(server);
    }
    for (int n = below(3); n > 0; --n)
        ip->search.append(u"s%1.example.org"_s.arg(n));
    for (int n = below(4); n > 0; --n) {
        IpRoute route;
        const int prefix = isV4 ? 8 + below(25) : 32 + below(97);
        const IpAddress address = *IpAddress::fromString(isV4 ? ip4() : ip6());
        // A destination with host bits is refused by every tool: take one that has none.
        if (!address.hostBitsAllZero(prefix))
            route.destination
                = isV4 ? u"10.%1.0.0/16"_s.arg(20 * n + below(20)) : u"2001:db8:%1::/48"_s.arg(100 * n + below(99));
        else
            route.destination = IpNetwork{address, prefix};
        if (chance(70))
            route.gateway = isV4 ? ip4() : ip6();
        if (chance(40))
            route.metric = quint32(1 + below(1000));
        ip->routes.append(route);
    }
    if (withRouteMetric && chance(30))
        ip->metric = quint32(1 + below(1000));
}

namespace
{

/// Another address of the same network; "" if that has only one.
QString neighbourOf(const IpNetwork &network)
{
    if (network.prefix == 32)
        return {};
    const QString text = network.address.toString();
    return text.section(u'.', 0, 2) + u'.' + QString::number(network.address.bytes()[3] ^ 1);
}

} // namespace

IpConfig PlanGenerator::ip4Config()
{
    IpConfig ip;
    ip.method = IpMethod(below(4));
    if (ip.method == IpMethod::LinkLocal && !withLinkLocal4)
        ip.method = IpMethod::Manual;
    if (ip.method == IpMethod::Disabled || ip.method == IpMethod::LinkLocal)
        return ip;
    if (ip.method == IpMethod::Manual) {
        for (int n = 1 + (withManyAddresses ? below(4) : 0); n > 0; --n)
            ip.addresses.append(u"%1/%2"_s.arg(ip4()).arg(8 + below(25)));
        if (chance(60))
            ip.gateway = withGatewaysElsewhere ? ip4() : neighbourOf(*ip.addresses.first().value());
    }
    addLists(&ip, true);
    return ip;
}

IpConfig PlanGenerator::ip6Config()
{
    IpConfig ip;
    ip.method = IpMethod(below(4));
    if (ip.method == IpMethod::Disabled || ip.method == IpMethod::LinkLocal)
        return ip;
    if (ip.method == IpMethod::Manual) {
        for (int n = 1 + below(3); n > 0; --n)
            ip.addresses.append(u"%1/%2"_s.arg(ip6()).arg(32 + below(97)));
        if (chance(60))
            ip.gateway = ip6();
    }
    addLists(&ip, false);
    return ip;
}

BondPlan PlanGenerator::next()
{
    BondPlan plan;
    plan.name = chance(70) ? u"bond%1"_s.arg(below(20)) : u"uplink-%1"_s.arg(below(100));
    plan.mode = Mode(below(7));
    const int count = 1 + below(5);
    for (int i = 0; i < count; ++i) {
        SlavePlan slave;
        slave.name = chance(50) ? u"eth%1"_s.arg(i + 10 * below(2)) : u"enp%1s0f%2"_s.arg(below(9)).arg(i);
        if (chance(30))
            slave.mac = mac();
        if (withSlaveExtras && chance(20))
            slave.queueId = quint16(i + 1);
        plan.slaves.append(slave);
    }
    if (chance(50))
        std::shuffle(plan.slaves.begin(), plan.slaves.end(), m_random);
    addOptions(&plan);
    if (chance(20))
        plan.mac = mac();
    if (chance(30))
        plan.mtu = quint32(1280 + below(7721));
    plan.ipv4 = ip4Config();
    plan.ipv6 = ip6Config();
    for (int id = 1 + below(500), n = below(4); n > 0; --n, id += 1 + below(500)) {
        VlanPlan vlan;
        vlan.id = quint16(id);
        if (withVlanNames && chance(30))
            vlan.name = u"storage%1"_s.arg(n);
        if (chance(30))
            vlan.mtu = quint32(1280 + below(200));
        vlan.ipv4 = ip4Config();
        vlan.ipv6 = ip6Config();
        plan.vlans.append(vlan);
    }
    plan.autoconnect = chance(80);
    return asFound(plan);
}

} // namespace bondwright::test
