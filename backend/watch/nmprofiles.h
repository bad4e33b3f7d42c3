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

/// Which slaves NetworkManager's profiles mean for each bond: name and slaves of the plans are set, nothing else.
/// Profiles that do not start by themselves do not count, and where several are for one bond nothing is said of it.
Plans plansOf(const QList<NmSettings> &profiles);

} // namespace bondwright::watch
