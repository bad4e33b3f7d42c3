// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/livechart.h"
#include "kernel/recording/record.h"
#include "keyboard.h"
#include "posix/clock.h"
#include "rehearsal/report.h"
#include "tests/monitor/showncolumns.h"
#include "wizardframe.h"

#include <QFile>
#include <QJsonDocument>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

#include <csignal>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The review's rehearsal, by a program that says what it is told to.
class WizardRehearsalTest : public QObject, private WizardFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_wizard_rehearsal"_s); }
    void init();
    void cleanup() { strike(); }
    void saysWhatCameOfIt_data();
    void saysWhatCameOfIt();
    void showsWhatHappened();
    void leavingThePageEndsIt();
    void everyPlanIsRehearsedOnce();
    void errorsComeFirst();
    void theHelperCanDoIt();
    void theHelperMayRefuse();
    void missingProgramIsNamed();
    void speaksTheNewLanguage();
    void theHelperIsNotAskedForAnotherLanguage();
    void outcomeGoesWithTheChange();
    void otherHostsAreNotRehearsed();

private:
    rehearsal::Report passed() const;
    void setAnswer(const rehearsal::Report &report);
    void setProgram(const QByteArray &rest);
    QByteArray lines(const rehearsal::Report &report) const;
    QString line() const { return window()->findChild<QLabel *>(u"rehearsal-line"_s)->text(); }
    int starts() const;
    WizardWindow *window() const { return m_window.get(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void WizardRehearsalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_rehearsalProgram = m_folder->filePath(u"rehearsal"_s);
    setAnswer(passed());
    build();
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
}

rehearsal::Report WizardRehearsalTest::passed() const
{
    rehearsal::Report report;
    report.outcome = RehearsalOutcome::Passed;
    report.bond = u"bond0"_s;
    report.mode = u"active-backup"_s;
    report.kernel = u"6.1.0"_s;
    failover::StepResult step;
    step.slave = u"eth1"_s;
    step.outcome = failover::Outcome::Passed;
    step.targets = {{u"10.0.0.1"_s, 100, 10, 104ms, 0us, {}}};
    report.test.emplace();
    report.test->bond = report.bond;
    report.test->startedAt = QDateTime::currentDateTime();
    report.test->steps = {step};
    return report;
}

/// A recording of a bond with two slaves, and the report.
QByteArray WizardRehearsalTest::lines(const rehearsal::Report &report) const
{
    const qint64 now = monotonicNow();
    const kernel::recording::Record begun{now, kernel::recording::wholeOf(hostWithBonds())};
    const kernel::recording::Record pulled{now + 2'500'000'000, kernel::recording::wholeOf(hostWithDeadLink())};
    const QByteArray all = kernel::recording::toLine(begun) + kernel::recording::toLine(pulled);
    QJsonObject object = rehearsal::toJson(report);
    object.insert(u"type"_s, u"report"_s);
    return all + QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void WizardRehearsalTest::setProgram(const QByteArray &rest)
{
    QFile file(m_rehearsalProgram);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    const QByteArray folder = QFile::encodeName(m_folder->path());
    file.write("#!/bin/sh\nread -r request\necho $$ >>" + folder + "/pids\n" + rest);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void WizardRehearsalTest::setAnswer(const rehearsal::Report &report)
{
    QFile file(m_folder->filePath(u"lines"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines(report));
    setProgram("cat " + QFile::encodeName(file.fileName()) + '\n');
}

int WizardRehearsalTest::starts() const
{
    QFile file(m_folder->filePath(u"pids"_s));
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
}

void WizardRehearsalTest::saysWhatCameOfIt_data()
{
    QTest::addColumn<rehearsal::Report>("report");
    QTest::addColumn<QString>("words");
    QTest::newRow("works") << passed() << u"Rehearsed in this kernel: works, failover 104 ms"_s;
    rehearsal::Report refused = passed();
    refused.outcome = RehearsalOutcome::Failed;
    refused.test.reset();
    refused.refusal = kernel::Refusal{u"options.arp_interval"_s, {{}, u"The kernel refused it."_s, {}}};
    QTest::newRow("refused") << refused << u"options.arp_interval: The kernel refused it."_s;
    rehearsal::Report impossible;
    impossible.error
        = {u"rehearsal.refused"_s, u"This host forbids them."_s, u"sysctl user.max_user_namespaces=1000"_s};
    QTest::newRow("not possible") << impossible << u"Not rehearsed: This host forbids them."_s;
}

void WizardRehearsalTest::saysWhatCameOfIt()
{
    QFETCH(rehearsal::Report, report);
    QFETCH(QString, words);
    setAnswer(report);
    window()->showPage(PageId::Review);
    QTRY_VERIFY2(line().contains(words), qPrintable(line()));
    // What helps stands below, and the helper's way is offered where it is one.
    const bool isImpossible = report.outcome == RehearsalOutcome::NotPossible;
    QCOMPARE(says(window(), u"sysctl user.max_user_namespaces=1000"_s), isImpossible);
    QCOMPARE(window()->findChild<QPushButton *>(u"rehearse-by-helper"_s)->isVisible(), isImpossible);
    // Whatever came of it, applying is the user's decision.
    QVERIFY(window()->findChild<QPushButton *>(u"next"_s)->isEnabled());
}

void WizardRehearsalTest::showsWhatHappened()
{
    window()->showPage(PageId::Review);
    auto *details = window()->findChild<QToolButton *>(u"rehearsal-details"_s);
    auto *report = window()->findChild<QLabel *>(u"rehearsal-report"_s);
    auto *chart = window()->findChild<QWidget *>(u"rehearsal"_s)->findChild<LiveChart *>();
    QVERIFY(details && report && chart);
    QTRY_VERIFY(line().contains(u"works"_s));
    QVERIFY(!chart->isVisible());
    Keyboard keys(window());
    QVERIFY(keys.tabTo(u"rehearsal-details"_s));
    keys.press(Qt::Key_Space);
    QVERIFY(chart->isVisible() && report->isVisible());
    QCOMPARE(chart->data()->lanes().size(), 2);
    QVERIFY(chart->isPaused());
    // From its beginning to its end: nothing of the timeline is empty.
    const ShownColumns shown(*chart);
    const qint64 begin = chart->data()->lanes().constFirst().segments.front().startNs;
    const qint64 slack = chart->scene().layout.plot.width() * shown.nsPerColumn() / 20;
    QVERIFY(std::abs(shown.timeOf(shown.first()) - begin) < slack);
    QVERIFY(std::abs(shown.timeOf(shown.last()) - chart->data()->lastTime()) < slack);
    QVERIFY2(report->text().contains(u"Not shown by a rehearsal"_s), qPrintable(report->text()));
}

void WizardRehearsalTest::leavingThePageEndsIt()
{
    setProgram("exec sleep 60\n");
    window()->showPage(PageId::Review);
    QTRY_VERIFY(starts() == 2); // the planned switch, and one that is wrong
    QCOMPARE(line(), u"Rehearsing in this kernel…"_s);
    QFile file(m_folder->filePath(u"pids"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList pids = file.readAll().trimmed().split('\n');
    window()->showPage(PageId::Address);
    for (const QByteArray &pid : pids)
        QTRY_VERIFY(::kill(pid.toInt(), 0) != 0);
    setAnswer(passed());
    window()->showPage(PageId::Review);
    QTRY_VERIFY(line().contains(u"works"_s));
}

void WizardRehearsalTest::everyPlanIsRehearsedOnce()
{
    window()->showPage(PageId::Review);
    QTRY_VERIFY(line().contains(u"works"_s));
    window()->showPage(PageId::Address);
    window()->showPage(PageId::Review);
    QTest::qWait(300);
    QCOMPARE(starts(), 2);
    edited()->setOption(u"downdelay"_s, u"300"_s);
    QTRY_COMPARE(starts(), 4);
    QTRY_VERIFY(line().contains(u"works"_s));
    QTest::mouseClick(window()->findChild<QPushButton *>(u"rehearse"_s), Qt::LeftButton);
    QTRY_COMPARE(starts(), 6);
}

void WizardRehearsalTest::errorsComeFirst()
{
    edited()->setSlaves({});
    window()->showPage(PageId::Review);
    QTRY_COMPARE(line(), u"Rehearsed once the errors above are fixed."_s);
    QCOMPARE(starts(), 0);
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    QTRY_VERIFY(line().contains(u"works"_s));
}

void WizardRehearsalTest::theHelperCanDoIt()
{
    rehearsal::Report impossible;
    impossible.error = {u"rehearsal.driver"_s, u"The driver is not loaded."_s, u"modprobe bonding max_bonds=0"_s};
    setAnswer(impossible);
    m_helper->rehearsalLines = lines(passed());
    window()->showPage(PageId::Review);
    auto *button = window()->findChild<QPushButton *>(u"rehearse-by-helper"_s);
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY2(line().contains(u"works, failover 104 ms"_s), qPrintable(line()));
    QVERIFY(m_helper->calls.contains(u"rehearse bond0 none"_s));
    QVERIFY(m_helper->calls.contains(u"rehearse bond0 static"_s));
    QVERIFY(!button->isVisible());
}

void WizardRehearsalTest::theHelperMayRefuse()
{
    rehearsal::Report impossible;
    impossible.error = {u"rehearsal.refused"_s, u"This host forbids them."_s, {}};
    setAnswer(impossible);
    window()->showPage(PageId::Review);
    auto *button = window()->findChild<QPushButton *>(u"rehearse-by-helper"_s);
    QTRY_VERIFY(button->isVisible());
    m_helper->trouble = Error{u"helper.not-authorized"_s, u"You may not do that."_s, {}};
    m_helper->calls.clear();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY2(line().contains(u"You may not do that."_s), qPrintable(line()));
    QCOMPARE(m_helper->calls.count(u"rehearse bond0 none"_s), 1);
    QVERIFY(!m_helper->calls.contains(u"rehearse bond0 static"_s)); // asked once
}

void WizardRehearsalTest::missingProgramIsNamed()
{
    QVERIFY(QFile::remove(m_rehearsalProgram));
    window()->showPage(PageId::Review);
    QTRY_VERIFY2(line().contains(m_rehearsalProgram), qPrintable(line()));
}

void WizardRehearsalTest::speaksTheNewLanguage()
{
    window()->showPage(PageId::Review);
    QTRY_VERIFY(line().contains(u"works"_s));
    QFile requests(m_folder->filePath(u"requests"_s));
    setProgram("echo \"$request\" >>" + QFile::encodeName(requests.fileName()) + "\ncat "
               + QFile::encodeName(m_folder->filePath(u"lines"_s)) + '\n');
    i18n::installLanguage(u"zh_CN"_s);
    // Its sentences come from the program.
    QTRY_VERIFY(requests.exists() && requests.size() > 0);
    QVERIFY(requests.open(QIODevice::ReadOnly));
    QTRY_VERIFY((requests.seek(0), requests.readAll().contains("\"language\":\"zh_CN\"")));
    QTRY_VERIFY2(line().contains(u"104"_s) && !line().contains(u"works"_s), qPrintable(line()));
}

/// What the helper found is said in other words; this user's own attempt would come to less.
void WizardRehearsalTest::theHelperIsNotAskedForAnotherLanguage()
{
    rehearsal::Report impossible;
    impossible.error = {u"rehearsal.driver"_s, u"The driver is not loaded."_s, u"modprobe bonding max_bonds=0"_s};
    setAnswer(impossible);
    m_helper->rehearsalLines = lines(passed());
    window()->showPage(PageId::Review);
    auto *button = window()->findChild<QPushButton *>(u"rehearse-by-helper"_s);
    QTRY_VERIFY(button->isVisible());
    button->click();
    QTRY_VERIFY2(line().contains(u"works, failover 104 ms"_s), qPrintable(line()));
    const int before = starts();
    const qsizetype asked = m_helper->calls.count(u"rehearse bond0 none"_s);
    i18n::installLanguage(u"zh_CN"_s);
    QTRY_VERIFY2(line().contains(u"104"_s) && !line().contains(u"works"_s), qPrintable(line()));
    QTest::qWait(300);
    QCOMPARE(starts(), before);
    QCOMPARE(m_helper->calls.count(u"rehearse bond0 none"_s), asked);
    QVERIFY2(line().contains(u"104"_s), qPrintable(line()));
}

void WizardRehearsalTest::outcomeGoesWithTheChange()
{
    window()->showPage(PageId::Review);
    QTRY_VERIFY(line().contains(u"works"_s));
    QTRY_VERIFY(window()->findChild<QPushButton *>(u"next"_s)->isEnabled());
    QTest::mouseClick(window()->findChild<QPushButton *>(u"next"_s), Qt::LeftButton);
    QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
    QCOMPARE(m_helper->appliedOptions.rehearsed, RehearsalOutcome::Passed);
}

void WizardRehearsalTest::otherHostsAreNotRehearsed()
{
    edited()->setTarget({TargetKind::Folder, 6, FormatId::Ifcfg});
    window()->showPage(PageId::Review);
    QTest::qWait(300);
    QVERIFY(!window()->findChild<QWidget *>(u"rehearsal"_s)->isVisible());
    QCOMPARE(starts(), 0);
}

QTEST_MAIN(WizardRehearsalTest)
#include "tst_wizard_rehearsal.moc"
