// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sentences.h"
#include "failovertest/testresult.h"
#include "i18n/language.h"
#include "rehearsal/report.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

QString wholeMs(std::chrono::microseconds time)
{
    return QString::number((time.count() + 500) / 1000);
}

void addTest(QStringList &lines, const failover::TestResult &test)
{
    for (const failover::StepResult &step : test.steps) {
        //: @info %1 NIC, %2 “Passed”, “Failed”
        lines += Words::tr("Cable of %1 pulled and plugged in again: %2")
                     .arg(step.slave, i18n::inCurrentLanguage(outcomeText(step.outcome)));
        if (const QString summary = i18n::inCurrentLanguage(stepSummary(step)); !summary.isEmpty())
            lines += u"  "_s + summary;
        for (const failover::Problem &problem : step.problems)
            lines += u"  "_s + i18n::inCurrentLanguage(problemText(problem, step, test.limit));
    }
    for (const failover::Problem &problem : test.problems)
        lines += u"  "_s + i18n::inCurrentLanguage(problemText(problem, {}, test.limit));
}

QString lossText(const Observation &seen)
{
    return Words::tr("%1 of %2 pings are lost.").arg(seen.lost).arg(seen.sent);
}

QString observationText(const Observation &seen)
{
    //: @info %1 “a switch without a LAG”, %2 verdict, %3 sentence
    QString text = Words::tr("Behind %1: %2. %3").arg(switchKindText(seen.switchKind), seen.word, seen.cause);
    if (seen.lost > 0)
        text = joinSentences({text, lossText(seen)});
    return text;
}

/// One slave is no redundancy, and what the plan says.
bool isAsPlanned(const Report &report)
{
    using diagnosis::Verdict;
    return report.seen->verdict == Verdict::Healthy
        || (report.seen->verdict == Verdict::SinglePointOfFailure && report.limits.contains(Limit::OneSlave));
}

void addFailure(QStringList &lines, const Report &report)
{
    for (const Finding &finding : report.findings)
        lines += u"%1: %2 %3"_s.arg(finding.field, finding.message, finding.advice);
    if (report.refusal)
        lines += u"%1: %2"_s.arg(report.refusal->field, report.refusal->error.message);
    for (const kernel::Difference &difference : report.differences)
        lines += u"%1: %2"_s.arg(difference.field, difference.message);
}

} // namespace

QString summary(const Report &report)
{
    switch (report.outcome) {
    case RehearsalOutcome::NotPossible:
        return Words::tr("Not rehearsed: %1").arg(report.error.message);
    case RehearsalOutcome::Failed:
        if (report.refusal)
            //: @status %1 field of the plan, %2 sentence with the kernel's words
            return Words::tr("Rehearsed in this kernel: fails. %1: %2")
                .arg(report.refusal->field, report.refusal->error.message);
        if (!report.findings.isEmpty())
            return Words::tr("The plan has errors. %1").arg(report.findings.first().message);
        if (!report.differences.isEmpty())
            return Words::tr("Rehearsed in this kernel: fails. %1").arg(report.differences.first().message);
        // Where the bond did not come to work, no cable was pulled.
        if (!report.test && report.seen)
            return Words::tr("Rehearsed in this kernel: fails. %1")
                .arg(isAsPlanned(report) ? lossText(*report.seen) : report.seen->cause);
        return Words::tr("Rehearsed in this kernel: the failover test fails");
    case RehearsalOutcome::Passed:
        break;
    }
    const auto failover = report.failover();
    if (!failover)
        return Words::tr("Rehearsed in this kernel: works");
    if (failover->count() == 0)
        return Words::tr("Rehearsed in this kernel: works, no ping lost at a failover");
    //: @status %1 milliseconds
    return Words::tr("Rehearsed in this kernel: works, failover %1 ms").arg(wholeMs(*failover));
}

QString reportText(const Report &report)
{
    QStringList lines{summary(report)};
    if (report.outcome == RehearsalOutcome::NotPossible) {
        if (!report.error.hint.isEmpty())
            lines += u"  "_s + report.error.hint;
        return lines.join(u'\n') + u'\n';
    }
    lines += QString();
    //: @info %1 bond, %2 mode, %3 “a switch without a LAG”, %4 kernel release
    lines += Words::tr("%1, %2, behind %3, Linux %4")
                 .arg(report.bond, report.mode, switchKindText(report.switchKind), report.kernel);
    addFailure(lines, report);
    if (!report.refusal) {
        //: @info %1 and %2 milliseconds
        lines += Words::tr("Set up in %1 ms, verified after %2 ms.").arg(wholeMs(report.build), wholeMs(report.verify));
        if (report.lacp)
            lines += Words::tr("LACP negotiated on all slaves after %1 ms.").arg(wholeMs(*report.lacp));
        if (report.seen && report.seen->verdict != diagnosis::Verdict::Healthy)
            lines += observationText(*report.seen);
    }
    if (report.test)
        addTest(lines, *report.test);
    if (!report.wrongSwitches.isEmpty()) {
        lines += QString();
        lines += Words::tr("With another switch this would be seen:");
        for (const Observation &seen : report.wrongSwitches)
            lines += u"  "_s + observationText(seen);
    }
    lines += QString();
    lines += Words::tr("Not shown by a rehearsal:");
    for (Limit limit : report.limits)
        lines += u"  "_s + limitText(limit);
    if (!report.loadedModules.isEmpty())
        lines += Words::tr("The kernel loaded for this, and keeps: %1").arg(report.loadedModules.join(u", "_s));
    return lines.join(u'\n') + u'\n';
}

} // namespace bondwright::rehearsal
