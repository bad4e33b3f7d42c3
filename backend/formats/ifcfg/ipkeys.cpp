// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ipkeys.h"

#include "domain/ipaddress.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifcfg/folder.h"
#include "formats/numbertext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

QByteArray numbered(const char *key, int index)
{
    return index < 0 ? QByteArray(key) : key + QByteArray::number(index);
}

namespace
{

/// "IPADDR7" → true for "IPADDR"; "IPADDRESS" → false.
bool isNumbered(const QByteArray &key, const char *stem)
{
    const QByteArray rest = key.mid(qsizetype(qstrlen(stem)));
    return key.startsWith(stem) && std::all_of(rest.cbegin(), rest.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The part of a configuration that its own group of keys holds.
IpConfig core(IpConfig ip)
{
    ip.dns.clear();
    ip.search.clear();
    ip.routes.clear();
    return ip;
}

void writeAddresses(ShellFile *file, const IpConfig &ip, const Dialect &dialect)
{
    const qsizetype count
        = dialect.knowsManyAddresses() ? ip.addresses.size() : std::min<qsizetype>(ip.addresses.size(), 1);
    QList<QByteArray> written;
    for (qsizetype i = 0; i < count; ++i) {
        const auto &network = ip.addresses.at(i).value();
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
                || isNumbered(key, "BROADCAST") || key == "NETWORK");
    });
}

void writeGateway(ShellFile *file, const QString &gateway, const ShellFile &network)
{
    file->removeIf([](const QByteArray &key) { return key != "GATEWAY" && isNumbered(key, "GATEWAY"); });
    // An empty one keeps that of /etc/sysconfig/network off.
    const bool hasGlobal = network.contains("GATEWAY");
    gateway.isEmpty() && hasGlobal ? void(file->set("GATEWAY", {})) : file->setOrRemove("GATEWAY", gateway);
    if (gateway.isEmpty() && hasGlobal)
        file->set("DEFROUTE", u"no"_s);
    else if (!gateway.isEmpty() && isNo(file->text("DEFROUTE")))
        file->remove("DEFROUTE");
    if (!gateway.isEmpty() && network.contains("GATEWAYDEV"))
        file->set("GATEWAYDEV", file->text("DEVICE"));
    if (!gateway.isEmpty()) // the scripts compare the gateway with it
        file->remove("NETWORK");
}

void writeIp4(ShellFile *file, const IpConfig &old, const IpConfig &ip, const Dialect &dialect, bool isNew,
              const ShellFile &network)
{
    const auto protoOf = [](IpMethod method) {
        return method == IpMethod::Auto ? u"dhcp"_s : method == IpMethod::LinkLocal ? u"autoip"_s : u"none"_s;
    };
    const bool isMissing = !file->contains("BOOTPROTO") && core(old) != core(ip);
    if (isNew || isMissing || protoOf(old.method) != protoOf(ip.method))
        file->set("BOOTPROTO", protoOf(ip.method));
    const bool isMoved = isNew || old.addresses != ip.addresses;
    if (isMoved)
        writeAddresses(file, ip, dialect);
    // A gateway from elsewhere may not fit to other addresses.
    if (isNew || old.gateway != ip.gateway || (isMoved && (!ip.gateway.isEmpty() || file->contains("GATEWAY"))))
        writeGateway(file, ip.gateway.text(), network);
    if (!isNew && old.metric == ip.metric)
        return;
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
    const QStringList addresses = isOn ? ip.addresses.texts() : QStringList();
    file->setOrRemove("IPV6ADDR", addresses.value(0));
    file->setOrRemove("IPV6ADDR_SECONDARIES", addresses.mid(1).join(u' '));
    file->setOrRemove("IPV6_DEFAULTGW", isOn ? ip.gateway.text() : QString());
    if (!ip.gateway.isEmpty() && isNo(file->text("IPV6_DEFROUTE")))
        file->remove("IPV6_DEFROUTE");
    file->setOrRemove("IPV6_ROUTE_METRIC", isOn ? numberText(ip.metric) : QString());
}

void writeNames(ShellFile *file, const IpPair &ip)
{
    const QStringList servers = ip.ipv4.dns.texts() + ip.ipv6.dns.texts();
    for (int i = 1; i <= 10; ++i)
        file->setOrRemove(numbered("DNS", i), servers.value(i - 1));
    file->setOrRemove("DOMAIN", ip.ipv4.search.join(u' '));
    file->remove("SEARCH");
    file->setOrRemove("IPV6_DOMAIN", ip.ipv6.search.join(u' '));
}

} // namespace

void writeIpKeys(ShellFile *file, const IpPair &old, const IpPair &wanted, const Dialect &dialect, bool isNew,
                 const ShellFile &network)
{
    writeIp4(file, old.ipv4, wanted.ipv4, dialect, isNew, network);
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
