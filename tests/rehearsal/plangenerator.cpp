// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plangenerator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::test
{

PlanGenerator::PlanGenerator(quint32 number)
    : m_random(number)
{
}

BondPlan PlanGenerator::plan()
{
    BondPlan plan;
    plan.name = chance(95) ? u"bond0"_s
                           : oneOf<QString>({u"b"_s, u"fifteen-letters"_s, u"sixteen--letters"_s, u"a/b"_s, u"a b"_s,
                                             u"."_s, u".."_s, u"a:b"_s, u"all"_s, u"lo"_s, u"bond%d"_s, u"bond.5"_s});
    plan.mode = Mode(m_random.bounded(7U));
    addMonitoring(plan);
    addOptions(plan);
    addSlaves(plan);
    addVlans(plan);
    if (chance(8))
        plan.mac = oneOf<QString>({u"02:00:5e:10:00:77"_s, u"02:00:5E:10:00:78"_s, u"01:00:5e:00:00:01"_s,
                                   u"00:00:00:00:00:00"_s, u"ff:ff:ff:ff:ff:ff"_s});
    if (chance(10))
        plan.mtu = oneOf<quint32>({0, 1, 67, 68, 575, 576, 1279, 1280, 1500, 9000, 9216, 65535, 65536});
    return plan;
}

void PlanGenerator::addMonitoring(BondPlan &plan)
{
    if (chance(75))
        plan.options.insert(u"miimon"_s, oneOf<QString>({u"100"_s, u"50"_s, u"1"_s, u"1000"_s}));
    if (chance(20)) {
        plan.options.insert(u"arp_interval"_s, oneOf<QString>({u"100"_s, u"1000"_s, u"0"_s}));
        plan.options.insert(u"arp_ip_target"_s, addresses({u"192.0.2.254"_s, u"192.0.2.9"_s, u"10.1.1.1"_s}, {}));
    }
}

void PlanGenerator::addOptions(BondPlan &plan)
{
    const auto options = allOptions();
    const int count = int(m_random.bounded(5U));
    for (int i = 0; i < count; ++i) {
        const OptionSpec &spec = options[m_random.bounded(qsizetype(options.size()))];
        if (spec.scope != OptionScope::Bond || spec.name == u"mode")
            continue;
        // Mostly those that could do something here.
        if (!acceptsMode(spec, plan.mode) && chance(70))
            continue;
        const QString name = !spec.aliases.isEmpty() && chance(30) ? spec.aliases.first() : spec.name;
        plan.options.insert(name, valueOf(spec));
    }
}

QString PlanGenerator::integer(const OptionSpec &spec)
{
    const qint64 typical = spec.maximum > 100'000 ? 100'000 : spec.maximum;
    switch (m_random.bounded(12U)) {
    case 0:
        return QString::number(spec.minimum);
    case 1:
        return QString::number(spec.maximum);
    case 2:
        return QString::number(spec.minimum - 1);
    case 3:
        return QString::number(spec.maximum + 1);
    case 4:
        return spec.defaultValue;
    case 5:
        return oneOf<QString>({QString(), u"x"_s, u"1x"_s, u"0x10"_s, u"1.5"_s, u"-1"_s, u"4294967296"_s});
    default:
        return QString::number(spec.minimum + qint64(m_random.bounded(quint64(typical - spec.minimum + 1))));
    }
}

QString PlanGenerator::addresses(const QStringList &good, const QStringList &bad)
{
    QStringList list{oneOf(good)};
    if (chance(30))
        list.append(oneOf(good));
    if (!bad.isEmpty() && chance(30))
        list.append(oneOf(bad));
    return list.join(u',');
}

QString PlanGenerator::valueOf(const OptionSpec &spec)
{
    switch (spec.kind) {
    case OptionKind::Integer: {
        const QString value = integer(spec);
        // A multiple of the usual miimon, or every delay would be rounded.
        return spec.unit == u"ms" && chance(70) ? QString::number(value.toLongLong() / 100 * 100) : value;
    }
    case OptionKind::Enum:
    case OptionKind::Bool: {
        const OptionName name = oneOf(spec.names);
        if (chance(10))
            return oneOf<QString>({u"99"_s, u"nonsense"_s, QString(), name.name.toUpper()});
        return chance(50) ? name.name : QString::number(name.value);
    }
    case OptionKind::IfName:
        return oneOf<QString>({u"eth0"_s, u"eth1"_s, u"eth1"_s, u"eth9"_s, QString()});
    case OptionKind::Ip4List:
        return addresses(
            {u"192.0.2.254"_s, u"192.0.2.9"_s, u"10.1.1.1"_s},
            {u"0.0.0.0"_s, u"255.255.255.255"_s, u"224.0.0.1"_s, u"127.0.0.1"_s, u"2001:db8::1"_s, u"x"_s});
    case OptionKind::Ip6List:
        return addresses({u"2001:db8::1"_s, u"fe80::1"_s, u"2001:db8::2"_s},
                         {u"::"_s, u"::1"_s, u"ff02::1"_s, u"10.1.1.1"_s, u"x"_s});
    case OptionKind::Mac:
        return oneOf<QString>({u"02:00:5e:10:00:01"_s, u"01:00:5e:00:00:01"_s, u"00:00:00:00:00:00"_s, u"x"_s});
    }
    return {};
}

void PlanGenerator::addSlaves(BondPlan &plan)
{
    const int count = chance(85) ? 2 : int(m_random.bounded(4U));
    for (int i = 0; i < count; ++i) {
        SlavePlan slave;
        slave.name = chance(97) ? u"eth%1"_s.arg(i) : oneOf<QString>({u"eth0"_s, u"eth7"_s, u"bond0"_s});
        if (chance(10))
            slave.queueId = oneOf<quint16>({0, 1, 2, 16, 17, 65535});
        if (chance(10))
            slave.prio = oneOf<qint32>({0, 1, -1, 100, 2147483647, std::numeric_limits<qint32>::min()});
        plan.slaves.append(slave);
    }
}

void PlanGenerator::addVlans(BondPlan &plan)
{
    while (chance(8)) {
        VlanPlan vlan;
        vlan.id = oneOf<quint16>({0, 1, 5, 30, 4094, 4095});
        if (chance(30))
            vlan.name = oneOf<QString>({u"vlan5"_s, u"eth0"_s, u"bond0"_s, u"a/b"_s, u"sixteen--letters"_s});
        if (chance(30))
            vlan.mtu = oneOf<quint32>({68, 1400, 1500, 1501, 9000});
        plan.vlans.append(vlan);
    }
}

} // namespace bondwright::test
