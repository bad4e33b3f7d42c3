// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testresult.h"

#include <algorithm>
#include <array>

namespace bondwright::failover
{

namespace
{

struct ProblemName {
    ProblemKind kind;
    const char *name;
};
constexpr std::array<ProblemName, 16> problemNames{{{ProblemKind::NoLinkBefore, "no-link-before"},
                                                    {ProblemKind::LastWorkingSlave, "last-working-slave"},
                                                    {ProblemKind::TargetSilent, "target-silent"},
                                                    {ProblemKind::HelperRefused, "helper-refused"},
                                                    {ProblemKind::PullNotSeen, "pull-not-seen"},
                                                    {ProblemKind::NotDetected, "not-detected"},
                                                    {ProblemKind::NoTakeOver, "no-take-over"},
                                                    {ProblemKind::OutageTooLong, "outage-too-long"},
                                                    {ProblemKind::NoAnswerAfter, "no-answer-after"},
                                                    {ProblemKind::BondDown, "bond-down"},
                                                    {ProblemKind::MacChanged, "mac-changed"},
                                                    {ProblemKind::AddressLost, "address-lost"},
                                                    {ProblemKind::NotBack, "not-back"},
                                                    {ProblemKind::PrimaryNotRestored, "primary-not-restored"},
                                                    {ProblemKind::Cancelled, "cancelled"},
                                                    {ProblemKind::BondGone, "bond-gone"}}};

struct OutcomeName {
    Outcome outcome;
    const char *name;
};
constexpr std::array<OutcomeName, 3> outcomeNames{
    {{Outcome::Passed, "passed"}, {Outcome::Failed, "failed"}, {Outcome::NotTested, "not-tested"}}};

} // namespace

QString problemName(ProblemKind kind)
{
    for (const ProblemName &entry : problemNames) {
        if (entry.kind == kind)
            return QLatin1String(entry.name);
    }
    return {};
}

std::optional<ProblemKind> problemFromName(QStringView name)
{
    for (const ProblemName &entry : problemNames) {
        if (name == QLatin1String(entry.name))
            return entry.kind;
    }
    return std::nullopt;
}

QString outcomeName(Outcome outcome)
{
    for (const OutcomeName &entry : outcomeNames) {
        if (entry.outcome == outcome)
            return QLatin1String(entry.name);
    }
    return {};
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    for (const OutcomeName &entry : outcomeNames) {
        if (name == QLatin1String(entry.name))
            return entry.outcome;
    }
    return std::nullopt;
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
