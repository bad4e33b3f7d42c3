// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/stanzatext.h"

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifupdown
{

namespace
{

QString ifaceLine(const QString &name, const QString &family, const QString &method)
{
    return u"iface %1 %2 %3"_s.arg(name, family, method);
}

QByteArray textOf(const QString &header, const QStringList &lines)
{
    QByteArray text = header.toUtf8() + '\n';
    for (const QString &line : lines)
        text += "    " + line.toUtf8() + '\n';
    return text;
}

QString method4(IpMethod method)
{
    switch (method) {
    case IpMethod::Auto:
        return u"dhcp"_s;
    case IpMethod::Manual:
        return u"static"_s;
    case IpMethod::LinkLocal:
        return u"ipv4ll"_s;
    default:
        return u"manual"_s;
    }
}

QString metricLine(const IpConfig &ip)
{
    return ip.metric ? u"metric %1"_s.arg(*ip.metric) : QString();
}

QStringList gatewayLines(const IpConfig &ip)
{
    QStringList lines;
    if (!ip.gateway.isEmpty())
        lines.append(u"gateway "_s + ip.gateway.text());
    if (const QString metric = metricLine(ip); !metric.isEmpty() && !ip.gateway.isEmpty())
        lines.append(metric);
    return lines;
}

QStringList routeLines(const QString &name, const IpConfig &ip, IpAddress::Family family)
{
    const auto lineOf = [&](const QString &destination, const QString &gateway, std::optional<quint32> metric) {
        QString command
            = (family == IpAddress::Family::V6 ? u"up ip -6 route add "_s : u"up ip route add "_s) + destination;
        if (!gateway.isEmpty())
            command += u" via "_s + gateway;
        if (metric)
            command += u" metric %1"_s.arg(*metric);
        return command + u" dev "_s + name;
    };
    QStringList lines;
    // Only static stanzas have "gateway".
    if (!ip.gateway.isEmpty() && ip.method != IpMethod::Manual)
        lines.append(lineOf(u"default"_s, ip.gateway.text(), ip.metric));
    for (const IpRoute &route : ip.routes)
        lines.append(lineOf(route.destination.text(), route.gateway.text(), route.metric));
    return lines;
}

QStringList listLines(const InterfacePlan &plan)
{
    QStringList lines;
    if (const QStringList dns = plan.ipv4.dns.texts() + plan.ipv6.dns.texts(); !dns.isEmpty())
        lines.append(u"dns-nameservers "_s + dns.join(u' '));
    QStringList domains = plan.ipv4.search + plan.ipv6.search;
    domains.removeDuplicates();
    if (!domains.isEmpty())
        lines.append(u"dns-search "_s + domains.join(u' '));
    return lines;
}

/// Stanzas of the addresses from the given one on.
QByteArray furtherAddresses(const QString &name, const QString &family, const IpConfig &ip, qsizetype from)
{
    QByteArray text;
    for (qsizetype i = from; i < ip.addresses.size(); ++i)
        text += '\n' + textOf(ifaceLine(name, family, u"static"_s), {u"address "_s + ip.addresses.at(i).text()});
    return text;
}

} // namespace

QStringList keptLines(const Stanza &stanza, const QByteArray &text,
                      const std::function<bool(const StanzaOption &)> &isWanted)
{
    QStringList lines;
    qsizetype from = stanza.headerEnd;
    for (const StanzaOption &option : stanza.options) {
        for (const QByteArray &line : text.mid(from, option.begin - from).split('\n')) {
            if (line.trimmed().startsWith('#'))
                lines.append(QString::fromUtf8(line.trimmed()));
        }
        if (isWanted(option))
            lines.append(option.key + u' ' + option.value);
        from = option.end;
    }
    return lines;
}

QByteArray stanzasOf(const InterfacePlan &plan, const QStringList &foreign)
{
    const bool isStatic = plan.ipv4.method == IpMethod::Manual;
    const bool isDhcp = plan.ipv4.method == IpMethod::Auto;
    QStringList lines;
    if (isStatic)
        lines << u"address "_s + plan.ipv4.addresses.value(0).text() << gatewayLines(plan.ipv4);
    if (isDhcp && plan.ipv4.metric)
        lines.append(metricLine(plan.ipv4));
    lines += plan.lines;
    if (!plan.mac.isEmpty())
        lines.append(u"hwaddress "_s + plan.mac.toString());
    // interfaces(5): the methods dhcp and ipv4ll know no mtu.
    const bool takesMtu = isStatic || plan.ipv4.method == IpMethod::Disabled;
    if (plan.mtu)
        lines.append(takesMtu ? u"mtu %1"_s.arg(*plan.mtu)
                              : u"up ip link set dev %1 mtu %2"_s.arg(plan.name).arg(*plan.mtu));
    lines += listLines(plan) + routeLines(plan.name, plan.ipv4, IpAddress::Family::V4);
    if (plan.ipv6.method == IpMethod::Disabled) // it has no stanza
        lines += routeLines(plan.name, plan.ipv6, IpAddress::Family::V6);
    lines += foreign;
    QByteArray text = textOf(ifaceLine(plan.name, u"inet"_s, method4(plan.ipv4.method)), lines);
    text += furtherAddresses(plan.name, u"inet"_s, plan.ipv4, isStatic ? 1 : 0);

    const IpConfig &v6 = plan.ipv6;
    if (v6.method == IpMethod::Disabled)
        return text;
    QStringList more;
    if (v6.method == IpMethod::Manual)
        more << u"address "_s + v6.addresses.value(0).text() << gatewayLines(v6);
    more += routeLines(plan.name, v6, IpAddress::Family::V6);
    const QString method = v6.method == IpMethod::Auto ? u"auto"_s
        : v6.method == IpMethod::Manual                ? u"static"_s
                                                       : u"manual"_s;
    text += '\n' + textOf(ifaceLine(plan.name, u"inet6"_s, method), more);
    return text + furtherAddresses(plan.name, u"inet6"_s, v6, v6.method == IpMethod::Manual ? 1 : 0);
}

} // namespace bondwright::formats::ifupdown
