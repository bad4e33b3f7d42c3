// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

/// Settings of a bond's profiles that a plan does not carry over, found by libnm itself: what differs from the profiles
/// that the plan alone would make.
QList<Finding> leftBehindOf(const FoundBond &found, const QList<Profile> &existing);

} // namespace bondwright::formats::nm
