// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nmstate/nmstateleft.h"

#include "formats/spelling.h"
#include "formats/yaml/netplanyaml.h"

#include <linux/rtnetlink.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nmstate
{

using yaml::Entry;
using yaml::Node;

namespace
{

void nameLeft(const QString &place, const QString &key, QList<Finding> *findings)
{
    findings->append(netplan::leftFinding(place, key));
}

/// The value that nmstate takes without the entry, or one that it does not apply.
bool isWithoutEffect(const Entry &entry, bool isAuto)
{
    static const QStringList onByDefault{u"auto-dns"_s, u"auto-gateway"_s, u"auto-routes"_s, u"dhcp-send-hostname"_s,
                                         u"allow-extra-address"_s};
    const bool isOfAuto = entry.key.startsWith(u"auto-") || entry.key.startsWith(u"dhcp-");
    if ((isOfAuto && !isAuto) || (onByDefault.contains(entry.key) && entry.value.boolean().value_or(false)))
        return true;
    const auto table = entry.key == u"auto-route-table-id" ? entry.value.number() : std::nullopt;
    return table && (*table == 0 || *table == quint32(RT_TABLE_MAIN));
}

void nameLeftOfIp(const QString &place, const Node &ip, QList<Finding> *findings)
{
    static const QStringList known{u"enabled"_s, u"dhcp"_s, u"autoconf"_s, u"address"_s, u"auto-route-metric"_s};
    if (!ip.at(u"enabled").boolean().value_or(false))
        return;
    const bool hasDhcp = ip.at(u"dhcp").boolean().value_or(false);
    const bool hasAutoconf = ip.at(u"autoconf").boolean().value_or(false);
    for (const Entry &entry : ip.entries) {
        if (!known.contains(entry.key) && !isWithoutEffect(entry, hasDhcp || hasAutoconf))
            nameLeft(place, entry.key, findings);
    }
    // A plan knows only both together.
    if (place.endsWith(u".ipv6") && hasDhcp != hasAutoconf)
        nameLeft(place, hasDhcp ? u"autoconf"_s : u"dhcp"_s, findings);
}

void nameLeftOfGroup(const QString &place, const Node &group, QList<Finding> *findings)
{
    static const QStringList known{u"mode"_s, u"options"_s, u"port"_s, u"ports"_s, u"slaves"_s, u"ports-config"_s};
    for (const Entry &entry : group.entries) {
        if (!known.contains(entry.key))
            nameLeft(place, entry.key, findings);
    }
    for (const Entry &option : group.at(u"options").entries) {
        QString value;
        if (!planOption(option, &value))
            nameLeft(place + u".options"_s, option.key, findings);
    }
}

void nameLeftOfVlan(const QString &place, const Node &vlan, QList<Finding> *findings)
{
    for (const Entry &entry : vlan.entries) {
        const QString text = entry.value.scalar;
        const bool isKnown = entry.key == u"base-iface" || entry.key == u"id";
        const bool isDefault = (entry.key == u"protocol" && text == u"802.1q")
            || (entry.key == u"registration-protocol" && text == u"none")
            || (entry.key == u"reorder-headers" && entry.value.boolean().value_or(false))
            || (entry.key == u"loose-binding" && !entry.value.boolean().value_or(true));
        if (!isKnown && !isDefault)
            nameLeft(place, entry.key, findings);
    }
}

/// The bond's MTU is its ports' too; they have no addresses.
void nameLeftOfPort(const QString &name, const Node &port, const BondPlan &plan, QList<Finding> *findings)
{
    if (const auto mtu = port.at(u"mtu").number(); mtu && mtu != plan.mtu)
        nameLeft(name, u"mtu"_s, findings);
    if (port.contains(u"mac-address"))
        nameLeft(name, u"mac-address"_s, findings);
    for (const QString &family : {u"ipv4"_s, u"ipv6"_s}) {
        if (port.at({family, u"enabled"_s}).boolean().value_or(false))
            nameLeft(name, family, findings);
    }
}

} // namespace

const Node &groupOf(const Node &interface)
{
    return interface.contains(u"link-aggregation") ? interface.at(u"link-aggregation") : interface.at(u"bond");
}

const OptionSpec *planOption(const Entry &option, QString *value)
{
    const bool isOtherName = option.key == u"num_unsol_na"; // the driver has one number of both
    const OptionSpec *spec = findOption(FileFormat::Nmstate, isOtherName ? u"num_grat_arp"_s : option.key);
    const auto kept = spec ? kernelValue(*spec, FileFormat::Nmstate, option.value.strings().join(u',')) : std::nullopt;
    *value = kept.value_or(QString());
    return kept ? spec : nullptr;
}

void nameLeftOfInterface(const Node &interface, const BondPlan &plan, QList<Finding> *findings)
{
    static const QStringList known{u"name"_s,       u"type"_s, u"state"_s, u"mtu"_s,
                                   u"ipv4"_s,       u"ipv6"_s, u"vlan"_s,  u"link-aggregation"_s,
                                   u"mac-address"_s};
    const QString name = interface.at(u"name").scalar;
    const bool isBond = name == plan.name;
    const bool isVlan = std::any_of(plan.vlans.cbegin(), plan.vlans.cend(),
                                    [&](const VlanPlan &vlan) { return vlan.interfaceName(plan.name) == name; });
    if (!isBond && !isVlan && !plan.slaveByName(name))
        return;
    for (const Entry &entry : interface.entries) {
        const bool isGroup = isBond && entry.key == u"bond";
        if (!known.contains(entry.key) && !isGroup)
            nameLeft(name, entry.key, findings);
    }
    if (isBond)
        nameLeftOfGroup(name + u".link-aggregation"_s, groupOf(interface), findings);
    if (isVlan) {
        nameLeftOfVlan(name + u".vlan"_s, interface.at(u"vlan"), findings);
        if (interface.contains(u"mac-address"))
            nameLeft(name, u"mac-address"_s, findings);
    }
    if (!isBond && !isVlan)
        return nameLeftOfPort(name, interface, plan, findings);
    for (const QString &family : {u"ipv4"_s, u"ipv6"_s})
        nameLeftOfIp(name + u'.' + family, interface.at(family), findings);
}

} // namespace bondwright::formats::nmstate
