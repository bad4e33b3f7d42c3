// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright
{

/// What came of rehearsing a plan.
enum class RehearsalOutcome : quint8 {
    Passed,
    Failed, ///< the plan does not work
    NotPossible, ///< nothing was rehearsed
};
/// "passed", "failed", "not-possible", as reports, records, the bus and Ansible's collection spell them.
QString rehearsalOutcomeName(RehearsalOutcome outcome);
std::optional<RehearsalOutcome> rehearsalOutcomeFromName(QStringView name);

} // namespace bondwright
