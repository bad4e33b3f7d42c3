// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertestdialog.h"
#include "failovertest/pdfreport.h"
#include "main/mainwindow.h"
#include "tour.h"
#include "tourlab.h"

#include <QApplication>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

void testFailover(Tour &tour)
{
    tour.report.chapter(u"The automatic failover test"_s);
    tour.window.openTest(u"bond0"_s);
    live(800ms);
    ui::FailoverTestDialog *dialog = nullptr;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *one = qobject_cast<ui::FailoverTestDialog *>(top))
            dialog = one;
    }
    if (!tour.report.check(dialog, u"The test opens"_s))
        return;
    dialog->setGeometry(tour.window.geometry());
    for (QRadioButton *button : dialog->findChildren<QRadioButton *>()) {
        if (button->objectName() == u"automatic")
            button->click();
    }
    tour.picture(u"Failover test, what to test"_s);
    dialog->startTest();
    std::optional<failover::TestResult> result;
    if (tour.report.check(dialog->test(), u"The test begins"_s)) {
        QObject::connect(dialog->test(), &failover::FailoverTest::finished, &tour,
                         [&result](const failover::TestResult &finished) { result = finished; });
        tour.picture(u"Failover test under way"_s, 3s);
        waitUntil([&result] { return result.has_value(); }, 120s);
    }
    tour.picture(u"Failover test, the result"_s);
    if (tour.report.check(result.has_value(), u"The test ends"_s)) {
        tour.report.check(result->hasPassed(), u"Both slaves pass"_s);
        const QString pdf = tour.report.folder().filePath(u"failover-test.pdf"_s);
        const auto written = ui::writePdf(pdf, *result, failover::ReportLanguage::English);
        tour.report.check(written.has_value(), u"The report is made"_s, written ? QString() : written.error().message);
        tour.report.file(u"failover-test.pdf"_s, u"The failover test's report (PDF)"_s);
    }
    dialog->close();
    live(500ms);
}

} // namespace bondwright::tour
