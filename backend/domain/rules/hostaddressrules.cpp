// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/ipaddress.h"
#include "domain/rules/ipfamilies.h"
#include "domain/rules/rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

const IpConfig &configFor(const BondPlan &plan, IpAddress::Family family)
{
    return family == IpAddress::Family::V4 ? plan.ipv4 : plan.ipv6;
}

bool keepsAddress(const BondPlan &plan, const IpAddress &address)
{
    const QList<FamilyConfig> all = families(plan);
    return std::any_of(all.begin(), all.end(), [&](const FamilyConfig &family) {
        const IpNetworks networks = family.config->networks();
        return std::any_of(networks.begin(), networks.end(),
                           [&](const IpNetwork &own) { return own.address == address; });
    });
}

// DHCP and SLAAC may give the same address again, or not: that is not lost.
bool losesAddress(const BondPlan &plan, const IpNetwork &present)
{
    return !present.address.isLinkLocal() && configFor(plan, present.address.family()).method != IpMethod::Auto
        && !keepsAddress(plan, present.address);
}

QStringList lostAddresses(const BondPlan &plan, const NicFacts &nic)
{
    QStringList lost;
    for (const IpNetwork &network : nic.addresses) {
        if (losesAddress(plan, network))
            lost.append(network.toString());
    }
    return lost;
}

bool belongsToPlan(const RuleInput &input, const NicFacts &nic)
{
    if (input.hasSlave(nic.name) || nic.name == input.plan.name || nic.name == input.editing)
        return true;
    // A VLAN of the bond that the plan does not name goes with the edit, which may give its address to another.
    if (!input.editing.isEmpty() && nic.kind == InterfaceKind::Vlan && nic.name.startsWith(input.editing + u'.'))
        return true;
    return std::any_of(input.plan.vlans.begin(), input.plan.vlans.end(), [&](const VlanPlan &vlan) {
        // The VLANs of a bond that is renamed still have the former name in theirs.
        return vlan.interfaceName(input.plan.name) == nic.name
            || (!input.editing.isEmpty() && vlan.interfaceName(input.editing) == nic.name);
    });
}

// The slaves that are in no bond now, and the bond itself where it is being changed.
QList<const NicFacts *> affected(const RuleInput &input)
{
    QList<const NicFacts *> nics = input.slaveFacts();
    const NicFacts *bond = input.editing.isEmpty() ? nullptr : input.host.nic(input.editing);
    if (bond && !nics.contains(bond))
        nics.prepend(bond);
    return nics;
}

QString fieldOf(const RuleInput &input, const NicFacts &nic)
{
    return input.hasSlave(nic.name) ? slaveField(input, nic.name, u"name"_s) : u"name"_s;
}

QString familyField(IpAddress::Family family, const QString &member)
{
    return (family == IpAddress::Family::V4 ? u"ipv4."_s : u"ipv6."_s) + member;
}

} // namespace

void addressesMove(const RuleInput &input, Report &report)
{
    for (const NicFacts *nic : affected(input)) {
        const QStringList lost = lostAddresses(input.plan, *nic);
        if (!lost.isEmpty())
            report.warning(
                u"address.lost"_s, fieldOf(input, *nic),
                //: @status %1 is an interface's name, %2 a list of its addresses
                translate("rules", "“%1” has the address %2, which the plan does not take over: it will vanish.")
                    .arg(nic->name, joined(lost)),
                translate("rules", "Give the bond this address if the host must stay reachable under it."));
    }
}

void sessionSurvives(const RuleInput &input, Report &report)
{
    for (const NicFacts *nic : affected(input)) {
        if (!nic->carriesSession)
            continue;
        const auto &peer = input.host.sessionPeer;
        //: @status %1 is an interface's name, %2 the address of the administrator's own computer
        const QString message = peer
            ? translate("rules", "Your own remote session from %2 runs over “%1”.").arg(nic->name, peer->toString())
            : translate("rules", "Your own remote session runs over “%1”.").arg(nic->name);
        if (lostAddresses(input.plan, *nic).isEmpty())
            report.warning(u"session.moves"_s, fieldOf(input, *nic), message,
                           translate("rules",
                                     "It moves to the bond with the address and may pause for some seconds; confirm "
                                     "in time, or everything is rolled back."));
        else
            report.warning(u"session.lost"_s, fieldOf(input, *nic), message,
                           translate("rules",
                                     "The plan does not keep the address it uses: the session will break. Give the "
                                     "bond this address, or work from the console."));
    }
}

QString lostWayText(const NicFacts &nic, const std::optional<IpAddress> &gateway)
{
    if (gateway && gateway->family() == IpAddress::Family::V6)
        //: @status %1 is an interface's name, %2 the gateway's address
        return translate("rules",
                         "“%1” carries the IPv6 default route through %2; the plan has no IPv6 gateway, so the host "
                         "loses its way out over IPv6.")
            .arg(nic.name, gateway->toString());
    //: @status %1 is an interface's name, %2 the gateway's address
    return translate("rules",
                     "“%1” carries the default route through %2; the plan has no gateway, so the host loses its way "
                     "out of the network.")
        .arg(nic.name, textOf(gateway));
}

void wayOutSurvives(const RuleInput &input, const NicFacts &nic, const std::optional<IpAddress> &gateway,
                    Report &report)
{
    const auto family = gateway ? gateway->family() : IpAddress::Family::V4;
    const IpConfig &config = configFor(input.plan, family);
    const QList<FamilyConfig> all = families(input.plan);
    const bool isReplaced = std::any_of(all.begin(), all.end(), [family](const FamilyConfig &one) {
        return one.family == family && (one.config->method == IpMethod::Auto || !one.config->gateway.isEmpty());
    });
    if (!isReplaced)
        report.warning(u"gateway.lost"_s, familyField(family, u"gateway"_s), lostWayText(nic, gateway),
                       translate("rules", "Give the bond this gateway."));
    else if (gateway && !config.gateway.isEmpty() && config.gateway.value() != gateway)
        report.warning(u"gateway.changed"_s, familyField(family, u"gateway"_s),
                       //: @status %1 is the present gateway's address, %2 the planned one's
                       translate("rules", "The default route goes through %1 now and through %2 with this plan.")
                           .arg(gateway->toString(), config.gateway.text()),
                       translate("rules", "Make sure that this is meant."));
}

void defaultRouteSurvives(const RuleInput &input, Report &report)
{
    for (const NicFacts *nic : affected(input)) {
        if (!nic->carriesDefaultRoute)
            continue;
        // The first is IPv6's where there is no other.
        if (!nic->gateway || nic->gateway->family() == IpAddress::Family::V4)
            wayOutSurvives(input, *nic, nic->gateway, report);
        if (nic->ipv6Gateway)
            wayOutSurvives(input, *nic, nic->ipv6Gateway, report);
    }
}

void nameServersSurvive(const RuleInput &input, Report &report)
{
    const QList<const NicFacts *> nics = affected(input);
    // An edited bond keeps the servers that it had.
    const bool movesDefaultRoute = std::any_of(nics.begin(), nics.end(), [&input](const NicFacts *nic) {
        return nic->carriesDefaultRoute && nic->name != input.editing;
    });
    const QList<FamilyConfig> all = families(input.plan);
    const bool hasServers = std::any_of(all.begin(), all.end(), [](const FamilyConfig &family) {
        return family.config->method == IpMethod::Auto || !family.config->dns.isEmpty();
    });
    if (movesDefaultRoute && !hasServers && !input.host.dns.isEmpty())
        report.warning(u"dns.lost"_s, u"ipv4.dns"_s,
                       //: @status %1 is a list of addresses
                       translate("rules",
                                 "The DNS servers in use (%1) may vanish with the NIC's configuration; the plan names "
                                 "none.")
                           .arg(joined(textsOf(input.host.dns))),
                       translate("rules", "Give the bond these DNS servers."));
}

void addressesFree(const RuleInput &input, Report &report)
{
    for (const FamilyConfig &family : families(input.plan)) {
        for (qsizetype i = 0; i < family.config->addresses.size(); ++i) {
            const auto &wanted = family.config->addresses.at(i).value();
            for (const NicFacts &nic : input.host.nics) {
                if (!wanted || belongsToPlan(input, nic))
                    continue;
                const QString field = entryField(family.member(u"addresses"_s), i);
                for (const IpNetwork &present : nic.addresses) {
                    if (present.address == wanted->address)
                        report.error(u"address.in-use"_s, field,
                                     //: @status %1 is an address, %2 an interface's name
                                     translate("rules", "The address %1 is already on the interface “%2”.")
                                         .arg(wanted->address.toString(), nic.name),
                                     translate("rules", "Remove it there, or choose another address."));
                    else if (!present.address.isLinkLocal() && !present.address.isLoopback()
                             && present.contains(wanted->address))
                        report.warning(
                            u"address.same-network"_s, field,
                            translate("rules", "The interface “%2” has an address of the same network as %1.")
                                .arg(wanted->address.toString(), nic.name),
                            translate("rules",
                                      "Two interfaces in one network answer for each other, and answers may return "
                                      "through either: add that NIC to the bond, or use another network."));
                }
            }
        }
    }
}

} // namespace bondwright::rules
