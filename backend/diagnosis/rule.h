// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace bondwright::diagnosis
{

/// What can be said about a bond. docs/DIAGNOSIS.md has a row for each: when it is said, by whose rule, and its test.
enum class Rule : quint8 {
    Healthy,
    Unknown, ///< nothing is known of the bond, or not enough
    BondOff,
    NoSlaves,
    LinkLost, ///< of one slave or of all
    NoActiveSlave,
    NoCarrier,
    MinLinks,
    OneSlave,
    Unwatched,
    LacpHidden,
    LacpNoPartner,
    LacpSomePorts,
    LacpSplit,
    LacpIndividual,
    LacpSpeedDiffers,
    LacpChurn,
    LacpRate,
    SlaveSilent,
    SlaveMissing,
    SlaveUnexpected,
    SpeedUnknown,
    SpeedDiffers,
    HalfDuplex,
    Errors,
    Flapping,
    OneCarriesAll,
    VirtualCarrier,
    WirelessSlave,
    BridgedBalance,
    SameSwitch,
    SwitchesDiffer,
    PortVlanDiffers,
    PortGroupDiffers,
    CableMoved,
    SlaveSendsNothing,
    ArpOneSlave,
    UpdelayShort,
    BalanceInGuest,
    VfUntrusted,
    CloudGuest,
    MtuDiffers,
    VlanMtu,
    SwitchMtu,
    ConfigDrift,
    NoAddress,
};

inline constexpr int ruleCount = int(Rule::NoAddress) + 1;

struct RuleInfo {
    Rule rule;
    QLatin1String name; ///< machine word: "slave-silent"
    bool isFault; ///< false: worth knowing, but the bond does what it should
};

const RuleInfo &infoOf(Rule rule);
inline QString ruleName(Rule rule)
{
    return QString(infoOf(rule).name);
}

} // namespace bondwright::diagnosis
