// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/wicked/ifroutes.h"

#include "domain/ipaddress.h"
#include "formats/foreignroute.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/words.h"

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

QStringList wordsBeforeRemark(const QByteArray &line)
{
    return wordsOf(QString::fromUtf8(line).section(u'#', 0, 0));
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

/// The networks that the interface is in, and where its routes without a gateway lead.
QList<IpNetwork> networksOf(const ifcfg::IpPair &ip)
{
    QList<IpNetwork> networks;
    for (const IpConfig *config : {&ip.ipv4, &ip.ipv6}) {
        networks += config->networks();
        for (const IpRoute &route : config->routes) {
            if (route.gateway.isEmpty() && route.destination.value())
                networks.append(*route.destination.value());
        }
    }
    return networks;
}

QString deviceIn(const QStringList &words)
{
    return words.value(3) == u"-" ? QString() : words.value(3);
}

bool isReached(const std::optional<IpAddress> &gateway, const ifcfg::IpPair &ip)
{
    const bool isEverywhere = gateway && gateway->family() == IpAddress::Family::V6 && gateway->isLinkLocal();
    const QList<IpNetwork> networks = networksOf(ip);
    return gateway && !isEverywhere
        && std::any_of(networks.cbegin(), networks.cend(), [&](const auto &n) { return n.contains(*gateway); });
}

bool isLineOf(const QStringList &words, const QString &path, const RoutedInterface &interface)
{
    if (words.isEmpty() || path != sharedRoutes)
        return !words.isEmpty();
    const QString device = deviceIn(words);
    return device.isEmpty() ? isReached(IpAddress::fromString(words.value(1)), interface.ip) : device == interface.name;
}

/// Of a line that is the interface's, and a route.
std::optional<RouteLine> routeOf(const QByteArray &line, const QString &path, const RoutedInterface &interface)
{
    const QStringList words = wordsBeforeRemark(line);
    return isLineOf(words, path, interface) ? simpleRoute(words) : std::nullopt;
}

QList<RouteLine> wantedLines(const ifcfg::IpPair &wanted)
{
    QList<RouteLine> lines;
    for (const IpConfig *ip : {&wanted.ipv4, &wanted.ipv6}) {
        const bool isV6 = ip == &wanted.ipv6;
        if (!ip->gateway.isEmpty())
            lines.append({{{}, ip->gateway, ip->metric}, isV6});
        for (const IpRoute &route : ip->routes)
            lines.append({route, isV6});
    }
    return lines;
}

QByteArray textOf(const RouteLine &line, const QString &device)
{
    const auto target = line.route.destination.value();
    const auto gateway = line.route.gateway.value();
    const QString metric = line.route.metric ? u" metric %1"_s.arg(*line.route.metric) : QString();
    return u"%1 %2 - %3%4"_s
        .arg(target ? target->toString() : u"default"_s, gateway ? gateway->toString() : u"-"_s, device, metric)
        .toUtf8();
}

/// A line of one of the files, and what becomes of it.
struct Place {
    QByteArray text;
    std::optional<RouteLine> route; ///< of the interface's
    bool namesNone = false; ///< no interface: it has to be reached
    bool goes = false;
};

const IpConfig &familyOf(const RouteLine &line, const ifcfg::IpPair &ip)
{
    return line.isV6 ? ip.ipv6 : ip.ipv4;
}

/// Whether it is a default route, and another one is the gateway. @param ip as readRoutes() has it
bool isOutranked(const RouteLine &line, const ifcfg::IpPair &ip)
{
    return line.route.destination.isEmpty() && line.route.gateway != familyOf(line, ip).gateway;
}

QList<Place> placesIn(const FileSnapshot &snapshot, const QString &path, const RoutedInterface &old,
                      const ifcfg::IpPair &wanted)
{
    QList<Place> places;
    for (const QByteArray &text : linesOf(snapshot, path)) {
        const auto former = routeOf(text, path, old);
        // Without the gateway it would become it.
        const auto isBeside = [&former](const ifcfg::IpPair &ip) {
            return !familyOf(*former, ip).gateway.isEmpty() && isOutranked(*former, ip);
        };
        if (former && isBeside(old.ip) && isBeside(wanted)) {
            places.append({text, std::nullopt});
            continue;
        }
        const bool namesNone = path == sharedRoutes && deviceIn(wordsBeforeRemark(text)).isEmpty();
        // The wanted addresses may reach what is another interface's now: no need to say it twice.
        places.append({text, former ? former : routeOf(text, path, {old.name, wanted}), namesNone, former.has_value()});
    }
    return places;
}

/// Lines that say what is wanted stay.
void keepWanted(QList<Place> *places, const ifcfg::IpPair &wanted, QList<RouteLine> *missing)
{
    for (Place &place : *places) {
        const bool holds = place.route && (!place.namesNone || isReached(place.route->route.gateway.value(), wanted));
        if (holds && missing->removeOne(*place.route))
            place.goes = false;
    }
}

/// Those that lead where a missing one leads become it.
void changeInPlace(QList<Place> *places, const RoutedInterface &to, QList<RouteLine> *missing)
{
    for (Place &place : *places) {
        const auto leadsThere = [&place](const RouteLine &line) {
            return line.isV6 == place.route->isV6 && line.route.destination == place.route->route.destination;
        };
        const auto line = place.goes ? std::find_if(missing->begin(), missing->end(), leadsThere) : missing->end();
        if (line == missing->end())
            continue;
        const bool namesNone = place.namesNone && isReached(line->route.gateway.value(), to.ip);
        place.text = textOf(*line, namesNone ? u"-"_s : to.name);
        place.goes = false;
        missing->erase(line);
    }
}

} // namespace

void readRoutes(const FileSnapshot &snapshot, RoutedInterface *interface)
{
    for (const QString &path : {ownRoutes(interface->name), sharedRoutes}) {
        for (const QByteArray &text : linesOf(snapshot, path)) {
            const auto line = routeOf(text, path, *interface);
            if (!line)
                continue;
            IpConfig &ip = line->isV6 ? interface->ip.ipv6 : interface->ip.ipv4;
            if (!line->route.destination.isEmpty()) {
                ip.routes.append(line->route);
            } else if (const auto family = line->isV6 ? IpAddress::Family::V6 : IpAddress::Family::V4;
                       ip.gateway.isEmpty() || rankOf(family, line->route.metric) < rankOf(family, ip.metric)) {
                ip.gateway = line->route.gateway;
                ip.metric = line->route.metric;
            }
        }
    }
}

QList<LineBeyondPlans> routesBeyondPlans(const FileSnapshot &snapshot, const RoutedInterface &interface)
{
    QList<LineBeyondPlans> beyond;
    for (const QString &path : {ownRoutes(interface.name), sharedRoutes}) {
        const QByteArrayList lines = linesOf(snapshot, path);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QStringList words = wordsBeforeRemark(lines.at(i));
            const auto line = simpleRoute(words);
            if (!isLineOf(words, path, interface) || (line && !isOutranked(*line, interface.ip)))
                continue;
            const bool isOfTable = !line && words.contains(u"table"_s);
            const WhyForeign why = line ? WhyForeign::Outranked
                : isOfTable             ? WhyForeign::Table
                                        : WhyForeign::Attributes;
            beyond.append({u"%1:%2"_s.arg(path).arg(i + 1), QString::fromUtf8(lines.at(i)).trimmed(), why});
        }
    }
    return beyond;
}

ChangeSet routeChanges(const FileSnapshot &snapshot, const RoutedInterface &old, const ifcfg::IpPair &wanted)
{
    const QStringList paths{sharedRoutes, ownRoutes(old.name)};
    QList<RouteLine> missing = wantedLines(wanted);
    QList<QList<Place>> files;
    for (const QString &path : paths)
        files.append(placesIn(snapshot, path, old, wanted));
    for (QList<Place> &places : files)
        keepWanted(&places, wanted, &missing);
    for (QList<Place> &places : files)
        changeInPlace(&places, {old.name, wanted}, &missing);
    ChangeSet changes;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString &path = paths.at(i);
        QByteArrayList lines;
        for (const Place &place : std::as_const(files.at(i))) {
            if (!place.goes)
                lines.append(place.text);
        }
        if (path != sharedRoutes && !missing.isEmpty()) {
            while (!lines.isEmpty() && lines.last().isEmpty())
                lines.removeLast();
            for (const RouteLine &line : std::as_const(missing))
                lines.append(textOf(line, old.name));
            lines.append(QByteArray());
        }
        if (lines == linesOf(snapshot, path))
            continue;
        const bool isEmpty
            = std::all_of(lines.cbegin(), lines.cend(), [](const auto &l) { return l.trimmed().isEmpty(); });
        const bool goes = isEmpty && path != sharedRoutes;
        changes.add(snapshot.change(path, goes ? std::nullopt : std::optional(lines.join('\n'))));
    }
    return changes;
}

} // namespace bondwright::formats::wicked
