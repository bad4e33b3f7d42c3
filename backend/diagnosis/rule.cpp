// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rule.h"

#include <array>

namespace bondwright::diagnosis
{

namespace
{

constexpr std::array<RuleInfo, ruleCount> ruleTable{{
    RuleInfo{Rule::Healthy, QLatin1String("healthy"), false},
    RuleInfo{Rule::Unknown, QLatin1String("unknown"), false},
    RuleInfo{Rule::BondOff, QLatin1String("bond-off"), true},
    RuleInfo{Rule::NoSlaves, QLatin1String("no-slaves"), true},
    RuleInfo{Rule::LinkLost, QLatin1String("link-lost"), true},
    RuleInfo{Rule::NoActiveSlave, QLatin1String("no-active-slave"), true},
    RuleInfo{Rule::NoCarrier, QLatin1String("no-carrier"), true},
    RuleInfo{Rule::MinLinks, QLatin1String("min-links"), true},
    RuleInfo{Rule::OneSlave, QLatin1String("one-slave"), true},
    RuleInfo{Rule::Unwatched, QLatin1String("unwatched"), true},
    RuleInfo{Rule::LacpHidden, QLatin1String("lacp-hidden"), false},
    RuleInfo{Rule::LacpNoPartner, QLatin1String("lacp-no-partner"), true},
    RuleInfo{Rule::LacpSomePorts, QLatin1String("lacp-some-ports"), true},
    RuleInfo{Rule::LacpSplit, QLatin1String("lacp-split"), true},
    RuleInfo{Rule::LacpIndividual, QLatin1String("lacp-individual"), true},
    RuleInfo{Rule::LacpSpeedDiffers, QLatin1String("lacp-speed-differs"), true},
    RuleInfo{Rule::LacpChurn, QLatin1String("lacp-churn"), true},
    RuleInfo{Rule::LacpRate, QLatin1String("lacp-rate"), false},
    RuleInfo{Rule::SlaveSilent, QLatin1String("slave-silent"), true},
    RuleInfo{Rule::SlaveMissing, QLatin1String("slave-missing"), true},
    RuleInfo{Rule::SlaveUnexpected, QLatin1String("slave-unexpected"), false},
    RuleInfo{Rule::SpeedUnknown, QLatin1String("speed-unknown"), false},
    RuleInfo{Rule::SpeedDiffers, QLatin1String("speed-differs"), false},
    RuleInfo{Rule::HalfDuplex, QLatin1String("half-duplex"), true},
    RuleInfo{Rule::Errors, QLatin1String("errors"), true},
    RuleInfo{Rule::Flapping, QLatin1String("flapping"), true},
    RuleInfo{Rule::OneCarriesAll, QLatin1String("one-carries-all"), false},
    RuleInfo{Rule::VirtualCarrier, QLatin1String("virtual-carrier"), false},
    RuleInfo{Rule::WirelessSlave, QLatin1String("wireless-slave"), false},
    RuleInfo{Rule::BridgedBalance, QLatin1String("bridged-balance"), false},
    RuleInfo{Rule::SameSwitch, QLatin1String("same-switch"), false},
    RuleInfo{Rule::SwitchesDiffer, QLatin1String("switches-differ"), true},
    RuleInfo{Rule::PortVlanDiffers, QLatin1String("port-vlan-differs"), true},
    RuleInfo{Rule::PortGroupDiffers, QLatin1String("port-group-differs"), true},
    RuleInfo{Rule::CableMoved, QLatin1String("cable-moved"), false},
    RuleInfo{Rule::SlaveSendsNothing, QLatin1String("slave-sends-nothing"), true},
    RuleInfo{Rule::ArpOneSlave, QLatin1String("arp-one-slave"), true},
    RuleInfo{Rule::UpdelayShort, QLatin1String("updelay-short"), false},
    RuleInfo{Rule::BalanceInGuest, QLatin1String("balance-in-guest"), false},
    RuleInfo{Rule::VfUntrusted, QLatin1String("vf-untrusted"), false},
    RuleInfo{Rule::CloudGuest, QLatin1String("cloud-guest"), false},
    RuleInfo{Rule::MtuDiffers, QLatin1String("mtu-differs"), true},
    RuleInfo{Rule::VlanMtu, QLatin1String("vlan-mtu"), false},
    RuleInfo{Rule::SwitchMtu, QLatin1String("switch-mtu"), false},
    RuleInfo{Rule::ConfigDrift, QLatin1String("config-drift"), false},
    RuleInfo{Rule::NoAddress, QLatin1String("no-address"), true},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < ruleTable.size(); ++i) {
        if (std::size_t(ruleTable[i].rule) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder());

} // namespace

const RuleInfo &infoOf(Rule rule)
{
    return ruleTable.at(std::size_t(rule));
}

} // namespace bondwright::diagnosis
