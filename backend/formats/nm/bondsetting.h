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
    BondOptions options; ///< canonical text, without "mode"
    QStringList unknown; ///< options of the profile that the option table does not have
    QStringList overruled; ///< options of the profile that NetworkManager does not pass on: they do not go with others
    bool isMonitoringImplied = false; ///< no monitoring is written down, so NetworkManager takes miimon=100
};

/// What NetworkManager makes of the profile, which is not always what it says (nm-setting-bond.c,
/// nm-device-bond.c): miimon overrides arp_interval, "active_slave" is a primary, delays need miimon, and the driver
/// rounds them down to multiples of it. Options of a newer NetworkManager (Profile::newer) count as well.
BondSetting readBondSetting(const Profile &profile);

/// Writes mode and options, if they differ from what is there; options that only NetworkManager knows stay.
/// @param findings takes those the installed libnm does not know or cannot store
void writeBondSetting(Profile &profile, const BondPlan &plan, QList<Finding> *findings);

/// What libnm's normalisation silently drops or changes: an error for each option that would not arrive.
QList<Finding> lostOptions(const Profile &normalized, const BondPlan &plan, const QList<Finding> &alreadyReported);

/// Options of the table, of the bond itself, that the installed libnm does not know.
QStringList optionsUnknownToLibnm();
/// The value as the installed libnm stores it, some switches as numbers where the kernel also takes words; nothing if
/// it does not take it.
std::optional<QString> textForLibnm(const QString &option, const QString &value);
/// bond-port.prio came with libnm 1.44.
bool libnmKnowsPortPriority();
QString libnmVersion(); ///< "1.42.4", of the library that is loaded

} // namespace bondwright::formats::nm
