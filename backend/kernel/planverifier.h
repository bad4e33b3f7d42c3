// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "kernel/snapshot.h"

#include <QList>
#include <QString>

namespace bondwright::kernel
{

/// One item in which the running state is not what a plan asks for.
struct Difference {
    QString code; ///< stable: "bond.missing", "mode", "option", "slave.missing", "slave.extra", "address.missing", …
    QString field; ///< JSON path of the plan, e.g. "options.miimon"
    QString expected;
    QString seen; ///< empty: not there at all
    QString message; ///< translated sentence that names the thing
    /// Comes about by itself while links settle (an address from DHCP, a carrier, LACP): worth waiting for.
    bool maySettle = false;

    friend bool operator==(const Difference &, const Difference &) = default;
};

/// Compares the kernel's state with a plan: mode, every option, slaves with queue id and priority, MAC,
/// MTU, addresses, gateways, VLANs. Options that the kernel reports only with privileges are passed over
/// where they are not readable. Static routes other than the default are not part of a snapshot.
QList<Difference> verifyPlan(const BondPlan &plan, const Snapshot &snapshot);

} // namespace bondwright::kernel
