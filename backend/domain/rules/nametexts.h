// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/interfacename.h"

#include <QString>

namespace bondwright::rules
{

/// "empty", "too-long", …: the last part of a finding's code.
QString nameProblemCode(NameProblem problem);
/// Translated.
QString nameProblemText(NameProblem problem, const QString &name);
QString nameProblemAdvice(NameProblem problem);

} // namespace bondwright::rules
