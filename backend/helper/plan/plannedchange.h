// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/changeset.h"
#include "helperclient/types.h"

namespace bondwright::helper
{

bool contains(const QList<BondPlan> &plans, const QString &bond);

/// A change, planned and not yet begun: from what, to what, through which files.
struct PlannedChange {
    ChangeAction action = ChangeAction::Apply;
    QString bond; ///< the one it is about; empty for a restore that touches several
    QString renamedFrom; ///< the bond's former name, where it gets another
    Backend backend = Backend::RuntimeOnly; ///< never Auto
    QList<BondPlan> before; ///< configured bonds that the change touches
    QList<BondPlan> after; ///< what they are to become; those missing here go away
    formats::ChangeSet changes;
    QList<Finding> findings;
    QStringList loneNics; ///< that a bond releases, and that have a configuration of their own then
    QStringList configuredBonds; ///< every bond that the files know now: their NICs' former files must be kept
    QString digest; ///< of all the files the backend looks at
    QStringList interruptions; ///< translated
    QString lasting; ///< translated: until when, where it is not permanent; which files say so afterwards

    QStringList bonds() const; ///< the names of the one it is about; none for a restore that touches several
    QStringList removedBonds() const;
    /// Every interface the change may touch: ports before and after, bonds, VLANs.
    QStringList interfaces() const;
    QStringList nics() const; ///< ports before and after only
    QStringList paths() const; ///< of the files that really change
    /// Whether the bond that had this default gateway goes or gets another one, and no NIC returns that may have it: then
    /// it is not expected to answer any more.
    bool givesUp(const IpAddress &gateway) const;
};

/// Fails for a plan that the backend could carry out only in part.
Result<void> expectWithin(const BondPlan &plan, Backend backend);

/// Whether a bond that stays gets other addresses, routes, name servers, another MTU or other VLANs. The kernel
/// does not show all of that: a backend has to take its files up anew even where nothing seems to differ.
bool changesAddresses(const QList<BondPlan> &before, const QList<BondPlan> &after, const QString &bond);

} // namespace bondwright::helper
