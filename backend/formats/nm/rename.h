// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

struct RenamedProfile {
    Profile before;
    Profile after; ///< without a path where it is another profile, with another UUID
};

/// Gives a bond, its ports and its VLANs another name. Profiles whose UUID comes from the bond's name get those of the
/// new one, so that another bond may have the old name; all others stay the same profiles. Routing rules and whatever else
/// is on the bond or a VLAN of it follow, in other profiles, too.
/// Errors: "format.no-bond", "format.name-taken".
Result<QList<RenamedProfile>> renamedProfiles(const QString &bond, const QString &name, const QList<Profile> &profiles);

} // namespace bondwright::formats::nm
