// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rehearsaloutcome.h"

#include "domain/nametable.h"

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

constexpr std::array rehearsalOutcomeNames{
    Named{RehearsalOutcome::Passed, "passed"_L1},
    Named{RehearsalOutcome::Failed, "failed"_L1},
    Named{RehearsalOutcome::NotPossible, "not-possible"_L1},
};

} // namespace

QString rehearsalOutcomeName(RehearsalOutcome outcome)
{
    return nameIn(rehearsalOutcomeNames, outcome);
}

std::optional<RehearsalOutcome> rehearsalOutcomeFromName(QStringView name)
{
    return valueIn(rehearsalOutcomeNames, name);
}

} // namespace bondwright
