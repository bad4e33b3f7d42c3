// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/changesteps.h"
#include "domain/sentences.h"
#include "models/texts.h"

#include <algorithm>

namespace bondwright::models
{

using helper::TransactionState;

namespace
{

bool isReverting(TransactionState state)
{
    return state == TransactionState::RollingBack || state == TransactionState::RolledBack
        || state == TransactionState::Failed;
}

} // namespace

QString causeOf(const helper::Transaction &transaction)
{
    constexpr qsizetype mostDifferences = 3;
    QStringList lines{transaction.reason};
    lines += transaction.differences.mid(0, mostDifferences);
    if (const auto left = transaction.differences.size() - mostDifferences; left > 0)
        //: @info after some reasons why a change was reverted
        lines.append(ChangeSteps::tr("and %n more", nullptr, int(left)));
    return joinSentences(lines);
}

void ChangeSteps::take(const helper::StepProgress &progress)
{
    // The administrator's step stands in the list too, where the helper counts none.
    qsizetype at = progress.index;
    if (m_confirmation >= 0 && at >= m_confirmation)
        ++at;
    while (m_steps.size() <= at)
        m_steps.append(Step());
    Step &step = m_steps[at];
    step.text = progress.text;
    if (!progress.finished)
        return;
    step.elapsed = std::chrono::milliseconds(progress.elapsedMs);
    if (step.outcome == StepOutcome::Running)
        step.outcome = StepOutcome::Done;
}

void ChangeSteps::take(const helper::Transaction &now)
{
    const TransactionState before = m_state;
    m_state = now.state;
    if (now.state == TransactionState::AwaitingConfirm && m_confirmation < 0) {
        finish();
        m_confirmation = int(m_steps.size());
        //: @status a step of a change: the administrator is asked whether to keep it
        m_steps.append({tr("Confirmation"), StepOutcome::Running, {}, {}});
    } else if (now.state == TransactionState::Done && m_confirmation >= 0) {
        m_steps[m_confirmation].outcome = StepOutcome::Done;
    } else if (isReverting(now.state)) {
        if (!isReverting(before))
            fail();
        explain(now);
    }
}

/// The helper is past them, whether or not it was heard to say so.
void ChangeSteps::finish()
{
    for (Step &step : m_steps) {
        if (step.outcome == StepOutcome::Running)
            step.outcome = StepOutcome::Done;
    }
}

void ChangeSteps::fail()
{
    for (Step &step : m_steps) {
        if (step.outcome == StepOutcome::Running)
            step.outcome = StepOutcome::Failed;
    }
    if (m_confirmation >= 0)
        return;
    m_confirmation = int(m_steps.size());
    //: @status a step of a change: the administrator is asked whether to keep it
    m_steps.append({tr("Confirmation"), StepOutcome::Skipped, {}, {}});
}

void ChangeSteps::explain(const helper::Transaction &now)
{
    QStringList lines{now.reason};
    lines += now.differences;
    lines.removeAll(QString());
    for (Step &step : m_steps) {
        if (step.outcome == StepOutcome::Failed && step.cause.isEmpty())
            step.cause = lines.join(QLatin1Char('\n'));
    }
}

bool ChangeSteps::tellsCause() const
{
    return std::ranges::any_of(m_steps, [](const Step &step) { return !step.cause.isEmpty(); });
}

QString ChangeSteps::text(const Step &step)
{
    const QString time = step.elapsed.count() > 0 ? Texts::duration(step.elapsed) : QString();
    switch (step.outcome) {
    case StepOutcome::Running:
        return step.text;
    case StepOutcome::Done:
        //: @status %1 a step of a change, %2 how long it took
        return time.isEmpty() ? tr("%1: done").arg(step.text) : tr("%1: done, %2").arg(step.text, time);
    case StepOutcome::Failed: {
        //: @status %1 a step of a change, %2 how long it took
        const QString text
            = time.isEmpty() ? tr("%1: failed").arg(step.text) : tr("%1: failed, %2").arg(step.text, time);
        return step.cause.isEmpty() ? text : text + QLatin1Char('\n') + step.cause;
    }
    case StepOutcome::Skipped:
        //: @status %1 a step of a change that was not reached
        return tr("%1: skipped").arg(step.text);
    }
    return {};
}

} // namespace bondwright::models
