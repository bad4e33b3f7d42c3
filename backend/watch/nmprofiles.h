// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/surveyed.h"

#include <QHash>
#include <QVariantMap>

namespace bondwright::watch
{

/// What NetworkManager's Connection.GetSettings answers.
using NmSettings = QMap<QString, QVariantMap>;
using diagnosis::Plans;

/// Whether it is a bond's or that of a port of one: plansOf() passes over all others.
bool isOfBond(const NmSettings &profile);
/// What NetworkManager's profiles mean for each bond: name, mode, options, MTU, whether it asks DHCP, and slaves.
/// Profiles that do not start by themselves do not count, and where several are for one bond nothing is said of it.
Plans plansOf(const QList<NmSettings> &profiles);

} // namespace bondwright::watch
