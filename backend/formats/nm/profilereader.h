// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

/// The bonds that these profiles make, with their ports in the order of their priority. Profiles that a plan
/// cannot express completely are reported, never bent into shape silently.
Reading plansFromProfiles(const QList<Profile> &profiles);

/// The ports of one bond, in order: highest autoconnect priority first, then by name.
QList<Profile> portsOf(const Profile &bond, const QList<Profile> &profiles);
QList<Profile> vlansOn(const Profile &bond, const QList<Profile> &profiles);
/// The profile that makes this bond: of several the one NetworkManager starts by itself.
const Profile *findBond(const QString &name, const QList<Profile> &profiles);

} // namespace bondwright::formats::nm
