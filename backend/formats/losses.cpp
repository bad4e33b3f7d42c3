// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/losses.h"

#include "domain/errorcode.h"
#include "domain/options.h"
#include "formats/findinglist.h"
#include "formats/planmac.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

/// One order for whatever the spelling.
QString sortKey(const IpRoute &route)
{
    const auto &destination = route.destination.value();
    const auto &gateway = route.gateway.value();
    return (destination ? destination->toString() : route.destination.text()) + u' '
        + (gateway ? gateway->toString() : route.gateway.text());
}

/// A default route among the routes, as NetworkManager's "never-default" leaves it, is the gateway of any other format.
void takeGateway(IpConfig *config)
{
    const auto isDefault = [](const IpRoute &route) {
        const auto &target = route.destination.value();
        return target && target->isAny() && !route.gateway.isEmpty();
    };
    const auto route = std::find_if(config->routes.cbegin(), config->routes.cend(), isDefault);
    // A plan has one metric for the gateway and for what DHCP brings.
    const bool isTaken = route != config->routes.cend() && config->gateway.isEmpty()
        && (config->method != IpMethod::Auto || config->metric == route->metric);
    if (!isTaken)
        return;
    config->gateway = route->gateway;
    config->metric = route->metric;
    config->routes.erase(route);
}

void simplify(IpConfig *ipv4, IpConfig *ipv6)
{
    for (IpConfig *config : {ipv4, ipv6}) {
        takeGateway(config);
        if (config->gateway.isEmpty() && config->method != IpMethod::Auto)
            config->metric.reset();
        std::sort(config->routes.begin(), config->routes.end(),
                  [](const IpRoute &a, const IpRoute &b) { return sortKey(a) < sortKey(b); });
    }
    QStringList domains = ipv4->search + ipv6->search;
    domains.removeDuplicates();
    ipv4->search = domains;
    ipv6->search.clear();
}

class Comparison
{
public:
    Comparison(const QString &program, QList<Finding> *findings)
        : m_program(program)
        , m_findings(findings)
    {
    }

    template <typename T>
    void compare(const QString &field, const T &wanted, const T &kept)
    {
        if (!(wanted == kept))
            lose(field);
    }

    void lose(const QString &field)
    {
        const bool isKnown = std::any_of(m_findings->cbegin(), m_findings->cend(),
                                         [&field](const Finding &f) { return f.field == field; });
        if (isKnown)
            return;
        m_findings->append(
            finding(Severity::Error, errorcode::lost, field,
                    QCoreApplication::translate("formats", "%1 cannot keep “%2” of this plan.").arg(m_program, field),
                    QCoreApplication::translate("formats", "Change it, or take another format.")));
    }

    void compareIp(const QString &field, const IpConfig &wanted, const IpConfig &kept)
    {
        compare(field + u".method"_s, wanted.method, kept.method);
        compare(field + u".addresses"_s, wanted.addresses, kept.addresses);
        compare(field + u".gateway"_s, wanted.gateway, kept.gateway);
        compare(field + u".dns"_s, wanted.dns, kept.dns);
        compare(field + u".search"_s, wanted.search, kept.search);
        compare(field + u".routes"_s, wanted.routes, kept.routes);
        compare(field + u".metric"_s, wanted.metric, kept.metric);
    }

    void compareSlaves(const BondPlan &wanted, const BondPlan &kept)
    {
        QStringList order;
        const QStringList keptOrder = kept.slaveNames();
        for (qsizetype i = 0; i < wanted.slaves.size(); ++i) {
            const SlavePlan &slave = wanted.slaves.at(i);
            const QString field = u"slaves[%1]"_s.arg(i);
            order.append(slave.name);
            const qsizetype at = keptOrder.indexOf(slave.name);
            if (at < 0) {
                lose(field);
                continue;
            }
            compare(field + u".mac"_s, slave.mac, kept.slaves.at(at).mac);
            compare(field + u".queue_id"_s, slave.queueId.value_or(0), kept.slaves.at(at).queueId.value_or(0));
            compare(field + u".prio"_s, slave.prio.value_or(0), kept.slaves.at(at).prio.value_or(0));
        }
        if (order != keptOrder && order.size() == keptOrder.size())
            m_findings->append(finding(
                Severity::Advice, u"format.port-order"_s, u"slaves"_s,
                QCoreApplication::translate("formats", "%1 attaches the ports in another order.").arg(m_program),
                QCoreApplication::translate("formats", "Give the bond a MAC address if that matters.")));
        else if (order.size() < keptOrder.size())
            lose(u"slaves"_s);
    }

    void compareVlans(const BondPlan &wanted, const BondPlan &kept)
    {
        for (qsizetype i = 0; i < wanted.vlans.size(); ++i) {
            const VlanPlan &vlan = wanted.vlans.at(i);
            const QString field = u"vlans[%1]"_s.arg(i);
            const auto other = std::find_if(kept.vlans.cbegin(), kept.vlans.cend(), [&](const VlanPlan &v) {
                return v.interfaceName(kept.name) == vlan.interfaceName(wanted.name);
            });
            if (other == kept.vlans.cend()) {
                lose(field);
                continue;
            }
            compare(field + u".id"_s, vlan.id, other->id);
            compare(field + u".mtu"_s, vlan.mtu, other->mtu);
            compareIp(field + u".ipv4"_s, vlan.ipv4, other->ipv4);
            compareIp(field + u".ipv6"_s, vlan.ipv6, other->ipv6);
        }
    }

private:
    QString m_program;
    QList<Finding> *m_findings;
};

} // namespace

BondPlan essence(BondPlan plan)
{
    plan.options = plan.options.canonical();
    plan.options.removeIf([](const std::pair<const QString &, QString &> option) {
        const OptionSpec *spec = findOption(option.first);
        return spec
            && (spec->name == u"active_slave" || option.second.isEmpty()
                || (!spec->defaultValue.isEmpty() && canonicalValue(*spec, spec->defaultValue) == option.second));
    });
    simplify(&plan.ipv4, &plan.ipv6);
    for (VlanPlan &vlan : plan.vlans)
        simplify(&vlan.ipv4, &vlan.ipv6);
    return withResolvedMac(plan);
}

void nameLosses(const BondPlan &wanted, const BondPlan *kept, const QString &program, QList<Finding> *findings)
{
    Comparison comparison(program, findings);
    if (!kept)
        return comparison.lose(u"name"_s);
    const BondPlan a = essence(wanted);
    const BondPlan b = essence(*kept);
    comparison.compare(u"mode"_s, a.mode, b.mode);
    QStringList names = a.options.keys() + b.options.keys();
    names.removeDuplicates();
    for (const QString &name : std::as_const(names))
        comparison.compare(u"options."_s + name, a.options.value(name), b.options.value(name));
    comparison.compareSlaves(a, b);
    comparison.compare(u"mac"_s, a.mac, b.mac);
    comparison.compare(u"mtu"_s, a.mtu, b.mtu);
    comparison.compareIp(u"ipv4"_s, a.ipv4, b.ipv4);
    comparison.compareIp(u"ipv6"_s, a.ipv6, b.ipv6);
    comparison.compareVlans(a, b);
    comparison.compare(u"autoconnect"_s, a.autoconnect, b.autoconnect);
}

void nameRoutingDomains(const BondPlan &plan, const BondPlan *old, const QString &program, QList<Finding> *findings)
{
    const auto domainsOf = [](const BondPlan &of) {
        QStringList domains = of.ipv4.search + of.ipv6.search;
        for (const VlanPlan &vlan : of.vlans)
            domains += vlan.ipv4.search + vlan.ipv6.search;
        return domains;
    };
    const QStringList present = old ? domainsOf(*old) : QStringList();
    const auto judge = [&](const QString &field, const IpConfig &ip) {
        for (qsizetype i = 0; i < ip.search.size(); ++i) {
            if (!ip.search.at(i).startsWith(u'~') || present.contains(ip.search.at(i)))
                continue;
            findings->append(finding(
                Severity::Error, u"format.routing-domain"_s, u"%1.search[%2]"_s.arg(field).arg(i),
                QCoreApplication::translate("formats", "%1 knows no domains that only choose the servers, as “%2”.")
                    .arg(program, ip.search.at(i)),
                QCoreApplication::translate("formats",
                                            "Leave it out, or take NetworkManager, systemd-networkd or netplan.")));
        }
    };
    judge(u"ipv4"_s, plan.ipv4);
    judge(u"ipv6"_s, plan.ipv6);
    for (qsizetype i = 0; i < plan.vlans.size(); ++i) {
        judge(u"vlans[%1].ipv4"_s.arg(i), plan.vlans.at(i).ipv4);
        judge(u"vlans[%1].ipv6"_s.arg(i), plan.vlans.at(i).ipv6);
    }
}

bool isAnnouncedLoss(const Finding &finding)
{
    return finding.code == errorcode::optionUnsaid || finding.code == errorcode::slaveUnsaid
        || finding.code == errorcode::lost;
}

bool isBeyondPlans(const Finding &finding)
{
    static const QStringList kinds{u"foreign-route"_s, u"foreign-routing"_s, u"bridge"_s,
                                   u"shared"_s,        u"vlan-on-vlan"_s,    u"vlan-port"_s};
    return kinds.contains(finding.code.section(u'.', 1));
}

} // namespace bondwright::formats
