// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/wicked/ifroutes.h"

#include "domain/ipaddress.h"
#include "formats/ifcfg/addresstext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::wicked
{

namespace
{

const QString sharedRoutes = QLatin1StringView(configFolder) + u"routes"_s;

QString ownRoutes(const QString &interface)
{
    return QLatin1StringView(configFolder) + u"ifroute-"_s + interface;
}

/// One that a plan can say: "DESTINATION GATEWAY NETMASK INTERFACE [metric N]", "-" for nothing (ifroute(5), routes(5);
/// __ni_suse_route_parse()).
struct RouteLine {
    IpRoute route; ///< without a destination: the default route
    bool isV6 = false;

    friend bool operator==(const RouteLine &a, const RouteLine &b) { return a.isV6 == b.isV6 && a.route == b.route; }
};

QStringList wordsOf(const QByteArray &line)
{
    return QString::fromUtf8(line).section(u'#', 0, 0).simplified().split(u' ', Qt::SkipEmptyParts);
}

std::optional<RouteLine> simpleRoute(const QStringList &words)
{
    const auto given = [&words](int at) { return words.value(at) == u"-" ? QString() : words.value(at); };
    RouteLine line;
    const auto gateway = IpAddress::fromString(given(1));
    if (!gateway && !given(1).isEmpty())
        return std::nullopt;
    line.route.gateway = gateway;
    line.isV6 = gateway && gateway->family() == IpAddress::Family::V6;
    if (words.value(0) != u"default") {
        const auto mask = ifcfg::prefixFromNetmask(given(2));
        QString text = words.value(0);
        if (!text.contains(u'/'))
            text += mask ? u"/%1"_s.arg(*mask) : text.contains(u':') ? u"/128"_s : u"/32"_s;
        const auto target = IpNetwork::fromString(text);
        if (!target)
            return std::nullopt;
        line.isV6 = target->address.family() == IpAddress::Family::V6;
        if (!target->isAny())
            line.route.destination = *target;
    }
    const QStringList more = words.mid(4);
    static const QStringList metrics{u"metric"_s, u"priority"_s, u"preference"_s};
    bool isNumber = true;
    if (more.size() == 2 && metrics.contains(more.first()))
        line.route.metric = more.last().toUInt(&isNumber);
    else if (!more.isEmpty())
        return std::nullopt;
    return isNumber && !(line.route.destination.isEmpty() && !gateway) ? std::optional(line) : std::nullopt;
}

QByteArrayList linesOf(const FileSnapshot &snapshot, const QString &path)
{
    const FileState *state = snapshot.find(path);
    return state ? state->content.split('\n') : QByteArrayList();
}

/// Of a line that is the interface's, and a route.
std::optional<RouteLine> routeOf(const QByteArray &line, const QString &path, const QString &interface)
{
    const QStringList words = wordsOf(line);
    const bool isOther = path == sharedRoutes && words.value(3) != interface;
    return words.isEmpty() || isOther ? std::nullopt : simpleRoute(words);
}

QList<RouteLine> wantedLines(const IpConfig &ipv4, const IpConfig &ipv6)
{
    QList<RouteLine> lines;
    for (const IpConfig *ip : {&ipv4, &ipv6}) {
        if (!ip->gateway.isEmpty())
            lines.append({{{}, ip->gateway, ip->metric}, ip == &ipv6});
        for (const IpRoute &route : ip->routes)
            lines.append({route, ip == &ipv6});
    }
    return lines;
}

QByteArray textOf(const RouteLine &line, const QString &interface)
{
    const auto target = line.route.destination.value();
    const auto gateway = line.route.gateway.value();
    const QString metric = line.route.metric ? u" metric %1"_s.arg(*line.route.metric) : QString();
    return u"%1 %2 - %3%4"_s
        .arg(target ? target->toString() : u"default"_s, gateway ? gateway->toString() : u"-"_s, interface, metric)
        .toUtf8();
}

} // namespace

void readRoutes(const FileSnapshot &snapshot, const QString &interface, IpConfig *ipv4, IpConfig *ipv6)
{
    for (const QString &path : {ownRoutes(interface), sharedRoutes}) {
        for (const QByteArray &text : linesOf(snapshot, path)) {
            const auto line = routeOf(text, path, interface);
            if (!line)
                continue;
            IpConfig &ip = line->isV6 ? *ipv6 : *ipv4;
            if (!line->route.destination.isEmpty()) {
                ip.routes.append(line->route);
            } else if (ip.gateway.isEmpty()) {
                ip.gateway = line->route.gateway;
                ip.metric = line->route.metric;
            }
        }
    }
}

QList<int> routesBeyondPlans(const FileSnapshot &snapshot, const QString &interface)
{
    QList<int> numbers;
    const QByteArrayList lines = linesOf(snapshot, ownRoutes(interface));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!wordsOf(lines.at(i)).isEmpty() && !simpleRoute(wordsOf(lines.at(i))))
            numbers.append(int(i) + 1);
    }
    return numbers;
}

ChangeSet routeChanges(const FileSnapshot &snapshot, const QString &interface, const IpConfig &ipv4,
                       const IpConfig &ipv6)
{
    ChangeSet changes;
    QList<RouteLine> missing = wantedLines(ipv4, ipv6);
    for (const QString &path : {sharedRoutes, ownRoutes(interface)}) {
        QByteArrayList lines = linesOf(snapshot, path);
        const QByteArrayList before = lines;
        lines.removeIf([&](const QByteArray &text) {
            const auto line = routeOf(text, path, interface);
            return line && !missing.removeOne(*line);
        });
        if (path != sharedRoutes && !missing.isEmpty()) {
            while (!lines.isEmpty() && lines.last().isEmpty())
                lines.removeLast();
            for (const RouteLine &line : std::as_const(missing))
                lines.append(textOf(line, interface));
            lines.append(QByteArray());
        }
        if (lines == before)
            continue;
        const bool isEmpty
            = std::all_of(lines.cbegin(), lines.cend(), [](const auto &l) { return l.trimmed().isEmpty(); });
        const bool goes = isEmpty && path != sharedRoutes;
        changes.add(snapshot.change(path, goes ? std::nullopt : std::optional(lines.join('\n'))));
    }
    return changes;
}

} // namespace bondwright::formats::wicked
