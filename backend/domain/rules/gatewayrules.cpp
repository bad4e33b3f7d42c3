// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/ipfamilies.h"
#include "domain/rules/rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

constexpr qsizetype maxDomainLength = 253; // RFC 1035
constexpr qsizetype maxLabelLength = 63;

bool isReachable(const FamilyConfig &family, const IpAddress &address)
{
    const auto networks = family.config->networks();
    // Without own addresses (DHCP) nothing can be said; fe80:: is on every link.
    return networks.isEmpty() || (address.family() == IpAddress::Family::V6 && address.isLinkLocal())
        || std::any_of(networks.begin(), networks.end(), [&](const IpNetwork &own) { return own.contains(address); });
}

bool isOwn(const FamilyConfig &family, const IpAddress &address)
{
    const auto networks = family.config->networks();
    return std::any_of(networks.begin(), networks.end(), [&](const IpNetwork &own) { return own.address == address; });
}

bool isHost(const FamilyConfig &family, const std::optional<IpAddress> &address)
{
    return address && address->family() == family.family && !address->isUnspecified() && !address->isMulticast()
        && !address->isBroadcast();
}

void checkGateway(const FamilyConfig &family, Report &report)
{
    const QString &text = family.config->gateway.text();
    const auto &gateway = family.config->gateway.value();
    const QString field = family.member(u"gateway"_s);
    if (!isHost(family, gateway))
        report.error(
            u"ip.gateway-invalid"_s, field,
            //: @status %1 is a text, %2 is IPv4 or IPv6
            translate("rules", "The gateway “%1” is not an %2 address of a host.").arg(text, family.familyName()),
            translate("rules", "Give the router's address without a prefix length."));
    else if (isOwn(family, *gateway))
        report.error(u"ip.gateway-self"_s, field,
                     translate("rules", "The gateway %1 is the bond's own address.").arg(text),
                     translate("rules", "Give the router's address."));
    else if (!isReachable(family, *gateway))
        report.error(
            u"ip.gateway-outside"_s, field,
            translate("rules", "The gateway %1 is in none of the bond's networks, so it cannot be reached.").arg(text),
            translate("rules", "Correct the gateway, the address or the prefix length."));
    else if (family.config->method == IpMethod::Auto && family.config->addresses.isEmpty())
        // nm_setting_ip_config_verify(): "gateway cannot be set if there are no addresses configured".
        report.warning(
            u"ip.gateway-beside-auto"_s, field,
            //: @status %1 is an address
            translate("rules", "NetworkManager refuses the gateway %1 without an address beside it.").arg(text),
            translate("rules", "Remove it: the network names one itself."));
}

void checkRoute(const FamilyConfig &family, qsizetype index, Report &report)
{
    const IpRoute &route = family.config->routes.at(index);
    const QString field = entryField(family.member(u"routes"_s), index);
    const auto &destination = route.destination.value();
    if (!destination || destination->address.family() != family.family)
        report.error(
            u"ip.route-invalid"_s, field + u".destination"_s,
            translate("rules", "“%1” is not an %2 network.").arg(route.destination.text(), family.familyName()),
            translate("rules", "Write it as address/prefix length."));
    else if (!destination->address.hostBitsAllZero(destination->prefix))
        report.error(u"ip.route-host-bits"_s, field + u".destination"_s,
                     translate("rules", "The route's destination %1 has bits set behind its prefix.")
                         .arg(route.destination.text()),
                     translate("rules", "Give the network's own address, or a longer prefix."));
    if (route.gateway.isEmpty())
        return;
    const auto &gateway = route.gateway.value();
    if (!isHost(family, gateway))
        report.error(u"ip.route-gateway-invalid"_s, field + u".gateway"_s,
                     translate("rules", "The gateway “%1” is not an %2 address of a host.")
                         .arg(route.gateway.text(), family.familyName()),
                     translate("rules", "Give the router's address without a prefix length."));
    else if (!isReachable(family, *gateway))
        report.error(u"ip.route-gateway-outside"_s, field + u".gateway"_s,
                     translate("rules", "The gateway %1 is in none of the bond's networks, so it cannot be reached.")
                         .arg(route.gateway.text()),
                     translate("rules", "Correct the gateway, the address or the prefix length."));
}

bool isDomain(const QString &text)
{
    // A leading "~" marks a routing-only domain (systemd-resolved, NetworkManager); "~." is the one of all names.
    if (text == u"~.")
        return true;
    const QString domain = text.startsWith(u'~') ? text.sliced(1) : text;
    if (domain.isEmpty() || domain.size() > maxDomainLength)
        return false;
    for (const QString &label : domain.split(u'.')) {
        const bool isClean = std::all_of(label.begin(), label.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
                || c == u'_';
        });
        if (label.isEmpty() || label.size() > maxLabelLength || !isClean)
            return false;
    }
    return true;
}

} // namespace

void gateways(const RuleInput &input, Report &report)
{
    for (const FamilyConfig &family : families(input.plan)) {
        if (!family.config->gateway.isEmpty())
            checkGateway(family, report);
    }
}

void routes(const RuleInput &input, Report &report)
{
    for (const FamilyConfig &family : families(input.plan)) {
        for (qsizetype i = 0; i < family.config->routes.size(); ++i)
            checkRoute(family, i, report);
    }
}

void nameServers(const RuleInput &input, Report &report)
{
    for (const FamilyConfig &family : families(input.plan)) {
        for (qsizetype i = 0; i < family.config->dns.size(); ++i) {
            const Written<IpAddress> &server = family.config->dns.at(i);
            if (!isHost(family, server.value()))
                report.error(u"ip.dns-invalid"_s, entryField(family.member(u"dns"_s), i),
                             translate("rules", "The DNS server “%1” is not an %2 address of a host.")
                                 .arg(server.text(), family.familyName()),
                             translate("rules", "Give the server's address; IPv6 servers belong to IPv6."));
        }
        for (qsizetype i = 0; i < family.config->search.size(); ++i) {
            const QString &domain = family.config->search.at(i);
            if (!isDomain(domain))
                report.error(u"ip.search-invalid"_s, entryField(family.member(u"search"_s), i),
                             translate("rules", "“%1” is not a domain name.").arg(domain),
                             translate("rules", "Write it as example.org."));
        }
    }
}

} // namespace bondwright::rules
