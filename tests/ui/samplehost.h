// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"
#include "kernel/snapshot.h"

namespace bondwright
{
class FakeHelperClient;
}

namespace bondwright::ui
{

/// A server as tests and pictures see it: eth0 with the address and default route, eth1–eth5 free, a
/// wireless NIC and a bridge that cannot be bonded.
kernel::Snapshot hostWithoutBond();
/// The same with bond0 (active-backup, eth2 + eth3) and bond1 (802.3ad, eth4 + eth5).
kernel::Snapshot hostWithBonds();
/// bond0 with eth3's cable out.
kernel::Snapshot hostWithDeadLink();
/// @param count NICs beside the usual ones
kernel::Snapshot hostWithManyNics(int count);
/// 40 NICs with names as systemd gives them (enp129s0f0np0), 12 bonds, two of them with names of 15 characters.
kernel::Snapshot crowdedHost();
/// What the helper of that host answers.
void fillHelper(FakeHelperClient *helper);

} // namespace bondwright::ui
