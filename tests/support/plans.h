// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"

namespace bondwright
{

/// bond0 of eth0 and eth1, monitored by miimon, without addresses.
inline BondPlan usualPlan(Mode mode = Mode::ActiveBackup)
{
    BondPlan plan;
    plan.name = QStringLiteral("bond0");
    plan.mode = mode;
    plan.options.insert(QStringLiteral("miimon"), QStringLiteral("100"));
    for (const QString &nic : {QStringLiteral("eth0"), QStringLiteral("eth1")})
        plan.slaves.append({nic, {}, {}, {}});
    return plan;
}

/// The same with a fixed address.
inline BondPlan usualPlan(const QString &address)
{
    BondPlan plan = usualPlan();
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {address};
    return plan;
}

inline QStringList codesOf(const QList<Finding> &findings)
{
    QStringList codes;
    for (const Finding &finding : findings)
        codes.append(finding.code);
    return codes;
}

} // namespace bondwright
