// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/macaddress.h"
#include "domain/rules/mtulimits.h"
#include "domain/rules/rules.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

void bondMac(const RuleInput &input, Report &report)
{
    const Written<BondMac> &policy = input.plan.mac;
    if (policy.isEmpty())
        return;
    if (const auto nic = policy.value().nic()) {
        if (!input.hasSlave(*nic))
            report.error(u"mac.not-slave"_s, u"mac"_s,
                         translate("rules", "The bond's MAC address is to come from “%1”, which does not belong to it.")
                             .arg(*nic),
                         translate("rules", "Choose one of the bond's NICs."));
        return;
    }
    const MacAddress &mac = policy.value().address();
    if (mac.isEmpty() || mac.isMulticast() || mac.isZero())
        report.error(u"mac.invalid"_s, u"mac"_s,
                     translate("rules", "“%1” cannot be the bond's MAC address.").arg(policy.text()),
                     translate("rules",
                               "Give an address such as 02:00:5e:10:00:01, “permanent:” and a NIC's name, or "
                               "nothing."));
}

void bondMacAndFailover(const RuleInput &input, Report &report)
{
    // bond_set_mac_address() of the driver does nothing then, and says that it succeeded.
    const BondOptions &options = input.plan.options;
    if (!input.plan.mac.isEmpty() && input.isMode({Mode::ActiveBackup}) && options.failOverMac() != FailOverMac::None)
        report.warning(u"mac.fail-over"_s, u"mac"_s,
                       translate("rules",
                                 "With fail_over_mac=%1 the bond has the MAC address of its active slave; the one set "
                                 "here is not kept.")
                           .arg(options.effective(u"fail_over_mac")),
                       translate("rules", "Remove the bond's MAC address, or set fail_over_mac to none."));
}

void bondMtu(const RuleInput &input, Report &report)
{
    if (!input.plan.mtu)
        return;
    const quint32 mtu = *input.plan.mtu;
    if (mtu < smallestMtu || mtu > largestMtu)
        report.error(
            u"mtu.range"_s, u"mtu"_s, translate("rules", "The MTU %1 is not possible.").arg(mtu),
            translate("rules", "Give a number from %1 to %2; 1500 is usual.").arg(smallestMtu).arg(largestMtu));
    else if (mtu < smallestIpv6Mtu && input.plan.ipv6.method != IpMethod::Disabled)
        report.error(u"mtu.ipv6"_s, u"mtu"_s,
                     translate("rules", "IPv6 needs an MTU of at least %1.").arg(smallestIpv6Mtu),
                     translate("rules", "Raise the MTU, or disable IPv6."));
}

} // namespace bondwright::rules
