// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace bondwright
{

enum class Vendor : quint8 { CiscoIos, CiscoNxOs, AristaEos, JuniperJunos, HuaweiVrp, H3cComware, MikroTik, Linux };

struct VendorInfo {
    Vendor vendor;
    QString id; ///< as the command line spells it: cisco-ios, cisco-nxos, arista, junos, huawei, h3c, mikrotik, linux
    QString title; ///< as the vendor writes it
};

std::span<const VendorInfo> allVendors();
std::optional<Vendor> vendorFromId(QStringView id);

/// NetworkManager's own option (since 1.42, balance-xor only): it spreads what is sent by VLAN and source address and
/// keeps frames from coming back by filters of its own, so that the ports need no group on the switch. Not the kernel's.
inline constexpr auto balanceSlbOption = "balance-slb";
bool isBalanceSlb(const BondPlan &plan);
/// What the switch must be set to for this plan.
SwitchNeed switchNeedOf(const BondPlan &plan);

/// Ready configuration text for the switch, with placeholders for its port names.
/// Empty if the plan's mode needs nothing from the switch.
/// @param ports names of its ports in the order of the plan's slaves, as LLDP told them; where one is missing, empty or
/// not fit to be pasted into a command line, its placeholder stays
QString switchConfiguration(const BondPlan &plan, Vendor vendor, const QStringList &ports = {});
/// One translated sentence: what the switch must be set to for this plan.
QString switchRequirement(const BondPlan &plan);

} // namespace bondwright
