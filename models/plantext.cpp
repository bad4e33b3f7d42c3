// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/plantext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::models
{

namespace
{

class PlanText
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::models::PlanText)
};

QString routeText(const IpRoute &route)
{
    //: @info %1 a network
    QString text = PlanText::tr("route to %1").arg(route.destination.text());
    if (!route.gateway.isEmpty())
        //: @info %1 a network, %2 a gateway
        text = PlanText::tr("route to %1 through %2").arg(route.destination.text(), route.gateway.text());
    if (route.metric)
        //: @info %1 a route, %2 its metric
        text = PlanText::tr("%1, metric %2").arg(text).arg(*route.metric);
    return text;
}

QString addresses(const IpConfig &config)
{
    switch (config.method) {
    case IpMethod::Disabled:
        //: @info how a bond gets its address
        return PlanText::tr("none");
    case IpMethod::LinkLocal:
        //: @info how a bond gets its address
        return PlanText::tr("link-local only");
    case IpMethod::Auto:
    case IpMethod::Manual:
        break;
    }
    QStringList parts;
    if (config.method == IpMethod::Auto)
        //: @info how a bond gets its address
        parts.append(PlanText::tr("automatic"));
    parts += config.addresses.texts();
    if (!config.gateway.isEmpty())
        parts.append(PlanText::tr("gateway %1").arg(config.gateway.text()));
    if (!config.dns.isEmpty())
        parts.append(PlanText::tr("DNS %1").arg(config.dns.texts().join(u' ')));
    if (!config.search.isEmpty())
        parts.append(PlanText::tr("search domains %1").arg(config.search.join(u' ')));
    if (config.metric)
        parts.append(PlanText::tr("metric %1").arg(*config.metric));
    for (const IpRoute &route : config.routes)
        parts.append(routeText(route));
    return parts.join(u", "_s);
}

} // namespace

QStringList planText(const BondPlan &plan)
{
    QStringList lines{PlanText::tr("Mode: %1").arg(modeText(plan.mode))};
    const QStringList slaves = plan.slaveNames();
    lines.append(PlanText::tr("Slaves: %1").arg(slaves.isEmpty() ? u"–"_s : slaves.join(u", "_s)));
    QStringList options;
    for (auto option = plan.options.cbegin(); option != plan.options.cend(); ++option)
        options.append(option.key() + u'=' + option.value());
    if (!options.isEmpty())
        lines.append(PlanText::tr("Options: %1").arg(options.join(u' ')));
    lines.append(PlanText::tr("IPv4: %1").arg(addresses(plan.ipv4)));
    lines.append(PlanText::tr("IPv6: %1").arg(addresses(plan.ipv6)));
    if (!plan.mac.isEmpty())
        lines.append(PlanText::tr("MAC address: %1").arg(plan.mac.text()));
    if (plan.mtu)
        lines.append(PlanText::tr("MTU: %1").arg(*plan.mtu));
    for (const VlanPlan &vlan : plan.vlans) {
        const QString name = vlan.interfaceName(plan.name);
        const QString text = PlanText::tr("VLAN %1 (%2): IPv4 %3; IPv6 %4")
                                 .arg(vlan.id)
                                 .arg(name, addresses(vlan.ipv4), addresses(vlan.ipv6));
        //: @info %1 what a VLAN has, %2 a number
        lines.append(vlan.mtu ? PlanText::tr("%1; MTU %2").arg(text).arg(*vlan.mtu) : text);
    }
    if (!plan.autoconnect)
        lines.append(PlanText::tr("Does not start when the host starts"));
    return lines;
}

} // namespace bondwright::models
