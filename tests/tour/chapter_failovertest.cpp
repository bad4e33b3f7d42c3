// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertestdialog.h"
#include "main/mainwindow.h"
#include "tour.h"
#include "wizarddriver.h"

#include <QAbstractButton>
#include <QFile>
#include <QFileInfo>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

namespace
{

void reportSteps(Tour &tour, const failover::TestResult &result)
{
    for (const failover::StepResult &step : result.steps) {
        QStringList problems;
        for (const failover::Problem &problem : step.problems)
            problems.append(failover::problemText(problem, step, result.limit).en);
        tour.report.check(step.outcome == failover::Outcome::Passed, u"%1 passes"_s.arg(step.slave),
                          problems.join(u' '));
        tour.report.figure(
            u"Failover test, %1 pulled"_s.arg(step.slave),
            u"detected after %1, outage %2, %3 pings lost (limit %4 ms)"_s
                .arg(step.detection ? failover::msText(*step.detection) : u"–"_s, failover::msText(step.outage()))
                .arg(step.lost())
                .arg(result.limit.count()));
    }
}

void saveReport(Tour &tour, QWidget *dialog, const QString &button, const QString &name, const QByteArray &begin,
                const QString &caption)
{
    const QString path = tour.report.folder().absoluteFilePath(name);
    pressIn(tour, dialog, button);
    if (!tour.report.check(tour.saveAs(path), u"%1 is saved from the window"_s.arg(name)))
        return;
    QFile file(path);
    tour.report.check(file.open(QIODevice::ReadOnly) && file.read(begin.size()) == begin && file.size() > 4000,
                      u"%1 holds a report"_s.arg(name), u"%1 bytes"_s.arg(file.size()));
    tour.report.file(name, caption);
}

} // namespace

void testFailover(Tour &tour)
{
    tour.report.chapter(u"The automatic failover test"_s);
    pressTool(tour, u"test"_s);
    auto *dialog = findWindow<ui::FailoverTestDialog>();
    if (!tour.report.check(dialog, u"The test opens"_s))
        return;
    dialog->setGeometry(frame);
    pressIn(tour, dialog, u"automatic"_s);
    // The proposal is meant for hardware: the guest's only processor may be away for half a second.
    dialog->findChild<QSpinBox *>(u"longest-outage"_s)->setValue(2000);
    tour.picture(u"Failover test, what to test"_s);
    pressIn(tour, dialog, u"start"_s);
    std::optional<failover::TestResult> result;
    const auto *test = dialog->findChild<failover::FailoverTest *>();
    if (tour.report.check(test, u"The test begins"_s)) {
        QObject::connect(test, &failover::FailoverTest::finished, &tour,
                         [&result](const failover::TestResult &finished) { result = finished; });
        tour.picture(u"Failover test under way"_s, 4s);
        waitUntil([&result] { return result.has_value(); }, 120s);
    }
    tour.picture(u"Failover test, the result"_s, 700ms);
    if (tour.report.check(result.has_value(), u"The test ends"_s)) {
        tour.report.check(result->isPassed() && result->steps.size() == 2, u"Both slaves pass"_s);
        reportSteps(tour, *result);
        saveReport(tour, dialog, u"save-pdf"_s, u"failover-test.pdf"_s, "%PDF-",
                   u"The failover test's report (PDF, both languages)"_s);
        saveReport(tour, dialog, u"save-html"_s, u"failover-test.html"_s, "<!", u"The same as a page"_s);
    }
    tour.window.setLanguage(u"zh_CN"_s);
    tour.picture(u"Failover test, the result in Chinese"_s, 700ms);
    tour.window.setLanguage(u"en"_s);
    dialog->close();
    live(500ms);
    tour.report.check(!findWindow<ui::FailoverTestDialog>(100ms), u"The test's window closes"_s);
}

} // namespace bondwright::tour
