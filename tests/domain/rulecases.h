// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/findings.h"

#include <QStringList>

namespace bondwright::tests
{

/// A plan without findings, changed by pairs "path=value": "options.miimon=100", "slaves[1].name=eth2",
/// "ipv4={"method":"auto"}". The value is JSON where it can be read as such, else a text; "-" removes.
BondPlan planWith(const QStringList &changes);
/// A host on which that plan has no findings either, changed by "eth0.speed=1000", "host.virtualization=kvm".
/// Pairs that begin with neither are the plan's.
HostFacts hostWith(const QStringList &changes);

/// One row: what is expected of the plan with these changes.
struct RuleCase {
    QString code;
    QString field; ///< empty: the code must not be found
    QStringList changes;
};

/// About targets of neighbour solicitations.
QList<RuleCase> nsCases();

void addRow(const RuleCase &row);

enum class RulesAbout : quint8 { Plans, Hosts };
/// The codes that the sources of these rules report and no row has, and those of rows that are there one way only.
QStringList codesNotBothWays(const QList<RuleCase> &rows, RulesAbout about);

} // namespace bondwright::tests
