// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "kernel/snapshot.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright::kernel
{

enum class DifferenceKind : quint8 {
    BondMissing,
    Mode,
    Option,
    OptionMissing, ///< the kernel does not know it
    SlaveMissing,
    SlaveExtra,
    SlaveQueueId,
    SlavePrio,
    LinkDown,
    NoCarrier,
    Mtu,
    Mac,
    AddressMissing,
    NoAddress, ///< none from DHCP
    AddressExtra,
    Gateway,
    VlanMissing, ///< or there is another of its name, with another id or on another interface
    // Runs although the plan does not ask for it; only unplannedState() looks for these.
    OptionUnplanned,
    SlavePrioUnplanned,
    MtuUnplanned,
    AddressUnplanned,
    VlanUnplanned,
};

/// "slave.missing", as JSON spells it.
QString differenceName(DifferenceKind kind);
std::optional<DifferenceKind> differenceFromName(QStringView name);

/// One item in which the running state is not what a plan asks for.
struct Difference {
    DifferenceKind kind = DifferenceKind::BondMissing;
    QString field; ///< JSON path of the plan, e.g. "options.miimon"
    QString expected;
    QString seen; ///< empty: not there at all
    QString message; ///< translated sentence that names the thing
    /// Comes about by itself while links settle (an address from DHCP, a carrier, LACP): worth waiting for.
    bool maySettle = false;
    QString option; ///< of Option…: its name in the option table

    friend bool operator==(const Difference &, const Difference &) = default;
};

/// Compares the kernel's state with a plan: mode, every option, slaves with queue id and priority, MAC,
/// MTU, addresses, gateways, VLANs. Options that the kernel reports only with privileges are passed over
/// where they are not readable. Static routes other than the default are not part of a snapshot.
QList<Difference> verifyPlan(const BondPlan &plan, const Snapshot &snapshot);

/// An option that the driver takes only from a bond that is down or has no slaves.
bool needsBondDown(const Difference &difference);

} // namespace bondwright::kernel
