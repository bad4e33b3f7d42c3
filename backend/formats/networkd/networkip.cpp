// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/networkip.h"

#include "domain/ipaddress.h"
#include "formats/findinglist.h"
#include "formats/foreignroute.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/knownversion.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::networkd
{

namespace
{

const QString networkSection = u"Network"_s;
const QString routeSection = u"Route"_s;

bool isV6(const IpAddress &address)
{
    return address.family() == IpAddress::Family::V6;
}

void complain(const QString &place, const QString &key, const QString &text, QList<Finding> *findings)
{
    findings->append(
        finding(Severity::Warning, u"networkd.value"_s, place,
                QCoreApplication::translate("formats", "systemd-networkd ignores “%1=%2”.").arg(key, text)));
}

/// A key of [Network], an empty assignment of which takes back what stands before it, in sections of its own as well.
struct Resettable {
    QString key;
    QString since; ///< the version; an earlier one ignores it
};

/// Only what stands behind counts.
UnitPosition takenBack(const Unit &network, const Resettable &list, const QString &programVersion,
                       QList<Finding> *findings)
{
    UnitPosition last;
    for (const UnitValue &value : network.said(networkSection, list.key)) {
        if (!value.text.isEmpty())
            continue;
        if (isKnownSince(programVersion, list.since)) {
            last = value.position;
            continue;
        }
        findings->append(
            finding(Severity::Warning, u"networkd.value"_s, value.place,
                    QCoreApplication::translate("formats",
                                                "Before version %2 systemd-networkd ignores an empty “%1=”: what "
                                                "stands before it stays in force.")
                        .arg(list.key, list.since),
                    QCoreApplication::translate("formats", "Take out there what is not wanted.")));
    }
    return last;
}

/// Without a prefix length it is that of the class, or none (config_parse_address()), and since version 253 the whole.
std::optional<IpNetwork> networkOf(const UnitValue &value, const QString &programVersion, QList<Finding> *findings)
{
    auto network = IpNetwork::fromString(value.text);
    if (!network) {
        complain(value.place, u"Address"_s, value.text, findings);
    } else if (!value.text.contains(u'/')) {
        if (!isKnownSince(programVersion, u"253"_s))
            network->prefix = isV6(network->address) ? 0 : ifcfg::classfulPrefix(value.text);
        findings->append(
            finding(Severity::Warning, u"networkd.value"_s, value.place,
                    QCoreApplication::translate("formats", "“%1” has no prefix length: systemd-networkd takes /%2.")
                        .arg(value.text)
                        .arg(network->prefix),
                    QCoreApplication::translate("formats", "Write the prefix length: other versions take another.")));
    }
    return network;
}

void readAddresses(const Unit &network, const QString &programVersion, IpPair *ip, QList<Finding> *findings)
{
    QList<UnitValue> said = network.said(networkSection, u"Address"_s);
    for (const UnitObject &section : network.each(u"Address"_s))
        said.append({section.value(u"Address"_s), section.places.value(u"Address"_s), section.position});
    const UnitPosition from = takenBack(network, {u"Address"_s, u"256"_s}, programVersion, findings);
    for (const UnitValue &value : std::as_const(said)) {
        if (value.text.isEmpty() || value.position < from)
            continue;
        if (const auto address = networkOf(value, programVersion, findings)) {
            auto &addresses = (isV6(address->address) ? ip->ipv6 : ip->ipv4).addresses;
            addresses.removeAll(*address); // it drops the former of two
            addresses.append(*address);
        }
    }
}

struct DefaultRoute {
    IpAddress gateway;
    std::optional<quint32> metric;
    QString place;
    int instance = -1; ///< of its [Route]; below 0: of [Network]
    qsizetype source = 0; ///< of the unit

    quint32 weight() const { return metric.value_or(isV6(gateway) ? 1024 : 0); } ///< to the kernel
};

bool isDefault(const QString &destination)
{
    const auto network = IpNetwork::fromString(destination);
    return destination.isEmpty() || (network && network->isAny());
}

/// All of them behind the position, the one that counts first.
QList<DefaultRoute> defaultRoutes(const Unit &network, UnitPosition from)
{
    QList<DefaultRoute> found;
    for (const UnitObject &route : network.each(routeSection)) {
        const auto gateway = IpAddress::fromString(route.value(u"Gateway"_s));
        if (gateway && route.position > from && isPlainRoute(route.values) && isDefault(route.value(u"Destination"_s)))
            found.append({*gateway, unitNumber(route.value(u"Metric"_s)), route.places.value(u"Gateway"_s),
                          route.instance, route.position.source});
    }
    for (const UnitValue &value : network.said(networkSection, u"Gateway"_s)) {
        if (const auto gateway = IpAddress::fromString(value.text); gateway && value.position > from)
            found.append({*gateway, std::nullopt, value.place, -1, value.position.source});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const DefaultRoute &a, const DefaultRoute &b) { return a.weight() < b.weight(); });
    return found;
}

void readGateways(const Unit &network, UnitPosition from, IpPair *ip, QList<Finding> *findings)
{
    for (const DefaultRoute &route : defaultRoutes(network, from)) {
        IpConfig &config = isV6(route.gateway) ? ip->ipv6 : ip->ipv4;
        if (config.gateway.isEmpty()) {
            config.gateway = route.gateway;
            config.metric = route.metric;
        } else if (config.gateway != Written<IpAddress>(route.gateway)) {
            findings->append(foreignRoute(u"networkd.foreign-route"_s, route.place,
                                          u"Gateway="_s + route.gateway.toString(), WhyForeign::Outranked));
        }
    }
}

void readRoutes(const Unit &network, UnitPosition from, IpPair *ip, QList<Finding> *findings)
{
    for (const UnitObject &route : network.each(routeSection)) {
        const QString destination = route.value(u"Destination"_s);
        if (!isPlainRoute(route.values) || isDefault(destination) || route.position < from)
            continue; // named by leftBehind(); or a gateway
        const auto target = IpNetwork::fromString(destination);
        const QString gateway = route.value(u"Gateway"_s);
        const auto via = gateway.isEmpty() ? std::nullopt : IpAddress::fromString(gateway);
        if (!target || (!gateway.isEmpty() && !via)) {
            const QString wrong = target ? u"Gateway"_s : u"Destination"_s;
            complain(route.places.value(wrong), wrong, route.value(wrong), findings);
            continue;
        }
        (isV6(target->address) ? ip->ipv6 : ip->ipv4)
            .routes.append({*target, via, unitNumber(route.value(u"Metric"_s))});
    }
}

struct Dhcp {
    bool v4 = false;
    bool v6 = false;
};

Dhcp dhcpOf(const Unit &network)
{
    const QString text = network.value(networkSection, u"DHCP"_s).toLower();
    const bool isBoth = text == u"both" || network.boolean(networkSection, u"DHCP"_s).value_or(false);
    return {isBoth || text == u"ipv4" || text == u"v4", isBoth || text == u"ipv6" || text == u"v6"};
}

/// [Network] LinkLocalAddressing; the default is ipv6, but not for ports.
Dhcp linkLocalOf(const Unit &network)
{
    const QString text = network.value(networkSection, u"LinkLocalAddressing"_s).toLower();
    if (text.isEmpty())
        return {network.boolean(networkSection, u"IPv4LL"_s).value_or(false), true};
    const bool isBoth = network.boolean(networkSection, u"LinkLocalAddressing"_s).value_or(false);
    return {isBoth || text == u"ipv4", isBoth || text == u"ipv6"};
}

QList<std::pair<QString, QString>> routeLines(const QString &destination, const QString &gateway,
                                              std::optional<quint32> metric)
{
    QList<std::pair<QString, QString>> lines;
    if (!destination.isEmpty())
        lines.append({u"Destination"_s, destination});
    if (!gateway.isEmpty())
        lines.append({u"Gateway"_s, gateway});
    if (metric)
        lines.append({u"Metric"_s, QString::number(*metric)});
    return lines;
}

/// Default routes of the unit that no plan holds, and that stay: those behind the first of their family.
QList<DefaultRoute> furtherDefaults(const QList<UnitFile *> &files, const IpPair &wanted)
{
    Unit unit;
    for (const UnitFile *file : files)
        unit.sources.append({{}, *file});
    QList<DefaultRoute> further = defaultRoutes(unit, {});
    for (const bool v6 : {false, true}) {
        const auto first = std::find_if(further.cbegin(), further.cend(),
                                        [v6](const DefaultRoute &route) { return isV6(route.gateway) == v6; });
        if (first != further.cend())
            further.erase(first);
    }
    further.removeIf([&wanted](const DefaultRoute &route) {
        const IpConfig &config = isV6(route.gateway) ? wanted.ipv6 : wanted.ipv4;
        return config.gateway.isEmpty() || config.gateway == Written<IpAddress>(route.gateway);
    });
    return further;
}

void clearRoutes(UnitFile &file, qsizetype source, const QList<DefaultRoute> &further)
{
    for (int i = int(file.sections().size()) - 1; i >= 0; --i) {
        QMap<QString, QString> content;
        for (const Assignment &a : file.assignments()) {
            if (a.instance == i)
                content.insert(a.key, a.value);
        }
        const bool stays = std::any_of(further.cbegin(), further.cend(), [&](const DefaultRoute &route) {
            return route.source == source && route.instance == i;
        });
        if (file.sections().at(i).name == routeSection && isPlainRoute(content) && !stays)
            file.removeSection(i);
    }
}

void writeRoutes(UnitFile &file, const IpPair &ip)
{
    for (const IpConfig *config : {&ip.ipv4, &ip.ipv6}) {
        if (!config->gateway.isEmpty() && config->metric)
            file.appendSection(routeSection, routeLines({}, config->gateway.text(), config->metric));
        for (const IpRoute &route : config->routes)
            file.appendSection(routeSection, routeLines(route.destination.text(), route.gateway.text(), route.metric));
    }
}

using Addresses = QList<Written<IpNetwork>>;

bool isV6(const Written<IpNetwork> &address)
{
    return address.text().contains(u':');
}

/// Where the wanted addresses are said beside the sections that stay.
struct AddressPlaces {
    QStringList inNetwork; ///< [Network]
    QStringList appended; ///< in sections of their own, behind the others
};

/// Nullopt: they would be read in another order.
std::optional<AddressPlaces> placesBeside(const Addresses &staying, const Addresses &wanted)
{
    AddressPlaces places;
    QStringList inOrder;
    for (const bool v6 : {false, true}) {
        QStringList before;
        QStringList between;
        QStringList behind;
        for (const Written<IpNetwork> &address : staying) {
            if (isV6(address) == v6)
                between.append(address.text());
        }
        bool isBehind = false;
        for (const Written<IpNetwork> &address : wanted) {
            if (isV6(address) != v6)
                continue;
            if (staying.contains(address))
                isBehind = true;
            else
                (isBehind ? behind : before).append(address.text());
        }
        places.inNetwork += before;
        places.appended += behind;
        inOrder += before + between + behind;
    }
    return Addresses(inOrder.cbegin(), inOrder.cend()) == wanted ? std::optional(places) : std::nullopt;
}

/// Takes out the sections whose address does not stay.
/// @param minimum of what a section says, itself included, so that it stays
Addresses stayingSections(UnitFile &file, const Addresses &wanted, int minimum)
{
    Addresses staying;
    for (int i = int(file.sections().size()) - 1; i >= 0; --i) {
        QString address;
        int says = 0;
        for (const Assignment &a : file.assignments()) {
            if (a.section != u"Address" || a.instance != i)
                continue;
            ++says;
            if (a.key == u"Address")
                address = a.value;
        }
        if (says == 0)
            continue;
        if (!address.isEmpty() && says >= minimum && wanted.contains(address) && !staying.contains(address))
            staying.prepend(address);
        else if (!address.isEmpty())
            file.removeSection(i);
    }
    return staying;
}

/// Sections stay as they are, with all else that they say of their address, as long as it is wanted. Where that would
/// change the order, only those that say more do.
void writeAddresses(const QList<UnitFile *> &files, const Addresses &wanted)
{
    std::optional<AddressPlaces> places;
    Addresses staying;
    for (int minimum = 1; minimum <= 2 && !places; ++minimum) {
        staying.clear();
        for (UnitFile *file : files) {
            UnitFile tried = *file;
            staying += stayingSections(minimum == 1 ? tried : *file, wanted, minimum);
        }
        places = placesBeside(staying, wanted);
        for (UnitFile *file : minimum == 1 && places ? files : QList<UnitFile *>())
            stayingSections(*file, wanted, minimum);
    }
    if (!places) { // which is said, once it is read again
        places = AddressPlaces();
        for (const Written<IpNetwork> &address : wanted) {
            if (!staying.contains(address))
                places->inNetwork.append(address.text());
        }
    }
    files.first()->set(networkSection, u"Address"_s, places->inNetwork);
    for (const QString &address : std::as_const(places->appended))
        files.first()->appendSection(u"Address"_s, {{u"Address"_s, address}});
}

} // namespace

IpMethod methodOf(bool isAuto, bool hasAddresses, bool hasLinkLocal)
{
    if (isAuto)
        return IpMethod::Auto;
    if (hasAddresses)
        return IpMethod::Manual;
    return hasLinkLocal ? IpMethod::LinkLocal : IpMethod::Disabled;
}

IpPair readIp(const Unit &network, const QString &programVersion, QList<Finding> *findings)
{
    IpPair ip;
    readAddresses(network, programVersion, &ip, findings);
    const UnitPosition from = takenBack(network, {u"Gateway"_s, u"260"_s}, programVersion, findings);
    readRoutes(network, from, &ip, findings);
    readGateways(network, from, &ip, findings);
    const Dhcp dhcp = dhcpOf(network);
    const Dhcp linkLocal = linkLocalOf(network);
    auto takesRouters = network.boolean(networkSection, u"IPv6AcceptRA"_s);
    if (!takesRouters)
        takesRouters = linkLocal.v6;
    ip.ipv4.method = methodOf(dhcp.v4, !ip.ipv4.addresses.isEmpty(), linkLocal.v4);
    ip.ipv6.method = methodOf(*takesRouters || dhcp.v6, !ip.ipv6.addresses.isEmpty(), linkLocal.v6);
    if (ip.ipv4.method == IpMethod::Auto)
        ip.ipv4.metric = unitNumber(network.value(
            network.value(u"DHCPv4"_s, u"RouteMetric"_s).isEmpty() ? u"DHCP"_s : u"DHCPv4"_s, u"RouteMetric"_s));
    if (ip.ipv6.method == IpMethod::Auto)
        ip.ipv6.metric = unitNumber(network.value(u"IPv6AcceptRA"_s, u"RouteMetric"_s));
    for (const QString &text : network.words(networkSection, u"DNS"_s)) {
        if (const auto server = serverAddress(text))
            (isV6(*server) ? ip.ipv6 : ip.ipv4).dns.append(*server);
        else
            complain(network.placeOf(networkSection, u"DNS"_s), u"DNS"_s, text, findings);
    }
    ip.ipv4.search = network.words(networkSection, u"Domains"_s);
    return asKept(ip);
}

IpPair asKept(IpPair ip)
{
    for (IpConfig *config : {&ip.ipv4, &ip.ipv6}) {
        if (config->gateway.isEmpty() && config->method != IpMethod::Auto)
            config->metric.reset();
    }
    QStringList domains = ip.ipv4.search + ip.ipv6.search;
    domains.removeDuplicates();
    const bool hasV4 = ip.ipv4.method == IpMethod::Auto || ip.ipv4.method == IpMethod::Manual;
    ip.ipv4.search = hasV4 ? domains : QStringList();
    ip.ipv6.search = hasV4 ? QStringList() : domains;
    return ip;
}

std::optional<IpAddress> serverAddress(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:\\[(?<v6>[0-9A-Fa-f:.]+)\\](?::[0-9]{1,5})?|(?<v4>[0-9.]+)(?::[0-9]{1,5})?|(?<bare>[0-9A-Fa-f:.]+))"
        "(?:%[^\\s%#]+)?(?:#[^\\s#]+)?$"_s);
    const auto match = form.match(text);
    return IpAddress::fromString(match.captured(u"v6") + match.captured(u"v4") + match.captured(u"bare"));
}

/// In the words of those that are there.
static QStringList serverTexts(const IpPair &ip, const QStringList &present)
{
    QStringList texts = ip.ipv4.dns.texts() + ip.ipv6.dns.texts();
    for (QString &text : texts) {
        const auto same = std::find_if(present.cbegin(), present.cend(),
                                       [address = IpAddress::fromString(text)](const QString &other) {
                                           return address && serverAddress(other) == address;
                                       });
        if (same != present.cend())
            text = *same;
    }
    return texts;
}

void writeIp(const QList<UnitFile *> &files, const IpPair &ip, const QStringList &servers)
{
    UnitFile &file = *files.first();
    const bool hasV6 = ip.ipv6.method != IpMethod::Disabled;
    const bool hasV4LinkLocal = ip.ipv4.method == IpMethod::LinkLocal;
    QString linkLocal = hasV6 ? u"ipv6"_s : u"no"_s;
    if (hasV4LinkLocal)
        linkLocal = hasV6 ? u"yes"_s : u"ipv4"_s;
    const QList<DefaultRoute> further = furtherDefaults(files, ip);
    for (qsizetype i = 0; i < files.size(); ++i) {
        clearRoutes(*files.at(i), i, further);
        if (i > 0)
            files.at(i)->set(networkSection, u"Gateway"_s, {});
    }
    writeAddresses(files, ip.ipv4.addresses + ip.ipv6.addresses);
    file.set(networkSection, u"DHCP"_s, ip.ipv4.method == IpMethod::Auto ? QStringList(u"ipv4"_s) : QStringList());
    file.set(networkSection, u"IPv4LL"_s, {});
    file.set(networkSection, u"LinkLocalAddressing"_s, {linkLocal});
    file.set(networkSection, u"IPv6AcceptRA"_s, {ip.ipv6.method == IpMethod::Auto ? u"yes"_s : u"no"_s});
    QStringList gateways;
    for (const IpConfig *config : {&ip.ipv4, &ip.ipv6}) {
        if (!config->gateway.isEmpty() && !config->metric)
            gateways.append(config->gateway.text());
    }
    for (const DefaultRoute &route : further) {
        if (route.instance < 0)
            gateways.append(route.gateway.toString());
    }
    file.set(networkSection, u"Gateway"_s, gateways);
    file.set(networkSection, u"DNS"_s, serverTexts(ip, servers));
    QStringList domains = ip.ipv4.search + ip.ipv6.search;
    domains.removeDuplicates();
    file.set(networkSection, u"Domains"_s, domains.isEmpty() ? QStringList() : QStringList(domains.join(u' ')));
    const auto learned = [](const IpConfig &config) {
        return config.method == IpMethod::Auto && config.metric ? QStringList(QString::number(*config.metric))
                                                                : QStringList();
    };
    file.set(u"DHCP"_s, u"RouteMetric"_s, {}); // the section's old name
    file.set(u"DHCPv4"_s, u"RouteMetric"_s, learned(ip.ipv4));
    file.set(u"IPv6AcceptRA"_s, u"RouteMetric"_s, learned(ip.ipv6));
    writeRoutes(file, ip);
}

bool isPlainRouteKey(const QString &key, const QString &value)
{
    static const QStringList known{u"Destination"_s, u"Gateway"_s, u"Metric"_s};
    if (key == u"Gateway" && value.startsWith(u'_'))
        return false; // "_dhcp4": what is learned
    return known.contains(key) || (key == u"Scope" && value == u"link"); // what networkd takes by itself
}

bool isPlainRoute(const QMap<QString, QString> &route)
{
    return !route.isEmpty() && std::all_of(route.keyBegin(), route.keyEnd(), [&route](const QString &key) {
        return isPlainRouteKey(key, route.value(key));
    });
}

bool isIpKey(const QString &section, const QString &key)
{
    static const QStringList known{u"Network.DHCP"_s,     u"Network.LinkLocalAddressing"_s,
                                   u"Network.IPv4LL"_s,   u"Network.IPv6AcceptRA"_s,
                                   u"Network.Address"_s,  u"Address.Address"_s,
                                   u"Network.Gateway"_s,  u"Network.DNS"_s,
                                   u"Network.Domains"_s,  u"DHCPv4.RouteMetric"_s,
                                   u"DHCP.RouteMetric"_s, u"IPv6AcceptRA.RouteMetric"_s};
    return known.contains(section + u'.' + key);
}

} // namespace bondwright::formats::networkd
