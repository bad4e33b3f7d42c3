// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/rolloutrun.h"

namespace bondwright::ui
{

/// The report of a roll-out, as a PDF (A4) where the path ends in .pdf, else as a web page. Error "report.write".
Result<void> writeRolloutReport(const rollout::RolloutRun &run, const QString &path);

} // namespace bondwright::ui
