// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/export.h"

#include "domain/json/jsontext.h"
#include "domain/options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

enum class RoleKind : quint8 { Number, Text, Truth };
struct RoleOption {
    const char16_t *option;
    const char16_t *key;
    RoleKind kind;
};

// The README of linux-system-roles.network, "bond" of `network_connections`.
constexpr std::array roleOptions{
    RoleOption{u"ad_actor_sys_prio", u"ad_actor_sys_prio", RoleKind::Number},
    RoleOption{u"ad_actor_system", u"ad_actor_system", RoleKind::Text},
    RoleOption{u"ad_select", u"ad_select", RoleKind::Text},
    RoleOption{u"ad_user_port_key", u"ad_user_port_key", RoleKind::Number},
    RoleOption{u"all_slaves_active", u"all_ports_active", RoleKind::Truth},
    RoleOption{u"arp_all_targets", u"arp_all_targets", RoleKind::Text},
    RoleOption{u"arp_interval", u"arp_interval", RoleKind::Number},
    RoleOption{u"arp_ip_target", u"arp_ip_target", RoleKind::Text},
    RoleOption{u"arp_validate", u"arp_validate", RoleKind::Text},
    RoleOption{u"downdelay", u"downdelay", RoleKind::Number},
    RoleOption{u"fail_over_mac", u"fail_over_mac", RoleKind::Text},
    RoleOption{u"lacp_rate", u"lacp_rate", RoleKind::Text},
    RoleOption{u"lp_interval", u"lp_interval", RoleKind::Number},
    RoleOption{u"miimon", u"miimon", RoleKind::Number},
    RoleOption{u"min_links", u"min_links", RoleKind::Number},
    RoleOption{u"num_grat_arp", u"num_grat_arp", RoleKind::Number},
    RoleOption{u"packets_per_slave", u"packets_per_port", RoleKind::Number},
    RoleOption{u"peer_notif_delay", u"peer_notif_delay", RoleKind::Number},
    RoleOption{u"primary", u"primary", RoleKind::Text},
    RoleOption{u"primary_reselect", u"primary_reselect", RoleKind::Text},
    RoleOption{u"resend_igmp", u"resend_igmp", RoleKind::Number},
    RoleOption{u"tlb_dynamic_lb", u"tlb_dynamic_lb", RoleKind::Truth},
    RoleOption{u"updelay", u"updelay", RoleKind::Number},
    RoleOption{u"use_carrier", u"use_carrier", RoleKind::Truth},
    RoleOption{u"xmit_hash_policy", u"xmit_hash_policy", RoleKind::Text},
};

/// Members in the order in which they are written, which JSON's do not keep.
struct Member;
using Members = QList<Member>;
struct Member {
    QString key;
    QJsonValue value;
};

/// A JSON value is one of YAML.
QString scalar(const QJsonValue &value)
{
    return QString::fromUtf8(json::textOf(value));
}

void writeMembers(QString &yaml, const Members &members, const QString &indent)
{
    for (const Member &member : members)
        yaml += indent + member.key + u": "_s + scalar(member.value) + u'\n';
}

QJsonObject roleIp(const IpConfig &ipv4, const IpConfig &ipv6)
{
    QJsonObject ip{{u"dhcp4"_s, ipv4.method == IpMethod::Auto}, {u"auto6"_s, ipv6.method == IpMethod::Auto}};
    if (ipv6.method == IpMethod::Disabled)
        ip.insert(u"ipv6_disabled"_s, true);
    QJsonArray addresses, dns, search, routes;
    for (const IpConfig *config : {&ipv4, &ipv6}) {
        for (const QString &address : config->addresses.texts())
            addresses.append(address);
        for (const QString &server : config->dns.texts())
            dns.append(server);
        for (const QString &domain : config->search)
            search.append(domain);
        for (const IpRoute &route : config->routes) {
            const auto &destination = route.destination.value();
            if (!destination)
                continue; // check() refuses it
            QJsonObject one{{u"network"_s, destination->address.toString()}, {u"prefix"_s, destination->prefix}};
            if (!route.gateway.isEmpty())
                one.insert(u"gateway"_s, route.gateway.text());
            if (route.metric)
                one.insert(u"metric"_s, qint64(*route.metric));
            routes.append(one);
        }
    }
    for (const auto &[key, list] : {std::pair(u"address"_s, addresses), std::pair(u"dns"_s, dns),
                                    std::pair(u"dns_search"_s, search), std::pair(u"route"_s, routes)}) {
        if (!list.isEmpty())
            ip.insert(key, list);
    }
    if (!ipv4.gateway.isEmpty())
        ip.insert(u"gateway4"_s, ipv4.gateway.text());
    if (!ipv6.gateway.isEmpty())
        ip.insert(u"gateway6"_s, ipv6.gateway.text());
    if (ipv4.metric)
        ip.insert(u"route_metric4"_s, qint64(*ipv4.metric));
    if (ipv6.metric)
        ip.insert(u"route_metric6"_s, qint64(*ipv6.metric));
    return ip;
}

QJsonObject roleBond(const BondPlan &plan, QStringList &leftOut)
{
    QJsonObject bond{{u"mode"_s, kernelName(plan.mode)}};
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        const auto row = std::ranges::find_if(
            roleOptions, [spec](const RoleOption &one) { return spec && spec->name == QStringView(one.option); });
        if (row == roleOptions.end()) {
            leftOut.append(it.key());
            continue;
        }
        const QString key = QString::fromUtf16(row->key);
        if (row->kind == RoleKind::Number)
            bond.insert(key, qint64(plan.options.number(spec->name)));
        else if (row->kind == RoleKind::Truth)
            bond.insert(key, plan.options.number(spec->name) != 0);
        else
            bond.insert(key, plan.options.effective(spec->name));
    }
    return bond;
}

} // namespace

Exported ansibleTask(const BondPlan &plan)
{
    const QJsonObject json = QJsonDocument::fromJson(planToJson(plan)).object();
    QString yaml = u"- name: "_s + scalar(u"Bond %1"_s.arg(plan.name))
        + u"\n  become: true\n  bondwright.bond.bond:\n    plan:\n"_s;
    Members members;
    for (auto it = json.begin(); it != json.end(); ++it)
        members.append({it.key(), it.value()});
    writeMembers(yaml, members, u"      "_s);
    return {yaml.toUtf8(), {}};
}

Exported systemRoleVariables(const BondPlan &plan)
{
    Exported result;
    QString yaml = u"network_connections:\n"_s;
    const auto add = [&yaml](const Members &members) {
        QString text;
        writeMembers(text, members, u"    "_s);
        text[2] = u'-'; // the first member begins the entry
        yaml += text;
    };
    Members bond{{u"name"_s, plan.name},
                 {u"type"_s, u"bond"_s},
                 {u"interface_name"_s, plan.name},
                 {u"state"_s, u"up"_s},
                 {u"autoconnect"_s, plan.autoconnect},
                 {u"bond"_s, roleBond(plan, result.leftOut)},
                 {u"ip"_s, roleIp(plan.ipv4, plan.ipv6)}};
    if (plan.mtu)
        bond.append({u"mtu"_s, qint64(*plan.mtu)});
    if (plan.mac.value().nic())
        result.leftOut.append(u"mac"_s);
    else if (!plan.mac.isEmpty())
        bond.append({u"cloned_mac"_s, plan.mac.text()});
    add(bond);
    for (const SlavePlan &slave : plan.slaves) {
        Members port{{u"name"_s, u"%1-port-%2"_s.arg(plan.name, slave.name)},
                     {u"type"_s, u"ethernet"_s},
                     {u"interface_name"_s, slave.name},
                     {u"controller"_s, plan.name},
                     {u"state"_s, u"up"_s}};
        if (!slave.mac.isEmpty())
            port.append({u"mac"_s, slave.mac.text()});
        add(port);
        if (slave.queueId)
            result.leftOut.append(u"slaves: %1 queue_id"_s.arg(slave.name));
        if (slave.prio)
            result.leftOut.append(u"slaves: %1 prio"_s.arg(slave.name));
    }
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        Members entry{{u"name"_s, name},
                      {u"type"_s, u"vlan"_s},
                      {u"interface_name"_s, name},
                      {u"parent"_s, plan.name},
                      {u"vlan"_s, QJsonObject{{u"id"_s, int(vlan.id)}}},
                      {u"state"_s, u"up"_s},
                      {u"ip"_s, roleIp(vlan.ipv4, vlan.ipv6)}};
        if (vlan.mtu)
            entry.append({u"mtu"_s, qint64(*vlan.mtu)});
        add(entry);
    }
    if (!result.leftOut.isEmpty())
        yaml.prepend(u"# The role cannot say: "_s + result.leftOut.join(u", "_s) + u'\n');
    result.yaml = yaml.toUtf8();
    return result;
}

} // namespace bondwright::rollout
