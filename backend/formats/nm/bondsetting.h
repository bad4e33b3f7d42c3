// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

struct BondSetting {
    Mode mode = Mode::BalanceRr; ///< the kernel's and NetworkManager's default
    QMap<QString, QString> options; ///< canonical text, without "mode"
    QStringList unknown; ///< options of the profile that the option table does not have
};

BondSetting readBondSetting(const ConnectionPtr &connection);

/// Writes mode and options, if they differ from what is there; options that only NetworkManager knows stay.
/// @param findings takes those the installed libnm does not know or cannot store
void writeBondSetting(const ConnectionPtr &connection, const BondPlan &plan, QList<Finding> *findings);

/// What libnm's normalisation silently drops or changes: an error for each option that would not arrive.
QList<Finding> lostOptions(const ConnectionPtr &normalized, const BondPlan &plan,
                           const QList<Finding> &alreadyReported);

/// Options of the table, of the bond itself, that the installed libnm does not know.
QStringList optionsUnknownToLibnm();
/// Whether the installed libnm stores this option with this value, in one spelling or another.
bool libnmTakes(const QString &option, const QString &value);
/// bond-port.prio came with libnm 1.44.
bool libnmKnowsPortPriority();

} // namespace bondwright::formats::nm
