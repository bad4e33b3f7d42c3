// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bilingual.h"

#include <QFlags>
#include <QList>
#include <QStringView>

#include <optional>
#include <span>

namespace bondwright
{

/// The seven modes; the number is the kernel's (include/uapi/linux/if_bonding.h BOND_MODE_*).
enum class Mode : quint8 {
    BalanceRr = 0,
    ActiveBackup = 1,
    BalanceXor = 2,
    Broadcast = 3,
    Ieee8023ad = 4,
    BalanceTlb = 5,
    BalanceAlb = 6,
};

/// What the switch must be set to for a mode to work.
enum class SwitchNeed : quint8 {
    Nothing,
    StaticLag, ///< static link aggregation: EtherChannel "mode on", Eth-Trunk manual
    Lacp, ///< dynamic link aggregation, IEEE 802.3ad (802.1AX)
};

enum class OptionGroup : quint16 {
    Monitoring = 1 << 0, ///< miimon and its delays
    Arp = 1 << 1, ///< ARP/NS monitoring, modes 0–3
    Primary = 1 << 2, ///< primary, primary_reselect, active_slave, modes 1 5 6
    Lacp = 1 << 3, ///< lacp_*, ad_*, min_links, mode 4
    Hash = 1 << 4, ///< xmit_hash_policy, modes 2 4 (5 6 with tlb_dynamic_lb=0)
    RoundRobin = 1 << 5, ///< packets_per_slave, mode 0
    Tlb = 1 << 6, ///< lp_interval, tlb_dynamic_lb, modes 5 6
    FailOverMac = 1 << 7, ///< fail_over_mac, num_grat_arp, mode 1
};
Q_DECLARE_FLAGS(OptionGroups, OptionGroup)

/// Everything the project knows about a mode, as data.
struct ModeInfo {
    Mode mode;
    QString kernelName; ///< as sysfs and netlink spell it; case matters
    SwitchNeed switchNeed;
    bool faultTolerant;
    bool balancesTransmit;
    bool balancesReceive;
    bool needsSpeed; ///< speed/duplex must be readable through ethtool (4 5 6)
    bool needsMacChangeWhileUp; ///< the NIC must take a new MAC while up (6; 5 on failover)
    bool common; ///< one of the commonly used 0, 1, 6
    bool recommendedWithLacp; ///< the one to take where the switch speaks LACP (4)
    OptionGroups optionGroups;
    BilingualText title; ///< a few words
    BilingualText summary; ///< one sentence
    BilingualText description; ///< the full text
    BilingualText chooseWhen;
    BilingualText avoidWhen;
};

/// All seven, ordered by number.
std::span<const ModeInfo> allModes();
const ModeInfo &modeInfo(Mode mode);
QString kernelName(Mode mode);
/// "active-backup (1)": name and number, as both are spoken of.
QString modeText(Mode mode);
/// Exact kernel name only: the kernel matches case-sensitively (bond_opt_parse).
std::optional<Mode> modeFromName(QStringView name);
/// Kernel name or decimal number, as the kernel accepts it.
std::optional<Mode> modeFromText(QStringView text);

} // namespace bondwright

Q_DECLARE_OPERATORS_FOR_FLAGS(bondwright::OptionGroups)
