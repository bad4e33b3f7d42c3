// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "domain/result.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

/// What NetworkManager has to be told so that a plan comes true.
struct ProfilePlan {
    QList<Profile> wanted; ///< the bond, its ports in order, its VLANs: complete, verified and normalised
    QList<Profile> changed; ///< other profiles of the same NICs, with autoconnect switched off
    QList<Profile> obsolete; ///< former ports and VLANs of this bond: to be deleted
    QList<Finding> findings;
};

/// Existing profiles of the bond are edited in a copy: what a plan does not know in them stays.
/// Errors: "nm.verify" (libnm refuses a profile), "format.mac" (plan.mac still "permanent:<nic>").
/// @param nicNames permanent MAC to name of the host's NICs, to find other profiles of the same NICs
Result<ProfilePlan> profilesForPlan(const BondPlan &plan, const QList<Profile> &existing,
                                    const QMap<MacAddress, QString> &nicNames = {});

} // namespace bondwright::formats::nm
