// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ipkeys.h"

#include "domain/ipaddress.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

constexpr int maxIndexed = 256;

QByteArray numbered(const char *key, int index)
{
    return index < 0 ? QByteArray(key) : key + QByteArray::number(index);
}

/// "IPADDR7" → true for "IPADDR"; "IPADDRESS" → false.
bool isNumbered(const QByteArray &key, const char *stem)
{
    const QByteArray rest = key.mid(qsizetype(qstrlen(stem)));
    return key.startsWith(stem) && std::all_of(rest.cbegin(), rest.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<quint32> numberOf(const QString &text)
{
    bool isNumber = false;
    const quint32 value = text.toUInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// IPADDR with PREFIX or NETMASK, or the address's class without either, as ipcalc has it.
std::optional<QString> addressAt(const ShellFile &file, int index)
{
    const QString address = file.text(numbered("IPADDR", index)).trimmed();
    if (address.isEmpty())
        return std::nullopt;
    int prefix = classfulPrefix(address);
    if (const auto n = numberOf(file.text(numbered("PREFIX", index))))
        prefix = int(*n);
    else if (const auto mask = prefixFromNetmask(file.text(numbered("NETMASK", index))))
        prefix = *mask;
    const auto network = IpNetwork::fromString(u"%1/%2"_s.arg(address).arg(prefix));
    return network ? std::optional(network->toString()) : std::nullopt;
}

QString canonicalAddress(const QString &text)
{
    const auto address = IpAddress::fromString(text);
    return address ? address->toString() : QString();
}

IpConfig readIp4(const ShellFile &file, const QList<IfcfgFile> &aliases)
{
    IpConfig ip;
    for (int i = -1; i < maxIndexed; ++i) {
        if (const auto address = addressAt(file, i))
            ip.addresses.append(*address);
        else if (i >= 2)
            break; // the scripts stop at the first gap behind IPADDR2
        if (ip.gateway.isEmpty())
            ip.gateway = canonicalAddress(file.text(numbered("GATEWAY", i)));
    }
    for (const IfcfgFile &alias : aliases) {
        if (const auto address = addressAt(alias.file, -1))
            ip.addresses.append(*address);
    }
    const QString proto = file.text("BOOTPROTO").toLower();
    if (proto == u"dhcp" || proto == u"bootp")
        ip.method = IpMethod::Auto;
    else if (proto == u"autoip")
        ip.method = IpMethod::LinkLocal;
    else
        ip.method = ip.addresses.isEmpty() ? IpMethod::Disabled : IpMethod::Manual;
    ip.metric = numberOf(file.text(file.contains("IPV4_ROUTE_METRIC") ? "IPV4_ROUTE_METRIC" : "METRIC"));
    return ip;
}

IpConfig readIp6(const ShellFile &file)
{
    IpConfig ip;
    if (!isYes(file.text("IPV6INIT")) || isYes(file.text("IPV6_DISABLED")))
        return ip;
    const QString all = file.text("IPV6ADDR") + u' ' + file.text("IPV6ADDR_SECONDARIES");
    for (const QString &text : all.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto network = IpNetwork::fromString(text.contains(u'/') ? text : text + u"/64"_s))
            ip.addresses.append(network->toString());
    }
    const bool isAuto
        = file.contains("IPV6_AUTOCONF") ? isYes(file.text("IPV6_AUTOCONF")) : !isYes(file.text("IPV6FORWARDING"));
    if (isAuto || isYes(file.text("DHCPV6C")))
        ip.method = IpMethod::Auto;
    else
        ip.method = ip.addresses.isEmpty() ? IpMethod::LinkLocal : IpMethod::Manual;
    ip.gateway = canonicalAddress(file.text("IPV6_DEFAULTGW").section(u'%', 0, 0));
    ip.metric = numberOf(file.text("IPV6_ROUTE_METRIC"));
    return ip;
}

void readNames(const ShellFile &file, IpPair *ip)
{
    for (int i = 1; i <= 10; ++i) {
        if (const auto server = IpAddress::fromString(file.text(numbered("DNS", i))))
            (server->family() == IpAddress::Family::V4 ? ip->ipv4 : ip->ipv6).dns.append(server->toString());
    }
    ip->ipv4.search = file.text("DOMAIN").split(u' ', Qt::SkipEmptyParts);
    ip->ipv6.search = file.text("IPV6_DOMAIN").split(u' ', Qt::SkipEmptyParts);
}

QString numberText(std::optional<quint32> value)
{
    return value ? QString::number(*value) : QString();
}

void writeIp4(ShellFile *file, const IpConfig &ip, const Dialect &dialect)
{
    const QString proto = ip.method == IpMethod::Auto ? u"dhcp"_s
        : ip.method == IpMethod::LinkLocal            ? u"autoip"_s
                                                      : u"none"_s;
    file->set("BOOTPROTO", proto);
    const qsizetype count
        = dialect.knowsManyAddresses() ? ip.addresses.size() : std::min<qsizetype>(ip.addresses.size(), 1);
    QList<QByteArray> written;
    for (qsizetype i = 0; i < count; ++i) {
        const auto network = IpNetwork::fromString(ip.addresses.at(i));
        if (!network)
            continue;
        const int index = i == 0 ? -1 : int(i); // IPADDR, IPADDR1, IPADDR2, …: no gap in either reader's eyes
        const QByteArray mask = numbered(dialect.knowsPrefix() ? "PREFIX" : "NETMASK", index);
        written += {numbered("IPADDR", index), mask};
        file->set(numbered("IPADDR", index), network->address.toString());
        file->set(mask, dialect.knowsPrefix() ? QString::number(network->prefix) : netmaskFromPrefix(network->prefix));
    }
    file->removeIf([&](const QByteArray &key) {
        return !written.contains(key)
            && (isNumbered(key, "IPADDR") || isNumbered(key, "PREFIX") || isNumbered(key, "NETMASK")
                || isNumbered(key, "BROADCAST") || key == "NETWORK" || isNumbered(key, "GATEWAY"))
            && (key != "GATEWAY" || ip.gateway.isEmpty());
    });
    file->setOrRemove("GATEWAY", ip.gateway);
    file->remove(dialect.readByService() ? "IPV4_ROUTE_METRIC" : "METRIC");
    file->setOrRemove(dialect.readByService() ? "METRIC" : "IPV4_ROUTE_METRIC", numberText(ip.metric));
}

void writeIp6(ShellFile *file, const IpConfig &ip, const Dialect &dialect)
{
    const bool isOn = ip.method != IpMethod::Disabled;
    // Releases 5 and 6 have it off unless told otherwise, and their files say nothing of it.
    if (isOn || dialect.release >= 7 || file->contains("IPV6INIT"))
        file->set("IPV6INIT", isOn ? u"yes"_s : u"no"_s);
    // Without this NetworkManager leaves IPv6 to the kernel, which configures itself.
    file->setOrRemove("IPV6_DISABLED",
                      !isOn && dialect.release >= 8 && !dialect.readByService() ? u"yes"_s : QString());
    file->setOrRemove("IPV6_AUTOCONF", !isOn ? QString() : ip.method == IpMethod::Auto ? u"yes"_s : u"no"_s);
    // NetworkManager asks for DHCPv6 when the router says so; the scripts have to be told.
    file->setOrRemove("DHCPV6C", ip.method == IpMethod::Auto && dialect.readByService() ? u"yes"_s : QString());
    file->setOrRemove("IPV6ADDR", isOn ? ip.addresses.value(0) : QString());
    file->setOrRemove("IPV6ADDR_SECONDARIES", isOn ? ip.addresses.mid(1).join(u' ') : QString());
    file->setOrRemove("IPV6_DEFAULTGW", isOn ? ip.gateway : QString());
    file->setOrRemove("IPV6_ROUTE_METRIC", isOn ? numberText(ip.metric) : QString());
}

void writeNames(ShellFile *file, const IpPair &ip)
{
    const QStringList servers = ip.ipv4.dns + ip.ipv6.dns;
    for (int i = 1; i <= 10; ++i)
        file->setOrRemove(numbered("DNS", i), servers.value(i - 1));
    file->setOrRemove("DOMAIN", ip.ipv4.search.join(u' '));
    file->setOrRemove("IPV6_DOMAIN", ip.ipv6.search.join(u' '));
}

/// The part of a configuration that its own group of keys holds.
IpConfig core(IpConfig ip)
{
    ip.dns.clear();
    ip.search.clear();
    ip.routes.clear();
    return ip;
}

} // namespace

IpPair readIpKeys(const ShellFile &file, const QList<IfcfgFile> &aliases)
{
    IpPair ip{readIp4(file, aliases), readIp6(file)};
    readNames(file, &ip);
    return ip;
}

void writeIpKeys(ShellFile *file, const IpPair &old, const IpPair &wanted, const Dialect &dialect)
{
    const bool isNew = !file->contains("BOOTPROTO") && !file->contains("IPADDR");
    if (isNew || core(old.ipv4) != core(wanted.ipv4))
        writeIp4(file, wanted.ipv4, dialect);
    if (isNew || core(old.ipv6) != core(wanted.ipv6))
        writeIp6(file, wanted.ipv6, dialect);
    if (old.ipv4.dns != wanted.ipv4.dns || old.ipv6.dns != wanted.ipv6.dns || old.ipv4.search != wanted.ipv4.search
        || old.ipv6.search != wanted.ipv6.search)
        writeNames(file, wanted);
}

bool isAddressKey(const QByteArray &key)
{
    static const QList<QByteArray> single{"NETWORK",
                                          "DOMAIN",
                                          "SEARCH",
                                          "DEFROUTE",
                                          "PEERDNS",
                                          "PEERROUTES",
                                          "METRIC",
                                          "SRCADDR",
                                          "GATEWAYDEV",
                                          "DHCPV6C",
                                          "DHCP_CLIENT_ID",
                                          "DHCP_HOSTNAME",
                                          "PERSISTENT_DHCLIENT",
                                          "DHCPCLASS",
                                          "DHCPV6C_OPTIONS",
                                          "IPV4_FAILURE_FATAL",
                                          "IPV4_ROUTE_METRIC",
                                          "IPV4_DHCP_TIMEOUT",
                                          "IPV4_DNS_PRIORITY"};
    return single.contains(key) || key.startsWith("IPV6") || isNumbered(key, "IPADDR") || isNumbered(key, "PREFIX")
        || isNumbered(key, "NETMASK") || isNumbered(key, "BROADCAST") || isNumbered(key, "GATEWAY")
        || isNumbered(key, "DNS");
}

QList<Finding> ipFindings(const IpPair &ip, const Dialect &dialect, const QString &field)
{
    QList<Finding> findings;
    const auto warn = [&](const QString &code, const QString &where, const QString &message) {
        findings.append(
            finding(Severity::Error, code, field + where, message,
                    QCoreApplication::translate("formats", "Let NetworkManager read the files, or change the plan.")));
    };
    if (ip.ipv4.dns.size() + ip.ipv6.dns.size() > 10)
        findings.append(finding(Severity::Error, u"ifcfg.dns-many"_s, field + u"ipv4.dns"_s,
                                QCoreApplication::translate("formats", "These files hold at most ten DNS servers."),
                                QCoreApplication::translate("formats", "Two or three are enough.")));
    if (!dialect.readByService())
        return findings;
    if (ip.ipv4.method == IpMethod::LinkLocal)
        warn(u"ifcfg.link-local"_s, u"ipv4.method"_s,
             QCoreApplication::translate("formats", "The network service knows no IPv4 link-local addressing."));
    if (ip.ipv4.method == IpMethod::Auto && !ip.ipv4.addresses.isEmpty())
        warn(u"ifcfg.dhcp-and-address"_s, u"ipv4.addresses"_s,
             QCoreApplication::translate("formats", "The network service ignores addresses beside DHCP."));
    if (ip.ipv6.metric)
        warn(u"ifcfg.metric6"_s, u"ipv6.metric"_s,
             QCoreApplication::translate("formats", "The network service knows no metric for IPv6."));
    if (!ip.ipv6.search.isEmpty())
        warn(u"ifcfg.search6"_s, u"ipv6.search"_s,
             QCoreApplication::translate("formats",
                                         "The network service reads search domains from the IPv4 part only."));
    return findings;
}

} // namespace bondwright::formats::ifcfg
