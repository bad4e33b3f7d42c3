// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/surveyed.h"

namespace bondwright::watch
{

/// The services that run, of those whose files configure bonds.
struct RunningManagers {
    bool hasNetworkd = false;
    bool hasNmProfiles = false; ///< NetworkManager runs and has told its profiles, those of ifcfg files included
};

/// The bonds in the configuration files below a root that the running service would make at the next boot. Files that
/// may not be read are left out: netplan's own are root's alone, and what it makes of them for systemd-networkd is read
/// instead.
diagnosis::Plans plansOfFiles(const QString &root, const RunningManagers &running);

} // namespace bondwright::watch
