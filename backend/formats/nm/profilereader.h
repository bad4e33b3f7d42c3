// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/nm/profile.h"
#include "formats/vlanport.h"

#include <utility>

namespace bondwright::formats::nm
{

/// The bonds that these profiles make, with their ports in the order of their priority. Profiles that a plan
/// cannot express completely are reported, never silently changed to fit.
Reading plansFromProfiles(const QList<Profile> &profiles);

/// The port profiles of one bond, in order: those that start by themselves, highest autoconnect priority first, then by
/// name. One NIC may have several; the first is the one NetworkManager uses.
QList<Profile> portsOf(const Profile &bond, const QList<Profile> &profiles);
QList<Profile> vlansOn(const Profile &bond, const QList<Profile> &profiles);
/// The VLANs on the bond's VLANs, and on those, each with the profile that it is on: a plan cannot express them.
QList<std::pair<Profile, Profile>> vlansAbove(const Profile &bond, const QList<Profile> &profiles);
/// A finding for each of them, where the bond goes or gets another name.
QList<Finding> vlansLeftAlone(const QString &bond, const QList<Profile> &profiles, Severity severity);
/// Ports of the bond whose profiles are VLANs'.
VlanPlace vlansIn(const QString &bond, const QList<Profile> &profiles);
/// The profile that makes this bond: of several the one NetworkManager starts by itself.
const Profile *findBond(const QString &name, const QList<Profile> &profiles);
/// All profiles of a bond: its own, its ports', its VLANs'; empty if there is none of that name.
QList<Profile> profilesOfBond(const QString &bond, const QList<Profile> &profiles);

} // namespace bondwright::formats::nm
