// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testresult.h"

#include "domain/nametable.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::failover
{

namespace
{

constexpr std::array problemNames{
    Named{ProblemKind::NoLinkBefore, "no-link-before"_L1},
    Named{ProblemKind::LastWorkingSlave, "last-working-slave"_L1},
    Named{ProblemKind::TargetSilent, "target-silent"_L1},
    Named{ProblemKind::HelperRefused, "helper-refused"_L1},
    Named{ProblemKind::PullNotSeen, "pull-not-seen"_L1},
    Named{ProblemKind::NotDetected, "not-detected"_L1},
    Named{ProblemKind::NoTakeOver, "no-take-over"_L1},
    Named{ProblemKind::OutageTooLong, "outage-too-long"_L1},
    Named{ProblemKind::NoAnswerAfter, "no-answer-after"_L1},
    Named{ProblemKind::BondDown, "bond-down"_L1},
    Named{ProblemKind::MacChanged, "mac-changed"_L1},
    Named{ProblemKind::AddressLost, "address-lost"_L1},
    Named{ProblemKind::NotBack, "not-back"_L1},
    Named{ProblemKind::PrimaryNotRestored, "primary-not-restored"_L1},
    Named{ProblemKind::Cancelled, "cancelled"_L1},
    Named{ProblemKind::BondGone, "bond-gone"_L1},
};

constexpr std::array outcomeNames{
    Named{Outcome::Passed, "passed"_L1},
    Named{Outcome::Failed, "failed"_L1},
    Named{Outcome::NotTested, "not-tested"_L1},
};

} // namespace

QString problemName(ProblemKind kind)
{
    return nameIn(problemNames, kind);
}

std::optional<ProblemKind> problemFromName(QStringView name)
{
    return valueIn(problemNames, name);
}

QString outcomeName(Outcome outcome)
{
    return nameIn(outcomeNames, outcome);
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    return valueIn(outcomeNames, name);
}

std::chrono::microseconds StepResult::outage() const
{
    std::chrono::microseconds worst{0};
    for (const TargetResult &target : targets)
        worst = std::max(worst, target.outage);
    return worst;
}

quint32 StepResult::lost() const
{
    quint32 worst = 0;
    for (const TargetResult &target : targets)
        worst = std::max(worst, target.lost);
    return worst;
}

bool TestResult::isPassed() const
{
    const bool allPassed = std::all_of(steps.cbegin(), steps.cend(),
                                       [](const StepResult &step) { return step.outcome == Outcome::Passed; });
    return !steps.isEmpty() && allPassed && problems.isEmpty();
}

} // namespace bondwright::failover
