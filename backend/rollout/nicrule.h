// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace bondwright::rollout
{

/// Which NICs a bond gets on each host, instead of those of the plan. A NIC fits all that is given. The module bond_info
/// of the collection resolves it on the host; here it is only said.
struct NicRule {
    QStringList names; ///< or patterns, "enp*"
    QStringList macs;
    QStringList buses; ///< "0000:3b:*"
    QString driver;
    std::optional<int> speed; ///< at least, in Mbit/s
    std::optional<bool> hasLink;
    bool isFree = true; ///< nothing else uses it
    bool onSameSwitch = false; ///< as LLDP tells it
    std::optional<int> count; ///< how many have to fit; otherwise any number above 0

    friend bool operator==(const NicRule &, const NicRule &) = default;
};

/// As the module takes it. Error "rollout.choose" names what is wrong.
Result<NicRule> nicRuleFromJson(const QByteArray &json);
QJsonObject toJson(const NicRule &rule);
/// In words: "driver ixgbe, link up, 2 NICs".
QString nicRuleText(const NicRule &rule);

} // namespace bondwright::rollout
