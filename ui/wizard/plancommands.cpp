// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/plancommands.h"

#include "formats/planmac.h"
#include "formats/shell/shellquote.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using bondwright::formats::shellWord;

namespace bondwright::ui
{

namespace
{

void addIp(QStringList *words, const QString &family, const IpConfig &ip)
{
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            words->append({family + u'.' + key, shellWord(value)});
    };
    add(u"method"_s, ipMethodName(ip.method));
    if (ip.method == IpMethod::Manual) {
        add(u"addresses"_s, ip.addresses.texts().join(u','));
        add(u"gateway"_s, ip.gateway.text());
    }
    if (ip.method == IpMethod::Disabled)
        return;
    add(u"dns"_s, ip.dns.texts().join(u','));
    add(u"dns-search"_s, ip.search.join(u','));
    if (ip.metric)
        add(u"route-metric"_s, QString::number(*ip.metric));
    QStringList routes;
    for (const IpRoute &route : ip.routes) {
        QString text = route.destination.text();
        if (!route.gateway.isEmpty())
            text += u' ' + route.gateway.text();
        if (route.metric)
            text += u' ' + QString::number(*route.metric);
        routes.append(text);
    }
    add(u"routes"_s, routes.join(u", "_s));
}

// Inside bond.options a comma separates options; one within a value is written as a blank.
QString bondOptions(const BondPlan &plan)
{
    QStringList parts{u"mode="_s + kernelName(plan.mode)};
    for (auto at = plan.options.cbegin(); at != plan.options.cend(); ++at)
        parts.append(at.key() + u'=' + QString(at.value()).replace(u',', u' '));
    return parts.join(u',');
}

/// What is unknown here is left to be filled in: nmcli refuses the placeholder, while a missing MAC would go unnoticed.
QString macOf(const BondPlan &plan)
{
    const auto nic = plan.mac.value().nic();
    if (!nic)
        return plan.mac.text();
    //: to be filled in, in a command; %1 is a NIC
    return QCoreApplication::translate("bondwright::ui::PlanCommands", "<MAC of %1>").arg(*nic);
}

QString line(const QStringList &words)
{
    return words.join(u' ') + u'\n';
}

// A port or VLAN that starts when the host starts would bring the bond with it.
void addAutoconnect(QStringList *words, const BondPlan &plan)
{
    if (!plan.autoconnect)
        words->append({u"connection.autoconnect"_s, u"no"_s});
}

QString nmcliPort(const BondPlan &plan, const SlavePlan &slave)
{
    QStringList port{u"nmcli connection add type ethernet"_s,
                     u"con-name"_s,
                     shellWord(plan.name + u'-' + slave.name),
                     u"ifname"_s,
                     shellWord(slave.name),
                     u"master"_s,
                     shellWord(plan.name)};
    addAutoconnect(&port, plan);
    if (!slave.mac.isEmpty())
        port.append({u"802-3-ethernet.mac-address"_s, shellWord(slave.mac.text())});
    if (slave.queueId)
        port.append({u"bond-port.queue-id"_s, QString::number(*slave.queueId)});
    if (slave.prio)
        port.append({u"bond-port.prio"_s, QString::number(*slave.prio)});
    return line(port);
}

QString nmcliVlan(const BondPlan &plan, const VlanPlan &vlan)
{
    const QString name = shellWord(vlan.interfaceName(plan.name));
    QStringList own{u"nmcli connection add type vlan"_s,
                    u"con-name"_s,
                    name,
                    u"ifname"_s,
                    name,
                    u"dev"_s,
                    shellWord(plan.name),
                    u"id"_s,
                    QString::number(vlan.id)};
    addAutoconnect(&own, plan);
    if (vlan.mtu)
        own.append({u"802-3-ethernet.mtu"_s, QString::number(*vlan.mtu)});
    addIp(&own, u"ipv4"_s, vlan.ipv4);
    addIp(&own, u"ipv6"_s, vlan.ipv6);
    return line(own);
}

} // namespace

QString bondctlCommands(const BondPlan &plan)
{
    // JSON escapes every line break inside a string, so that no line of it can be the end mark.
    return u"bondctl apply - <<'PLAN'\n"_s + QString::fromUtf8(planToJson(plan)) + u"PLAN\n"_s;
}

QString nmcliCommands(const BondPlan &wanted, const HostFacts &host)
{
    const BondPlan plan = formats::withResolvedMac(wanted, host);
    const QString bond = shellWord(plan.name);
    QStringList words{u"nmcli connection add type bond"_s,
                      u"con-name"_s,
                      bond,
                      u"ifname"_s,
                      bond,
                      u"connection.autoconnect"_s,
                      plan.autoconnect ? u"yes"_s : u"no"_s,
                      u"bond.options"_s,
                      shellWord(bondOptions(plan))};
    // Its ports do not start by themselves then.
    if (!plan.autoconnect)
        words.append({u"connection.autoconnect-slaves"_s, u"1"_s});
    if (plan.mtu)
        words.append({u"802-3-ethernet.mtu"_s, QString::number(*plan.mtu)});
    if (!plan.mac.isEmpty())
        words.append({u"802-3-ethernet.cloned-mac-address"_s, shellWord(macOf(plan))});
    addIp(&words, u"ipv4"_s, plan.ipv4);
    addIp(&words, u"ipv6"_s, plan.ipv6);
    QString text = line(words);
    for (const SlavePlan &slave : plan.slaves)
        text += nmcliPort(plan, slave);
    for (const VlanPlan &vlan : plan.vlans)
        text += nmcliVlan(plan, vlan);
    text += line({u"nmcli connection up"_s, bond});
    for (const VlanPlan &vlan : plan.vlans) {
        if (!plan.autoconnect)
            text += line({u"nmcli connection up"_s, shellWord(vlan.interfaceName(plan.name))});
    }
    return text;
}

} // namespace bondwright::ui
