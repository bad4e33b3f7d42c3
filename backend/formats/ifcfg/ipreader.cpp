// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ipreader.h"

#include "domain/ipaddress.h"
#include "formats/files/rootfolder.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifcfg/ipkeys.h"
#include "formats/ifcfg/routereader.h"
#include "formats/numbertext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

constexpr int maxIndexed = 256;
constexpr int maxRange = 254;

/// Of the keys STEM (-1), STEM0, STEM1, … those that are there and not empty.
QList<int> numbersOf(const KeyReader &reader, const QByteArray &stem)
{
    QList<int> numbers;
    for (const QByteArray &key : reader.file().file.keys()) {
        const QByteArray digits = key.mid(stem.size());
        bool isNumber = digits.isEmpty();
        const int n = isNumber ? -1 : digits.toInt(&isNumber);
        if (key.startsWith(stem) && isNumber && n < maxIndexed && QByteArray::number(n).size() >= digits.size()
            && !reader.text(key).isEmpty())
            numbers.append(n);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::optional<IpAddress> addressOf(const QString &text, IpAddress::Family family)
{
    const auto address = IpAddress::fromString(text);
    return address && address->family() == family ? address : std::nullopt;
}

/// A decimal number as every reader takes it: ipcalc reads "024" as octal.
std::optional<int> prefixOf(const QString &text)
{
    const auto number = numberOf(text);
    return number && *number <= 32 && QString::number(*number) == text ? std::optional(int(*number)) : std::nullopt;
}

QString prefixAdvice(const QString &netmask)
{
    if (const auto prefix = prefixOf(netmask))
        return QCoreApplication::translate("formats", "Write PREFIX=%1, or NETMASK=%2.")
            .arg(*prefix)
            .arg(netmaskFromPrefix(*prefix));
    return QCoreApplication::translate("formats", "Write the mask as 255.255.255.0, or PREFIX=24.");
}

/// The mask of an address: PREFIX before NETMASK, or `inherited`, or the address's class as ipcalc has it.
/// nullopt: there is one that cannot be read.
std::optional<int> prefixAt(const KeyReader &reader, int index, const QString &address, std::optional<int> inherited)
{
    const QByteArray prefixKey = numbered("PREFIX", index);
    const QByteArray maskKey = numbered("NETMASK", index);
    if (const QString text = reader.text(prefixKey); !text.isEmpty()) {
        const auto prefix = prefixOf(text);
        if (!prefix)
            reader.complainOfValue(prefixKey, QCoreApplication::translate("formats", "Write a number from 0 to 32."));
        return prefix;
    }
    if (const QString text = reader.text(maskKey); !text.isEmpty()) {
        const auto prefix = prefixFromNetmask(text);
        if (!prefix)
            reader.complainOfValue(maskKey, prefixAdvice(text));
        return prefix;
    }
    if (inherited)
        return inherited;
    reader.complain(Severity::Advice, u"ifcfg.no-mask"_s, numbered("IPADDR", index),
                    QCoreApplication::translate("formats", "%1 has no mask: /%2, that of its class, is used.")
                        .arg(address)
                        .arg(classfulPrefix(address)),
                    QCoreApplication::translate("formats", "Write the mask that is meant."));
    return classfulPrefix(address);
}

/// Values that only a shell knows are left out here, and have a finding already.
std::optional<IpNetwork> addressAt(const KeyReader &reader, int index, std::optional<int> inherited = {})
{
    const QByteArray key = numbered("IPADDR", index);
    const QString text = reader.text(key);
    if (text.isEmpty())
        return std::nullopt;
    const auto address = addressOf(text, IpAddress::Family::V4);
    if (!address) {
        reader.complainOfValue(
            key,
            text.contains(u'/') ? QCoreApplication::translate("formats", "Write IPADDR=%1 and PREFIX=%2.")
                                      .arg(text.section(u'/', 0, 0), text.section(u'/', 1))
                                : QCoreApplication::translate("formats", "Write four decimal numbers, as 192.0.2.10."));
        return std::nullopt;
    }
    reader.complainOfBlanks(key);
    const auto prefix = prefixAt(reader, index, text, inherited);
    return prefix ? std::optional(IpNetwork{*address, *prefix}) : std::nullopt;
}

/// Which of IPADDR, IPADDR0, IPADDR1, … are read: expand_config ends at the first gap behind the second (release 7)
/// or third (release 6); release 5 knows no numbers.
WrittenList<IpNetwork> indexedAddresses(const KeyReader &reader)
{
    const int release = reader.folder().dialect().release;
    const int firstGap = release <= 6 && reader.isByService() ? 3 : 2;
    const int last = release == 5 ? -1 : maxIndexed;
    WrittenList<IpNetwork> addresses;
    int next = -1; // the number that would not leave a gap
    for (const int i : numbersOf(reader, "IPADDR")) {
        const QByteArray key = numbered("IPADDR", i);
        const bool isBehindGap = i > next && i > firstGap;
        if (isBehindGap || i > last) {
            reader.complain(Severity::Error, u"ifcfg.address-unread"_s, key,
                            QCoreApplication::translate("formats",
                                                        "%1 is not read: a number before it is missing, or the "
                                                        "release knows no numbers.")
                                .arg(QString::fromLatin1(key)),
                            QCoreApplication::translate("formats", "Number the addresses without gaps."));
            continue;
        }
        next = std::max(i + 1, firstGap);
        if (const auto address = addressAt(reader, i); address && !addresses.contains(*address))
            addresses.append(*address);
    }
    return addresses;
}

std::optional<IpAddress> gatewayIn(const KeyReader &reader, const QByteArray &key)
{
    const QString text = reader.text(key);
    if (text.isEmpty())
        return {};
    const auto address = addressOf(text, IpAddress::Family::V4);
    if (!address)
        reader.complainOfValue(key,
                               QCoreApplication::translate("formats", "Write four decimal numbers, as 192.0.2.1."));
    else
        reader.complainOfBlanks(key);
    return address;
}

/// GATEWAY of /etc/sysconfig/network, where the file has none. NetworkManager gives it to every interface with an
/// address; the scripts to the interface in whose network it lies.
std::optional<IpAddress> gatewayOfAll(const KeyReader &reader, const IpNetworks &addresses)
{
    const auto global = addressOf(reader.folder().network().text("GATEWAY").simplified(), IpAddress::Family::V4);
    const bool isForAll = !reader.isByService() && !reader.folder().dialect().isAssumed;
    if (addresses.isEmpty() || !global || (reader.contains("GATEWAY") && !isForAll))
        return {};
    return isForAll || addresses.constFirst().contains(*global) ? global : std::nullopt;
}

/// The scripts make a default route only where GATEWAY lies in the first address's network, which NETWORK overrules.
bool isReachable(const KeyReader &reader, const IpAddress &gateway, const IpNetworks &addresses)
{
    if (!reader.isByService())
        return true;
    if (addresses.isEmpty())
        return false;
    const IpNetwork &first = addresses.constFirst();
    const auto network = addressOf(reader.text("NETWORK"), IpAddress::Family::V4);
    return first.contains(gateway)
        && (!network || (network->hostBitsAllZero(first.prefix) && network->sharesPrefix(gateway, first.prefix)));
}

bool hasNoDefaultRoute(const KeyReader &reader)
{
    // Release 5 does not know DEFROUTE, and the other scripts only know "no".
    return reader.isByService() ? reader.folder().dialect().release > 5 && reader.text("DEFROUTE") == u"no"
                                : isNo(reader.text("DEFROUTE"));
}

std::optional<IpAddress> ownGateway(const KeyReader &reader)
{
    std::optional<IpAddress> gateway = gatewayIn(reader, "GATEWAY");
    for (const int i : numbersOf(reader, "GATEWAY")) {
        const QByteArray key = numbered("GATEWAY", i);
        if (i >= 0 && reader.isByService())
            reader.complain(Severity::Warning, u"ifcfg.gateway-unread"_s, key,
                            QCoreApplication::translate("formats", "The network service does not read %1.")
                                .arg(QString::fromLatin1(key)),
                            QCoreApplication::translate("formats", "Write GATEWAY=%1.").arg(reader.text(key)));
        else if (i >= 0 && !gateway)
            gateway = gatewayIn(reader, key);
    }
    return gateway;
}

/// The default route of an interface, or why there is none.
std::optional<IpAddress> gatewayOf(const KeyReader &reader, const IpNetworks &addresses)
{
    std::optional<IpAddress> gateway = ownGateway(reader);
    if (!gateway)
        gateway = gatewayOfAll(reader, addresses);
    if (!gateway)
        return {};
    const QString device = reader.inherited("GATEWAYDEV");
    if (!device.isEmpty() && device != reader.file().device) {
        reader.complain(
            Severity::Advice, u"ifcfg.gateway-elsewhere"_s, "GATEWAY",
            QCoreApplication::translate("formats", "GATEWAYDEV gives the default route to %1.").arg(device));
        return {};
    }
    if (hasNoDefaultRoute(reader)) {
        reader.complain(Severity::Advice, u"ifcfg.no-default-route"_s, "DEFROUTE",
                        QCoreApplication::translate("formats", "DEFROUTE=no: GATEWAY=%1 makes no default route.")
                            .arg(gateway->toString()));
        return {};
    }
    if (!isReachable(reader, *gateway, addresses)) {
        reader.complain(Severity::Warning, u"ifcfg.gateway-unreached"_s, "GATEWAY",
                        QCoreApplication::translate("formats",
                                                    "GATEWAY=%1 does not lie in the network of the first address: the "
                                                    "network service makes no default route of it.")
                            .arg(gateway->toString()),
                        QCoreApplication::translate("formats", "Correct GATEWAY, the mask, or NETWORK."));
        return {};
    }
    return gateway;
}

IpMethod methodOf(const KeyReader &reader, bool hasAddresses)
{
    const QString text = reader.text("BOOTPROTO");
    const QString proto = reader.isByService() ? text : text.toLower(); // the scripts know small letters only
    if (proto == u"dhcp" || proto == u"bootp")
        return IpMethod::Auto;
    if (proto == u"autoip" && !reader.isByService())
        return IpMethod::LinkLocal;
    static const QStringList fixed{u""_s, u"none"_s, u"static"_s};
    if (!fixed.contains(proto.toLower()))
        reader.complain(Severity::Error, u"ifcfg.value"_s, "BOOTPROTO",
                        QCoreApplication::translate("formats", "BOOTPROTO=%1 has no equivalent here.").arg(text),
                        QCoreApplication::translate("formats", "Write none, static or dhcp."));
    return hasAddresses ? IpMethod::Manual : IpMethod::Disabled;
}

void readRange(const KeyReader &reader, std::optional<int> inherited, WrittenList<IpNetwork> *addresses)
{
    const auto first = addressOf(reader.text("IPADDR_START"), IpAddress::Family::V4);
    const auto last = addressOf(reader.text("IPADDR_END"), IpAddress::Family::V4);
    const bool isGood = first && last && first->sharesPrefix(*last, 24) && first->bytes()[3] <= last->bytes()[3]
        && last->bytes()[3] - first->bytes()[3] < maxRange;
    if (!isGood)
        return reader.complainOfValue(
            "IPADDR_START",
            QCoreApplication::translate("formats", "IPADDR_START and IPADDR_END must differ in the last number only."));
    const auto prefix = prefixAt(reader, -1, first->toString(), inherited);
    for (int n = first->bytes()[3]; prefix && n <= last->bytes()[3]; ++n)
        addresses->append(u"%1.%2/%3"_s.arg(first->toString().section(u'.', 0, 2)).arg(n).arg(*prefix));
}

/// The parent's mask, as the aliases inherit it: the unnumbered one.
std::optional<int> inheritedPrefix(const KeyReader &parent)
{
    const auto prefix = prefixOf(parent.text("PREFIX"));
    return prefix ? prefix : prefixFromNetmask(parent.text("NETMASK"));
}

/// Both readers take letters, digits and "_" behind the colon; NetworkManager wants the file's name to be DEVICE, and
/// reads no ranges.
bool isReadAlias(const KeyReader &reader)
{
    static const QRegularExpression good(u"^[0-9A-Za-z_]*$"_s);
    const IfcfgFile &alias = reader.file();
    const bool isManaged = !reader.isByService() && !reader.folder().dialect().isAssumed;
    const bool isMisnamed
        = isManaged && (alias.isRange() || fileNameOf(alias.path) != fileNameOf(ifcfgPath(alias.text("DEVICE"))));
    if (!isMisnamed && (alias.isRange() || alias.device.section(u':', 1).contains(good)))
        return true;
    reader.complain(Severity::Error, u"ifcfg.alias-name"_s, alias.isRange() ? "IPADDR_START" : "IPADDR",
                    isMisnamed ? QCoreApplication::translate("formats",
                                                             "NetworkManager does not read this alias: it wants files "
                                                             "named like their DEVICE, and no ranges.")
                               : QCoreApplication::translate("formats",
                                                             "An alias with this name is not brought up: behind the "
                                                             "colon only letters, digits and _ are taken."),
                    QCoreApplication::translate("formats", "Rename the alias, or write the address as IPADDR1=."));
    return false;
}

void readAliases(const KeyReader &parent, QList<Finding> *findings, IpPair *ip)
{
    const std::optional<int> inherited = inheritedPrefix(parent);
    for (const IfcfgFile &alias : parent.folder().aliasesOf(parent.file().device)) {
        const KeyReader reader(parent.folder(), alias, findings);
        if (!isReadAlias(reader))
            continue;
        if (alias.isRange()) {
            readRange(reader, inherited, &ip->ipv4.addresses);
            continue;
        }
        if (const auto address = addressAt(reader, -1, inherited); address && !ip->ipv4.addresses.contains(*address))
            ip->ipv4.addresses.append(*address);
        if (const auto gateway = gatewayIn(reader, "GATEWAY"); gateway && gateway != ip->ipv4.gateway.value()) {
            if (ip->ipv4.gateway.isEmpty())
                ip->ipv4.gateway = *gateway;
            else
                reader.complain(Severity::Warning, u"ifcfg.alias-gateway"_s, "GATEWAY",
                                QCoreApplication::translate("formats", "The alias has another gateway than %1.")
                                    .arg(parent.file().device),
                                QCoreApplication::translate("formats", "Leave one of them: who comes last wins."));
        }
    }
}

IpConfig readIp4(const KeyReader &reader)
{
    IpConfig ip;
    ip.addresses = indexedAddresses(reader);
    ip.gateway = gatewayOf(reader, ip.networks());
    ip.method = methodOf(reader, !ip.addresses.isEmpty());
    if (ip.method == IpMethod::Auto && reader.isByService() && !ip.addresses.isEmpty()) {
        reader.complain(Severity::Warning, u"ifcfg.dhcp-and-address"_s, "BOOTPROTO",
                        QCoreApplication::translate("formats", "The network service ignores addresses beside DHCP."));
        ip.addresses.clear();
        ip.gateway.clear();
    }
    const char *key = reader.contains("IPV4_ROUTE_METRIC") ? "IPV4_ROUTE_METRIC" : "METRIC";
    ip.metric = numberOf(reader.text(key));
    if (!ip.metric && !reader.text(key).isEmpty() && reader.text(key) != u"-1")
        reader.complainOfValue(key, QCoreApplication::translate("formats", "Write a number."));
    return ip;
}

/// Whether IPv6 is configured at all; the releases differ most here.
bool isIp6On(const KeyReader &reader)
{
    const Dialect &dialect = reader.folder().dialect();
    const QString init = reader.inherited("IPV6INIT");
    if (isYes(reader.text("IPV6_DISABLED")))
        return false;
    if (!reader.isByService())
        return isYes(init);
    if (dialect.release >= 7)
        return !isNo(init);
    if (init != u"yes")
        return false;
    const QString global = reader.inherited("NETWORKING_IPV6"); // ifup-ipv6 has sourced both
    if (global == u"yes")
        return true;
    const bool isOff = dialect.release == 5 || global == u"no";
    reader.complain(
        isOff ? Severity::Warning : Severity::Advice, u"ifcfg.networking-ipv6"_s, "IPV6INIT",
        isOff ? QCoreApplication::translate("formats",
                                            "IPv6 stays off: NETWORKING_IPV6=yes is missing in /etc/sysconfig/network.")
              : QCoreApplication::translate("formats", "NETWORKING_IPV6=yes is missing in /etc/sysconfig/network."),
        QCoreApplication::translate("formats", "Add it there."));
    return !isOff;
}

void readAddresses6(const KeyReader &reader, WrittenList<IpNetwork> *addresses)
{
    for (const char *key : {"IPV6ADDR", "IPV6ADDR_SECONDARIES"}) {
        const QStringList words = reader.words(key);
        for (const QString &text : words) {
            if (reader.isByService() && QByteArrayView(key) == "IPV6ADDR" && text != words.first()) {
                reader.complain(Severity::Error, u"ifcfg.address-unread"_s, key,
                                QCoreApplication::translate(
                                    "formats", "The network service takes one address from IPV6ADDR: not %1.")
                                    .arg(text.left(50)),
                                QCoreApplication::translate("formats", "Write it into IPV6ADDR_SECONDARIES."));
                continue;
            }
            const auto network = IpNetwork::fromString(text.contains(u'/') ? text : text + u"/64"_s);
            if (!network || network->address.family() != IpAddress::Family::V6)
                reader.complainOfValue(key,
                                       QCoreApplication::translate("formats", "Write addresses as 2001:db8::10/64."));
            else if (!addresses->contains(*network))
                addresses->append(*network);
        }
    }
}

std::optional<IpAddress> gateway6Of(const KeyReader &reader)
{
    if (isNo(reader.text("IPV6_DEFROUTE")))
        return {};
    const QString text = reader.inherited("IPV6_DEFAULTGW");
    const QString zone = text.section(u'%', 1);
    const QString device = zone.isEmpty() ? reader.inherited("IPV6_DEFAULTDEV") : zone;
    if (text.isEmpty() || (!device.isEmpty() && device != reader.file().device))
        return {};
    const auto address = addressOf(text.section(u'%', 0, 0), IpAddress::Family::V6);
    if (!address)
        reader.complainOfValue("IPV6_DEFAULTGW",
                               QCoreApplication::translate("formats", "Write an address as 2001:db8::1."));
    return address;
}

IpConfig readIp6(const KeyReader &reader)
{
    IpConfig ip;
    if (!isIp6On(reader))
        return ip;
    readAddresses6(reader, &ip.addresses);
    const QString autoconf = reader.inherited("IPV6_AUTOCONF");
    const bool isAuto = isYes(autoconf) || (!isNo(autoconf) && !isYes(reader.inherited("IPV6FORWARDING")));
    if (isAuto || isYes(reader.text("DHCPV6C")))
        ip.method = IpMethod::Auto;
    else
        ip.method = ip.addresses.isEmpty() ? IpMethod::LinkLocal : IpMethod::Manual;
    ip.gateway = gateway6Of(reader);
    ip.metric = numberOf(reader.text("IPV6_ROUTE_METRIC"));
    return ip;
}

void readNames(const KeyReader &reader, IpPair *ip)
{
    const bool isManaged = !reader.isByService() && !reader.folder().dialect().isAssumed;
    bool isBehindGap = false;
    for (int i = 1; i <= 10; ++i) {
        const QByteArray key = numbered("DNS", i);
        const QString text = reader.text(key);
        isBehindGap = isBehindGap || (isManaged && text.isEmpty());
        if (isBehindGap && !text.isEmpty()) {
            reader.complain(Severity::Error, u"ifcfg.address-unread"_s, key,
                            QCoreApplication::translate(
                                "formats", "NetworkManager does not read %1: a number before it is missing.")
                                .arg(QString::fromLatin1(key)),
                            QCoreApplication::translate("formats", "Number the name servers without gaps."));
            continue;
        }
        if (const auto server = IpAddress::fromString(text)) {
            WrittenList<IpAddress> &dns = server->family() == IpAddress::Family::V4 ? ip->ipv4.dns : ip->ipv6.dns;
            if (!dns.contains(*server))
                dns.append(*server);
            reader.complainOfBlanks(key);
        } else if (!text.isEmpty()) {
            reader.complainOfValue(key, QCoreApplication::translate("formats", "Write one address."));
        }
    }
    ip->ipv4.search = reader.words("DOMAIN");
    if (ip->ipv4.search.isEmpty() && isManaged) // what old versions of it wrote
        ip->ipv4.search = reader.words("SEARCH");
    ip->ipv6.search = reader.words("IPV6_DOMAIN");
}

} // namespace

IpPair readIpKeys(const KeyReader &reader)
{
    IpPair ip{readIp4(reader), readIp6(reader)};
    readNames(reader, &ip);
    return ip;
}

WrittenList<IpNetwork> aliasAddresses(const IfcfgFile &file, const Folder &folder)
{
    QList<Finding> said;
    IpPair ip;
    readAliases(KeyReader(folder, file, &said), &said, &ip);
    return ip.ipv4.addresses;
}

IpPair readIp(const IfcfgFile &file, const Folder &folder, QList<Finding> *findings)
{
    if (!folder.bridgeOf(file).isEmpty())
        return {}; // whatever else it says
    const KeyReader reader(folder, file, findings);
    IpPair ip = readIpKeys(reader);
    readAliases(reader, findings, &ip);
    if (ip.ipv4.method == IpMethod::Disabled && !ip.ipv4.addresses.isEmpty())
        ip.ipv4.method = IpMethod::Manual;
    readRouteFile(reader, false, &ip.ipv4, findings);
    readRouteFile(reader, true, &ip.ipv6, findings);
    dropUnusable(reader, "IPADDR", &ip.ipv4);
    dropUnusable(reader, "IPV6ADDR", &ip.ipv6);
    return ip;
}

} // namespace bondwright::formats::ifcfg
