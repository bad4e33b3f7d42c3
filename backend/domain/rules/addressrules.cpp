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

// Shorter IPv4 networks than this have a network and a broadcast address (RFC 3021).
constexpr int pointToPointPrefix = 31;

bool canBeOwn(const IpAddress &address)
{
    return !address.isUnspecified() && !address.isMulticast() && !address.isLoopback() && !address.isBroadcast();
}

bool isNetworkItself(const IpNetwork &network)
{
    return network.address.family() == IpAddress::Family::V4 && network.prefix < pointToPointPrefix
        && (network.address.hostBitsAllZero(network.prefix) || network.address.hostBitsAllOne(network.prefix));
}

void checkAddress(const FamilyConfig &family, qsizetype index, Report &report)
{
    const Written<IpNetwork> &address = family.config->addresses.at(index);
    const QString &text = address.text();
    const auto &network = address.value();
    const QString field = entryField(family.member(u"addresses"_s), index);
    const QString example = family.family == IpAddress::Family::V4 ? u"192.168.1.11/24"_s : u"2001:db8::11/64"_s;
    if (!network || network->address.family() != family.family)
        report.error(
            u"ip.address-invalid"_s, field,
            //: @status %1 is a text, %2 is IPv4 or IPv6
            translate("rules", "“%1” is not an %2 address with its prefix length.").arg(text, family.familyName()),
            translate("rules", "Write it as %1.").arg(example));
    else if (!text.contains(u'/') || network->prefix == 0)
        report.error(u"ip.address-no-prefix"_s, field,
                     translate("rules", "The address “%1” does not say how long its network prefix is.").arg(text),
                     translate("rules", "Write it as %1.").arg(example));
    else if (!canBeOwn(network->address))
        report.error(u"ip.address-unusable"_s, field,
                     translate("rules", "“%1” cannot be the address of an interface.").arg(text),
                     translate("rules", "Give the address of this host in its network."));
    else if (isNetworkItself(*network))
        report.error(u"ip.address-network"_s, field,
                     translate("rules", "“%1” is the network's own or its broadcast address, not a host's.").arg(text),
                     translate("rules", "Give the address of this host in its network."));
}

void checkDuplicates(const QList<FamilyConfig> &all, Report &report)
{
    QList<IpAddress> seen;
    for (const FamilyConfig &family : all) {
        for (qsizetype i = 0; i < family.config->addresses.size(); ++i) {
            const auto &network = family.config->addresses.at(i).value();
            if (!network)
                continue;
            if (seen.contains(network->address))
                report.error(u"ip.address-duplicate"_s, entryField(family.member(u"addresses"_s), i),
                             translate("rules", "The address %1 is given twice.").arg(network->address.toString()),
                             translate("rules", "Keep only one of them."));
            seen.append(network->address);
        }
    }
}

} // namespace

void addresses(const RuleInput &input, Report &report)
{
    const QList<FamilyConfig> all = families(input.plan);
    for (const FamilyConfig &family : all) {
        for (qsizetype i = 0; i < family.config->addresses.size(); ++i)
            checkAddress(family, i, report);
    }
    checkDuplicates(all, report);
}

void addressMethods(const RuleInput &input, Report &report)
{
    for (const FamilyConfig &family : families(input.plan)) {
        const IpConfig &config = *family.config;
        const bool hasStatic = !config.addresses.isEmpty() || !config.gateway.isEmpty() || !config.routes.isEmpty();
        if (config.method == IpMethod::Manual && config.addresses.isEmpty())
            report.error(u"ip.manual-empty"_s, family.member(u"addresses"_s),
                         //: @status %1 is IPv4 or IPv6
                         translate("rules", "%1 is set to manual, but no address is given.").arg(family.familyName()),
                         translate("rules", "Give an address, or choose another method."));
        else if (config.method != IpMethod::Manual && config.method != IpMethod::Auto && hasStatic)
            report.error(
                u"ip.method-conflict"_s, family.member(u"method"_s),
                translate("rules", "Addresses or routes are given for %1, but its method (%2) does not use them.")
                    .arg(family.familyName(), ipMethodName(config.method)),
                translate("rules", "Choose manual, or remove them."));
    }
}

void someAddress(const RuleInput &input, Report &report)
{
    const auto all = families(input.plan);
    const bool hasNone = std::all_of(
        all.begin(), all.end(), [](const FamilyConfig &family) { return family.config->method == IpMethod::Disabled; });
    if (hasNone)
        report.advice(
            u"ip.none"_s, u"ipv4"_s, translate("rules", "The bond gets no address at all."),
            translate("rules", "That is right for a bond below a bridge; otherwise choose DHCP or give an address."));
}

} // namespace bondwright::rules
