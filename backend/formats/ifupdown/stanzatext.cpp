// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/stanzatext.h"

#include "formats/ifupdown/ifupdownreader.h"

#include <algorithm>

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

struct NewStanza {
    bool isV6 = false;
    QString method;
    Written<IpNetwork> address; ///< none: it has no static one
    QStringList lines;
};

NewStanza stanzaOfAddress(const Written<IpNetwork> &address, bool isV6)
{
    return {isV6, u"static"_s, address, {u"address "_s + address.text()}};
}

QList<NewStanza> stanzasOfV4(const InterfacePlan &plan)
{
    const IpConfig &ip = plan.ipv4;
    const bool isStatic = ip.method == IpMethod::Manual;
    NewStanza first{false, method4(ip.method), {}, {}};
    if (isStatic) {
        first = stanzaOfAddress(ip.addresses.value(0), false);
        first.lines += gatewayLines(ip);
    }
    if (ip.method == IpMethod::Auto && ip.metric)
        first.lines.append(metricLine(ip));
    first.lines += plan.lines;
    if (!plan.mac.isEmpty())
        first.lines.append(u"hwaddress "_s + plan.mac.toString());
    // interfaces(5): the methods dhcp and ipv4ll know no mtu.
    const bool takesMtu = isStatic || ip.method == IpMethod::Disabled;
    if (plan.mtu)
        first.lines.append(takesMtu ? u"mtu %1"_s.arg(*plan.mtu)
                                    : u"up ip link set dev %1 mtu %2"_s.arg(plan.name).arg(*plan.mtu));
    first.lines += listLines(plan);
    QList<NewStanza> all{first};
    for (const Written<IpNetwork> &address : ip.addresses.mid(isStatic ? 1 : 0))
        all.append(stanzaOfAddress(address, false));
    return all;
}

QList<NewStanza> stanzasOfV6(const IpConfig &ip)
{
    if (ip.method == IpMethod::Disabled)
        return {};
    const bool isStatic = ip.method == IpMethod::Manual;
    NewStanza first{true, ip.method == IpMethod::Auto ? u"auto"_s : u"manual"_s, {}, {}};
    if (isStatic) {
        first = stanzaOfAddress(ip.addresses.value(0), true);
        first.lines += gatewayLines(ip);
    }
    QList<NewStanza> all{first};
    for (const Written<IpNetwork> &address : ip.addresses.mid(isStatic ? 1 : 0))
        all.append(stanzaOfAddress(address, true));
    return all;
}

/// Of the family, or of IPv4 where that has no stanza.
QStringList &linesOfLast(QList<NewStanza> *all, bool isV6)
{
    const auto last
        = std::find_if(all->rbegin(), all->rend(), [isV6](const NewStanza &stanza) { return stanza.isV6 == isV6; });
    return last == all->rend() ? all->last().lines : last->lines;
}

NewStanza &placeOf(const KeptStanza &kept, QList<NewStanza> *all)
{
    const auto same = std::find_if(all->begin(), all->end(), [&kept](const NewStanza &stanza) {
        return !stanza.address.isEmpty() && kept.addresses.contains(stanza.address);
    });
    const auto first
        = std::find_if(all->begin(), all->end(), [&kept](const NewStanza &stanza) { return stanza.isV6 == kept.isV6; });
    if (same != all->end())
        return *same;
    return first == all->end() ? all->first() : *first;
}

/// What a line says of the stanza's address, and of nothing else.
bool isAboutAddress(const QString &line)
{
    static const QStringList keys{u"pointopoint"_s,        u"scope"_s,        u"label"_s,
                                  u"preferred-lifetime"_s, u"dad-attempts"_s, u"dad-interval"_s};
    return keys.contains(line.section(u' ', 0, 0).replace(u'_', u'-'));
}

/// An address that takes the place of the family's first one has what was said of that.
void addKept(const QList<KeptStanza> &kept, QList<NewStanza> *all)
{
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        NewStanza &place = placeOf(*it, all);
        const auto hasIt = [&place](const KeptStanza &stanza) { return stanza.addresses.contains(place.address); };
        const bool isFirst
            = std::none_of(kept.cbegin(), it, [&it](const KeptStanza &other) { return other.isV6 == it->isV6; });
        const bool isReplaced = isFirst && std::none_of(kept.cbegin(), kept.cend(), hasIt);
        const bool goesOn = it->addresses.isEmpty() || hasIt(*it) || isReplaced;
        for (const QString &line : it->lines) {
            if (goesOn || !isAboutAddress(line))
                place.lines.append(line);
        }
    }
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

QByteArray stanzasOf(const InterfacePlan &plan, const QList<KeptStanza> &kept)
{
    QList<NewStanza> all = stanzasOfV4(plan) + stanzasOfV6(plan.ipv6);
    linesOfLast(&all, false) += routeLines(plan.name, plan.ipv4, IpAddress::Family::V4);
    linesOfLast(&all, true) += routeLines(plan.name, plan.ipv6, IpAddress::Family::V6);
    addKept(kept, &all);
    for (const QString &line : plan.furtherDefaults) {
        const auto route = routeOfCommand(line.section(u' ', 1));
        linesOfLast(&all, route && route->destination.value()->address.family() == IpAddress::Family::V6).append(line);
    }
    QByteArray text;
    for (const NewStanza &stanza : std::as_const(all)) {
        const QString family = stanza.isV6 ? u"inet6"_s : u"inet"_s;
        text += (text.isEmpty() ? "" : "\n") + textOf(ifaceLine(plan.name, family, stanza.method), stanza.lines);
    }
    return text;
}

} // namespace bondwright::formats::ifupdown
