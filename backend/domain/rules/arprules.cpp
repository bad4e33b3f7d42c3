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

QStringList outsideTargets(const BondPlan &plan, const QString &option, const IpConfig &ip)
{
    const IpNetworks networks = ip.networks();
    QStringList targets = plan.options.effective(option).split(u',', Qt::SkipEmptyParts);
    targets.removeIf([&networks](const QString &text) {
        const auto target = IpAddress::fromString(text);
        return target && std::any_of(networks.begin(), networks.end(), [&target](const IpNetwork &own) {
                   return own.contains(*target);
               });
    });
    return targets;
}

} // namespace

void arpNeedsTargets(const RuleInput &input, Report &report)
{
    if (input.plan.options.monitorsByArp() && input.plan.options.arpTargets().isEmpty())
        report.error(u"arp.no-target"_s, optionField(u"arp_ip_target"_s),
                     translate("rules", "ARP monitoring has no target: nothing would be probed."),
                     translate("rules", "Name one or two hosts that always answer, such as the gateway."));
}

void arpTargetsNeedInterval(const RuleInput &input, Report &report)
{
    if (input.plan.options.monitorsByArp())
        return;
    for (const QString &name : {u"arp_ip_target"_s, u"ns_ip6_target"_s}) {
        if (!input.plan.options.effective(name).isEmpty())
            report.error(u"arp.no-interval"_s, optionField(name),
                         translate("rules", "The targets in %1 are never probed, because arp_interval is 0.").arg(name),
                         translate("rules", "Set arp_interval (and remove miimon), or remove the targets."));
    }
}

void arpValidateNeedsInterval(const RuleInput &input, Report &report)
{
    if (!input.plan.options.monitorsByArp() && input.plan.options.arpValidate() != ArpValidate::None)
        report.error(u"arp.validate-no-interval"_s, optionField(u"arp_validate"_s),
                     translate("rules", "arp_validate works only with ARP monitoring, and arp_interval is 0."),
                     translate("rules", "Set arp_interval (and remove miimon), or remove arp_validate."));
}

/// With all targets the driver uses the time of the last validated reply of each (slave_oldest_target_arp_rx), and it
/// validates only where arp_validate says so: elsewhere the time of attaching is all it ever has.
void arpAllTargetsNeedValidation(const RuleInput &input, Report &report)
{
    if (!input.isMode({Mode::ActiveBackup}) || !input.plan.options.monitorsByArp()
        || !input.plan.options.needsAllArpTargets())
        return;
    const ArpValidate validate = input.plan.options.arpValidate();
    const QString name = input.plan.options.effective(u"arp_validate");
    const QString advice = translate("rules", "Set arp_validate=all, or arp_all_targets=any.");
    if (validate == ArpValidate::Active || validate == ArpValidate::FilterActive)
        report.warning(u"arp.all-targets-standby"_s, optionField(u"arp_all_targets"_s),
                       translate("rules",
                                 "arp_all_targets=all sees replies only where arp_validate looks at them, and %1 does "
                                 "not look at standby NICs: they count as down.")
                           .arg(name),
                       advice);
    else if (validate != ArpValidate::All)
        report.error(
            u"arp.all-targets"_s, optionField(u"arp_all_targets"_s),
            translate("rules",
                      "arp_all_targets=all sees replies only where arp_validate looks at them, and %1 does not "
                      "look at the active NIC: the link of the bond is never up.")
                .arg(name),
            advice);
}

/// bond_arp_rcv() takes a reply on a NIC that is down only while another one is up: where all were down at once, as before
/// the bond has an address, none comes back. Seen with Linux 6.1.
void arpValidationKeepsLinksDown(const RuleInput &input, Report &report)
{
    const ArpValidate validate = input.plan.options.arpValidate();
    const bool looksAtDownNics
        = validate == ArpValidate::All || validate == ArpValidate::Backup || validate == ArpValidate::FilterBackup;
    if (input.isMode({Mode::BalanceRr, Mode::BalanceXor, Mode::Broadcast}) && input.plan.options.monitorsByArp()
        && looksAtDownNics)
        report.warning(
            u"arp.validate-stays-down"_s, optionField(u"arp_validate"_s),
            translate("rules",
                      "In this mode no NIC comes back once all were down together: with %1 the driver takes no "
                      "replies then.")
                .arg(input.plan.options.effective(u"arp_validate")),
            translate("rules", "Set arp_validate=active, or leave it out."));
}

void arpBehindAggregation(const RuleInput &input, Report &report)
{
    if (input.plan.options.monitorsByArp() && modeInfo(input.plan.mode).switchNeed == SwitchNeed::StaticLag)
        report.warning(u"arp.aggregated"_s, optionField(u"arp_interval"_s),
                       translate("rules",
                                 "In this mode the switch may return all ARP replies over one port; the other "
                                 "NICs then look broken."),
                       translate("rules", "Use miimon, or set the switch to spread packets evenly."));
}

void arpTargetsInSubnet(const RuleInput &input, Report &report)
{
    if (!input.plan.options.monitorsByArp() || input.plan.ipv4.method != IpMethod::Manual
        || !input.plan.vlans.isEmpty())
        return;
    for (const QString &text : outsideTargets(input.plan, u"arp_ip_target"_s, input.plan.ipv4))
        report.warning(u"arp.target-outside"_s, optionField(u"arp_ip_target"_s),
                       translate("rules",
                                 "The ARP target %1 is in none of the bond's networks; ARP does not pass "
                                 "routers.")
                           .arg(text),
                       translate("rules", "Take a host of the same network, such as the gateway."));
}

/// Without an address of that network bond_ns_send_all() asks from "::". Seen with Linux 6.1: the links are up as long
/// as a NIC is active, and when that one fails no other takes over.
void nsTargetsInSubnet(const RuleInput &input, Report &report)
{
    const IpConfig &ip = input.plan.ipv6;
    const BondOptions &options = input.plan.options;
    if (!options.monitorsByArp() || ip.method == IpMethod::Auto || !input.plan.vlans.isEmpty())
        return;
    if (!options.effective(u"arp_ip_target").isEmpty() && !options.needsAllArpTargets())
        return; // an answer of any is enough
    for (const QString &text : outsideTargets(input.plan, u"ns_ip6_target"_s, ip)) {
        const auto target = IpAddress::fromString(text);
        if (ip.method == IpMethod::Disabled || !target || !target->isLinkLocal())
            report.warning(
                u"ns.target-outside"_s, optionField(u"ns_ip6_target"_s),
                translate("rules",
                          "The target %1 is in none of the bond's IPv6 networks: a NIC that has to take over "
                          "may get no answers.")
                    .arg(text),
                translate("rules", "Give the bond an address in the network of the target."));
    }
}

/// The route to it leads over "lo": bond_arp_send_all() and bond_ns_send_all() pass such a target over.
void arpTargetsAreOthers(const RuleInput &input, Report &report)
{
    if (!input.plan.options.monitorsByArp())
        return;
    QStringList own;
    for (const FamilyConfig &family : families(input.plan)) {
        for (const IpNetwork &network : family.config->networks())
            own.append(network.address.toString());
    }
    for (const QString &name : {u"arp_ip_target"_s, u"ns_ip6_target"_s}) {
        const QString targets = input.plan.options.effective(name);
        for (const QString &target : targets.split(u',', Qt::SkipEmptyParts)) {
            if (own.contains(target))
                report.warning(
                    u"arp.target-self"_s, optionField(name),
                    translate("rules", "The target %1 is the bond's own address: the driver sends no probes to it.")
                        .arg(target),
                    translate("rules", "Take a host of the same network, such as the gateway."));
        }
    }
}

} // namespace bondwright::rules
