// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"

#include <QWidget>

#include <functional>

namespace bondwright::ui
{

/// Asks for a file name and writes the plan as JSON. @param told what came of it, in words, and whether it is there
void savePlanAs(const BondPlan &plan, QWidget *window, std::function<void(const QString &, bool)> told);
/// The plan that was copied as text, also as part of a command (plancommands.h).
Result<ParsedPlan> pastedPlan();
/// Asks for a file and reads it. @param done not called if nothing was chosen
void openPlanFile(QWidget *window, std::function<void(const Result<ParsedPlan> &)> done);
/// Reads a plan file, bounded.
Result<ParsedPlan> readPlanFile(const QString &name);

} // namespace bondwright::ui
