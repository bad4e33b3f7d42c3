// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/ipaddress.h"
#include "formats/findinglist.h"
#include "formats/foreignroute.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifupdown/ifupdownreader.h"
#include "formats/numbertext.h"
#include "formats/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <linux/rtnetlink.h>

#include <algorithm>

using namespace Qt::StringLiterals;

// Addresses, gateways and routes of an interface's stanzas.
namespace bondwright::formats::ifupdown
{

namespace
{

int prefixOfMask(const QString &mask)
{
    bool isNumber = false;
    const int number = mask.toInt(&isNumber);
    return isNumber ? number : ifcfg::prefixFromNetmask(mask).value_or(-1);
}

std::optional<IpNetwork> addressOf(const Stanza &stanza, QString text)
{
    const QString mask = stanza.value(u"netmask"_s);
    if (!text.contains(u'/') && !mask.isEmpty())
        text += u"/%1"_s.arg(prefixOfMask(mask));
    return text.contains(u'/') ? IpNetwork::fromString(text) : std::nullopt;
}

void readStatic(const QString &path, const Stanza &stanza, IpConfig *ip, QList<Finding> *findings)
{
    const auto address = addressOf(stanza, stanza.value(u"address"_s));
    if (!address) {
        findings->append(
            finding(Severity::Warning, u"ifupdown.value"_s, u"%1:%2"_s.arg(path).arg(stanza.lineOf(u"address"_s)),
                    QCoreApplication::translate("formats", "%1 has no usable address here.").arg(stanza.words.value(0)),
                    QCoreApplication::translate("formats", "Write it as “address 192.168.1.11/24”.")));
        return;
    }
    ip->addresses.append(*address);
}

bool isOfV6(const IpRoute &route)
{
    return route.destination.value()->address.family() == IpAddress::Family::V6;
}

std::optional<IpRoute> routeOf(const StanzaOption &option)
{
    return option.key == u"up" || option.key == u"post-up" ? routeOfCommand(option.value) : std::nullopt;
}

/// That of "gateway" in a stanza.
std::optional<IpRoute> routeOfGateway(const Stanza &stanza, const QString &text)
{
    const auto gateway = IpAddress::fromString(text);
    if (!gateway)
        return std::nullopt;
    return IpRoute{IpNetwork::any(gateway->family()), *gateway, numberOf(stanza.value(u"metric"_s))};
}

/// What two stanzas of one family make together.
IpMethod stronger(IpMethod a, IpMethod b)
{
    for (const IpMethod method : {IpMethod::Auto, IpMethod::Manual, IpMethod::LinkLocal}) {
        if (a == method || b == method)
            return method;
    }
    return IpMethod::Disabled;
}

/// ifupdown2 takes any number of both families from one stanza, and none from a static one.
void readLoose(const QString &path, const Stanza &stanza, IpPair *ip, QList<Finding> *findings)
{
    for (const QString &text : stanza.values(u"address"_s)) {
        const auto address = addressOf(stanza, text);
        const bool isV6 = text.contains(u':');
        if (!address) {
            findings->append(finding(
                Severity::Warning, u"ifupdown.value"_s, u"%1:%2"_s.arg(path).arg(stanza.lineOf(u"address"_s)),
                QCoreApplication::translate("formats", "%1 has no usable address here.").arg(stanza.words.value(0)),
                QCoreApplication::translate("formats", "Write it as “address 192.168.1.11/24”.")));
            continue;
        }
        IpConfig &config = isV6 ? ip->ipv6 : ip->ipv4;
        config.addresses.append(*address);
        config.method = stronger(config.method, IpMethod::Manual);
    }
}

void readLists(const Stanza &stanza, IpPair *ip)
{
    // resolvconf and the hook for systemd-resolved take "dns-nameserver" any number of times.
    const QStringList servers = stanza.values(u"dns-nameservers"_s) + stanza.values(u"dns-nameserver"_s);
    for (const QString &text : wordsOf(servers.join(u' '))) {
        if (const auto server = IpAddress::fromString(text))
            (server->family() == IpAddress::Family::V6 ? ip->ipv6 : ip->ipv4).dns.append(*server);
    }
    for (const QString &key : {u"dns-search"_s, u"dns-domain"_s})
        ip->ipv4.search += wordsOf(stanza.values(key).join(u' '));
    for (const StanzaOption &option : stanza.options) {
        const auto route = routeOf(option);
        if (route && !route->destination.value()->isAny())
            (isOfV6(*route) ? ip->ipv6 : ip->ipv4).routes.append(*route);
    }
}

IpMethod methodOf(const Stanza &stanza)
{
    const QString method = stanza.method();
    if (method == u"dhcp" || method == u"auto")
        return IpMethod::Auto;
    if (method == u"static")
        return stanza.family() == u"inet6" && stanza.value(u"autoconf"_s) == u"1" ? IpMethod::Auto : IpMethod::Manual;
    if (method == u"ipv4ll" || (method == u"manual" && stanza.family() == u"inet6"))
        return IpMethod::LinkLocal;
    return IpMethod::Disabled;
}

/// route(8), as cloud-init writes it: "add -net 10.0.0.0/8 gw 192.0.2.1", "add -A inet6 default gw 2001:db8::1 metric 7",
/// "add -net 10.0.0.0 netmask 255.0.0.0 gw 192.0.2.1", "add default gw 192.0.2.1 eth0". @return empty: something else
QStringList asIpRoute(QStringList words)
{
    if (words.value(0) == u"-A" || words.value(0) == u"--inet6")
        words.remove(0, words.value(0) == u"-A" ? 2 : 1);
    if (words.isEmpty() || words.takeFirst() != u"add")
        return {};
    if (words.value(0) == u"-A")
        words.remove(0, 2);
    if (words.value(0) == u"-net" || words.value(0) == u"-host")
        words.removeFirst();
    if (words.isEmpty())
        return {};
    QStringList route{u"ip"_s, u"route"_s, u"add"_s, words.takeFirst()};
    while (words.size() > 1) {
        const QString key = words.takeFirst();
        const QString value = words.takeFirst();
        if (key == u"netmask")
            route[3] += u"/%1"_s.arg(prefixOfMask(value));
        else
            route += {key == u"gw" ? u"via"_s : key, value};
    }
    if (words.value(0) == u"reject")
        return {};
    return words.isEmpty() ? route : route + QStringList{u"dev"_s, words.first()};
}

} // namespace

QList<Written<IpNetwork>> addressesOf(const Stanza &stanza)
{
    QList<Written<IpNetwork>> addresses;
    for (const QString &text : stanza.values(u"address"_s)) {
        if (const auto address = addressOf(stanza, text))
            addresses.append(*address);
    }
    return addresses;
}

std::optional<IpRoute> routeOfCommand(const QString &command)
{
    QStringList words = wordsOf(command);
    if (words.endsWith(u"true"_s) && words.size() > 2 && words.at(words.size() - 2) == u"||")
        words.resize(words.size() - 2);
    if (const QString program = words.value(0).section(u'/', -1); program == u"route")
        words = asIpRoute(words.mid(1));
    else if (program == u"ip")
        words.removeIf([](const QString &word) { return word == u"-6" || word == u"-4"; });
    const bool isRoute = words.value(0).section(u'/', -1) == u"ip"
        && (words.value(1) == u"route" || words.value(1) == u"ro")
        && (words.value(2) == u"add" || words.value(2) == u"replace");
    if (isRoute && words.value(3) == u"default")
        words[3] = words.join(u' ').contains(u':') ? u"::/0"_s : u"0.0.0.0/0"_s;
    const auto target = isRoute ? IpNetwork::fromString(words.value(3)) : std::nullopt;
    if (!target || words.size() % 2 != 0 || (target->isAny() && !words.contains(u"via"_s)))
        return std::nullopt;
    IpRoute route;
    route.destination = *target;
    for (qsizetype i = 4; i + 1 < words.size(); i += 2) {
        const QString &value = words.at(i + 1);
        const auto via = IpAddress::fromString(value);
        if (words.at(i) == u"via" && via)
            route.gateway = *via;
        else if (words.at(i) == u"metric" && numberOf(value))
            route.metric = numberOf(value);
        else if (words.at(i) != u"dev")
            return std::nullopt;
    }
    return route;
}

std::optional<quint32> mtuOfCommand(const QString &command)
{
    static const QRegularExpression form(u"^(?:/s?bin/)?ip link set (?:dev )?\\S+ mtu ([0-9]{2,6})$"_s);
    const auto match = form.match(command.simplified());
    return match.hasMatch() ? numberOf(match.captured(1)) : std::nullopt;
}

static void readStanza(const StanzaPlace &place, const InterfacesTree &tree, IpPair *ip, QList<Finding> *findings)
{
    const Stanza &stanza = tree.said(place);
    const bool isV6 = stanza.family() == u"inet6";
    if (!isV6 && stanza.family() != u"inet")
        return;
    IpConfig &config = isV6 ? ip->ipv6 : ip->ipv4;
    if (tree.isIfupdown2() && (stanza.method() == u"static" || stanza.method() == u"manual")) {
        readLoose(place.path, stanza, ip, findings);
        readLists(stanza, ip);
        return;
    }
    const IpMethod method = methodOf(stanza);
    config.method = stronger(config.method, method);
    if (stanza.method() == u"static")
        readStatic(place.path, stanza, &config, findings);
    else if (method == IpMethod::Auto && !config.metric)
        config.metric = numberOf(stanza.value(u"metric"_s));
    readLists(stanza, ip);
}

/// Its own stanzas, and the aliases that come up with it.
static QList<StanzaPlace> staticPlaces(const QString &interface, const InterfacesTree &tree)
{
    QList<StanzaPlace> places = tree.ifacesOf(interface);
    for (const QString &alias : tree.aliasesOf(interface)) {
        for (const StanzaPlace &place : tree.comesAlong(alias) ? tree.ifacesOf(alias) : QList<StanzaPlace>()) {
            if (tree.said(place).method() == u"static")
                places.append(place);
        }
    }
    return places;
}

QList<DefaultRoute> defaultRoutes(const QString &interface, const InterfacesTree &tree)
{
    QList<DefaultRoute> found;
    for (const StanzaPlace &place : staticPlaces(interface, tree)) {
        const Stanza &stanza = tree.said(place);
        for (const StanzaOption &option : stanza.options) {
            const QString at = u"%1:%2"_s.arg(place.path).arg(option.line);
            const bool isTaken = option.key == u"gateway" && (stanza.method() == u"static" || tree.isIfupdown2());
            if (const auto route = isTaken ? routeOfGateway(stanza, option.value) : std::nullopt) {
                const QString metric = route->metric ? u" metric %1"_s.arg(*route->metric) : QString();
                found.append({*route, at,
                              u"up ip %1route add default via %2%3 dev %4"_s.arg(
                                  isOfV6(*route) ? u"-6 "_s : QString(), route->gateway.text(), metric, interface)});
            }
            if (const auto route = routeOf(option); route && route->destination.value()->isAny())
                found.append({*route, at, option.key + u' ' + option.value});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const DefaultRoute &a, const DefaultRoute &b) {
        const auto rank = [](const DefaultRoute &d) {
            return rankOf(d.route.destination.value()->address.family(), d.route.metric);
        };
        return rank(a) < rank(b);
    });
    return found;
}

static bool isReached(const IpAddress &gateway, const IpPair &ip)
{
    const QList<IpNetwork> networks = ip.ipv4.networks() + ip.ipv6.networks();
    return std::any_of(networks.cbegin(), networks.cend(),
                       [&gateway](const IpNetwork &network) { return network.contains(gateway); });
}

QStringList furtherDefaults(const QString &interface, const InterfacesTree &tree, const IpPair &wanted)
{
    QStringList lines;
    IpPair seen;
    QList<Finding> aboutFiles;
    const IpPair present = readIp(interface, tree, &aboutFiles);
    for (const DefaultRoute &found : defaultRoutes(interface, tree)) {
        const bool isV6 = found.route.destination.value()->address.family() == IpAddress::Family::V6;
        Written<IpAddress> &first = (isV6 ? seen.ipv6 : seen.ipv4).gateway;
        const Written<IpAddress> &gateway = (isV6 ? wanted.ipv6 : wanted.ipv4).gateway;
        // The command would fail, and the interface with it.
        const auto via = found.route.gateway.value();
        const bool isCutOff = via && isReached(*via, present) && !isReached(*via, wanted);
        const bool isFirst = first.isEmpty();
        if (isFirst)
            first = found.route.gateway;
        else if (!isCutOff && !gateway.isEmpty() && gateway != found.route.gateway && first != found.route.gateway)
            lines.append(found.line);
    }
    return lines;
}

/// A command that adds a route or a rule which no plan says.
static std::optional<Finding> foreignCommand(const StanzaOption &option, const QString &place)
{
    static const QStringList keys{u"pre-up"_s, u"up"_s, u"post-up"_s};
    static const QStringList verbs{u"add"_s, u"a"_s, u"append"_s, u"prepend"_s, u"replace"_s};
    if (!keys.contains(option.key) || routeOf(option))
        return std::nullopt;
    QStringList words = wordsOf(option.value);
    words.removeIf([](const QString &word) { return word.startsWith(u'-'); });
    if (words.value(0).section(u'/', -1) == u"route")
        words.prepend(u"ip"_s);
    // "ip" takes shortened words.
    const QString object = words.value(1).section(u'/', -1);
    if (words.value(0).section(u'/', -1) != u"ip" || object.isEmpty() || !verbs.contains(words.value(2)))
        return std::nullopt;
    const QString text = option.key + u' ' + option.value;
    if (u"route"_s.startsWith(object)) {
        const qsizetype at = words.indexOf(u"table"_s);
        const QString table = at < 0 ? u"main"_s : words.value(at + 1);
        const bool isOther = table != u"main" && numberOf(table) != quint32(RT_TABLE_MAIN);
        return foreignRoute(u"ifupdown.foreign-route"_s, place, text,
                            isOther ? WhyForeign::Table : WhyForeign::Attributes);
    }
    return u"rule"_s.startsWith(object) ? std::optional(foreignRouting(u"ifupdown.foreign-routing"_s, place, text))
                                        : std::nullopt;
}

IpPair readIp(const QString &interface, const InterfacesTree &tree, QList<Finding> *findings)
{
    IpPair ip;
    for (const StanzaPlace &place : tree.ifacesOf(interface))
        readStanza(place, tree, &ip, findings);
    readAliases(tree.aliasesOf(interface), tree, &ip, findings);
    for (const DefaultRoute &found : defaultRoutes(interface, tree)) {
        IpConfig &config = isOfV6(found.route) ? ip.ipv6 : ip.ipv4;
        if (config.gateway.isEmpty()) {
            config.gateway = found.route.gateway;
            config.metric = found.route.metric;
        } else if (config.gateway != found.route.gateway) {
            findings->append(foreignRoute(u"ifupdown.foreign-route"_s, found.place, found.line, WhyForeign::Outranked));
        }
    }
    for (const StanzaPlace &place : staticPlaces(interface, tree)) {
        for (const StanzaOption &option : tree.said(place).options) {
            if (const auto foreign = foreignCommand(option, u"%1:%2"_s.arg(place.path).arg(option.line)))
                findings->append(*foreign);
        }
    }
    return ip;
}

void readAliases(const QStringList &aliases, const InterfacesTree &tree, IpPair *ip, QList<Finding> *findings)
{
    for (const QString &alias : aliases) {
        for (const StanzaPlace &place : tree.comesAlong(alias) ? tree.ifacesOf(alias) : QList<StanzaPlace>()) {
            if (tree.said(place).method() == u"static")
                readStanza(place, tree, ip, findings);
        }
    }
}

} // namespace bondwright::formats::ifupdown
