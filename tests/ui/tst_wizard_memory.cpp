// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/plans.h"
#include "wizard/otherhost.h"
#include "wizard/steplist.h"
#include "wizardframe.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the wizard remembers while it is used, and what it forgets before it is used again.
class WizardMemoryTest : public QObject, private WizardFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_wizard_memory"_s); }
    void init();
    void cleanup() { strike(); }
    void helpersFindingsStay();
    void wordsStayUntilThereIsAnObstacle();
    void filterIsOfOneDraft();
    void filesGoWhereTheyBelong();
    void filesFollowTheTarget();
    void nothingIsAppliedUnseen();
    void nextDraftBeginsAnew();
    void goalIsNotThatOfTheDraftBefore();
    void reviewIsAskedForAfterAnAttempt_data();
    void reviewIsAskedForAfterAnAttempt();
    void safetyIsNotThatOfTheDraftBefore();
    void closingAsksAboutEachDraft();
    void refusedDraftIsNotThrownAway();
    void writtenFilesAreAllThereWas();
    void savedDraftIsNoWork();
    void openedPlanThrowsNoDraftAway();
    void onlyTheRefusedPlanIsTriedAgain();
    void targetThatCannotBeAskedIsSaidInTime();
    void filesOfAHostThatIsAwayAreNotThoseOfThisOne();
    void otherHostFilesGoNowhereElse_data();
    void otherHostFilesGoNowhereElse();

private:
    void applyRefused(const QString &code);
    void goOn() { window()->findChild<QPushButton *>(u"next"_s)->click(); }
    void offerFiles(TargetKind target);
};

void WizardMemoryTest::init()
{
    build();
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
}

void WizardMemoryTest::helpersFindingsStay()
{
    const QString words = u"Only root could see this."_s;
    m_helper->previewed.findings
        = {{Severity::Warning, FindingScope::Host, u"host.secret"_s, u"name"_s, words, u"Look at it."_s}};
    window()->showPage(PageId::Review);
    QTRY_VERIFY(says(window(), words));
    edited()->setConfirmWithin(90s); // of the change, not of the plan
    QVERIFY(says(window(), words));
    window()->showPage(PageId::Address);
    window()->showPage(PageId::Review);
    QVERIFY(says(window(), words));
    // Of another plan it says nothing.
    m_helper->previewed.findings.clear();
    edited()->setOption(u"downdelay"_s, u"300"_s);
    QVERIFY(!says(window(), words));
    const qsizetype asked = m_helper->calls.count(u"preview bond0"_s);
    QTRY_COMPARE(m_helper->calls.count(u"preview bond0"_s), asked + 1);
    QTest::qWait(20);
    QVERIFY(!says(window(), words));
}

void WizardMemoryTest::wordsStayUntilThereIsAnObstacle()
{
    window()->say(u"Check its addresses."_s);
    edited()->setOption(u"downdelay"_s, u"300"_s);
    m_helper->advance(helper::TransactionState::Done); // of another client
    QVERIFY(says(window(), u"Check its addresses."_s));
    m_helper->setReachable(false);
    window()->showPage(PageId::Review);
    QVERIFY(!says(window(), u"Check its addresses."_s) && says(window(), u"The helper does not answer"_s));
    m_helper->setReachable(true);
    QVERIFY(!says(window(), u"The helper does not answer"_s));
    window()->say(u"Check its addresses."_s);
    window()->startNew();
    QVERIFY(!says(window(), u"Check its addresses."_s));
}

/// NICs that the next draft could take were hidden by it.
void WizardMemoryTest::filterIsOfOneDraft()
{
    window()->showPage(PageId::Nics);
    auto *filter = window()->findChild<QLineEdit *>(u"nic-filter"_s);
    filter->setText(u"eth1"_s);
    window()->showPage(PageId::Mode);
    QCOMPARE(filter->text(), u"eth1"_s);
    window()->startNew();
    QVERIFY(filter->text().isEmpty());
}

void WizardMemoryTest::offerFiles(TargetKind target)
{
    edited()->setTarget({target, 6, FormatId::Ifcfg});
    window()->showPage(PageId::Review);
    // The files are made first.
    QTRY_VERIFY_WITH_TIMEOUT(window()->findChild<QPushButton *>(u"next"_s)->isEnabled(), 20'000);
    goOn();
    QCOMPARE(shownPage(), PageId::Apply);
}

void WizardMemoryTest::filesGoWhereTheyBelong()
{
    auto *where = window()->findChild<QLineEdit *>(u"where"_s);
    offerFiles(TargetKind::Folder);
    QCOMPARE(where->text(), QDir::home().filePath(u"bond0-files"_s));
    offerFiles(TargetKind::Script);
    QCOMPARE(where->text(), QDir::home().filePath(scriptName(u"bond0"_s)));
    where->setText(u"/srv/mine.sh"_s);
    offerFiles(TargetKind::Script);
    QCOMPARE(where->text(), u"/srv/mine.sh"_s);
    window()->startFrom(usualPlan(Mode::ActiveBackup), false);
    edited()->setName(u"bond5"_s);
    offerFiles(TargetKind::Folder);
    QCOMPARE(where->text(), QDir::home().filePath(u"bond5-files"_s));
}

/// The plan stays the same, and the files are others.
void WizardMemoryTest::filesFollowTheTarget()
{
    const auto *files = window()->findChild<QPlainTextEdit *>(u"diff"_s);
    const auto *next = window()->findChild<QPushButton *>(u"next"_s);
    window()->showPage(PageId::Review);
    QTRY_VERIFY(next->isEnabled());
    for (const auto &[target, words] : {std::pair(Target{TargetKind::Folder, 9, FormatId::NetworkManager}, u"[bond]"_s),
                                        std::pair(Target{TargetKind::Folder, 6, FormatId::Ifcfg}, u"ifcfg-bond0"_s),
                                        std::pair(Target{TargetKind::Script, 6, FormatId::Ifcfg}, u"#!/bin/sh"_s)}) {
        edited()->setTarget(target);
        QVERIFY(!next->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(next->isEnabled(), 20'000);
        QVERIFY2(files->toPlainText().contains(words), qPrintable(files->toPlainText()));
    }
}

void WizardMemoryTest::nothingIsAppliedUnseen()
{
    m_helper->trouble = Error{u"helper.internal"_s, u"It does not work."_s, u"Look at its log."_s};
    const auto *next = window()->findChild<QPushButton *>(u"next"_s);
    window()->showPage(PageId::Review);
    QTRY_VERIFY(says(window(), u"What would change could not be found out: see above."_s));
    QVERIFY(says(window(), u"It does not work. Look at its log."_s));
    QVERIFY(!next->isEnabled());
    // It is asked again.
    m_helper->trouble.reset();
    window()->showPage(PageId::Address);
    window()->showPage(PageId::Review);
    QTRY_VERIFY(next->isEnabled());
}

void WizardMemoryTest::nextDraftBeginsAnew()
{
    for (int page = 0; page <= int(PageId::Review); ++page)
        window()->showPage(PageId(page));
    QTRY_VERIFY(m_helper->calls.contains(u"preview bond0"_s));
    QTest::qWait(20);
    goOn();
    QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
    QTest::qWait(20);
    m_helper->advance(helper::TransactionState::AwaitingConfirm, 60);
    m_helper->advance(helper::TransactionState::Done);
    QVERIFY(says(window(), u"is applied and kept"_s));
    window()->startNew();
    const auto *steps = window()->findChild<StepList *>();
    for (int page = 0; page < pageCount; ++page) {
        const QString spoken = steps->item(page)->data(Qt::AccessibleTextRole).toString();
        QVERIFY2(!spoken.contains(u"done"_s), qPrintable(spoken));
    }
    window()->showPage(PageId::Apply);
    QVERIFY(says(window(), u"Nothing has been changed yet."_s));
    QVERIFY(!says(window(), u"is applied and kept"_s) && !says(window(), u"Next: open the monitor"_s));
}

void WizardMemoryTest::goalIsNotThatOfTheDraftBefore()
{
    auto *goal = window()->findChild<QAbstractButton *>(u"goal-both-lacp"_s);
    goal->click();
    QVERIFY(goal->isChecked());
    window()->startFrom(usualPlan(Mode::ActiveBackup), false);
    QVERIFY(!goal->isChecked());
    QCOMPARE(edited()->mode(), Mode::ActiveBackup);
    // Chosen again it is one of several that exclude each other.
    goal->click();
    window()->findChild<QAbstractButton *>(u"goal-survive"_s)->click();
    QVERIFY(!goal->isChecked());
}

void WizardMemoryTest::applyRefused(const QString &code)
{
    m_helper->refusal = Error{code, u"The reason."_s, u"The way out."_s};
    window()->showPage(PageId::Review);
    QTRY_VERIFY(window()->findChild<QPushButton *>(u"next"_s)->isEnabled());
    goOn();
    QTRY_VERIFY(says(window(), u"The reason. The way out."_s));
    m_helper->refusal.reset();
}

void WizardMemoryTest::reviewIsAskedForAfterAnAttempt_data()
{
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("refused, as others changed the files") << true;
    QTest::newRow("kept, and the same bond is edited") << false;
}

/// What it showed is no longer true.
void WizardMemoryTest::reviewIsAskedForAfterAnAttempt()
{
    QFETCH(bool, isRefused);
    const auto *next = window()->findChild<QPushButton *>(u"next"_s);
    if (isRefused) {
        applyRefused(u"helper.conflict"_s);
    } else {
        window()->showPage(PageId::Review);
        QTRY_VERIFY(next->isEnabled());
        goOn();
        QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
        QTest::qWait(20);
        m_helper->advance(helper::TransactionState::Done);
        window()->startFrom(edited()->plan(), true);
    }
    m_helper->previewed.digest = u"digest-2"_s;
    window()->showPage(PageId::Review);
    QTRY_VERIFY(next->isEnabled());
    goOn();
    QTRY_COMPARE(m_helper->appliedOptions.digest, u"digest-2"_s);
}

void WizardMemoryTest::safetyIsNotThatOfTheDraftBefore()
{
    edited()->setPingTarget(u"192.0.2.9"_s);
    edited()->setConfirmWithin(300s);
    window()->startFrom(usualPlan(Mode::ActiveBackup), true);
    QCOMPARE(edited()->pingTarget(), QString());
    QCOMPARE(edited()->confirmWithin(), settings::confirmWithin());
}

void WizardMemoryTest::closingAsksAboutEachDraft()
{
    QVERIFY(!window()->close());
    edited()->setOption(u"downdelay"_s, u"300"_s); // not the one that was asked about
    QVERIFY(!window()->close());
    QVERIFY(window()->close());
}

void WizardMemoryTest::refusedDraftIsNotThrownAway()
{
    applyRefused(u"helper.not-authorized"_s);
    QVERIFY(window()->holdsWork());
    QVERIFY(!window()->close());
    QVERIFY(says(window(), u"Close again to throw the draft away"_s));
    window()->findChild<QPushButton *>(u"retry"_s)->click();
    QTRY_COMPARE(m_helper->applyRequests.size(), 2);
    QTest::qWait(20);
    m_helper->advance(helper::TransactionState::RolledBack, 0, u"192.0.2.1 does not answer."_s);
    QVERIFY(window()->holdsWork()); // the address is to be corrected, and nothing else
    window()->findChild<QPushButton *>(u"retry"_s)->click();
    QTRY_COMPARE(m_helper->applyRequests.size(), 3);
    QTest::qWait(20);
    m_helper->advance(helper::TransactionState::Done);
    QVERIFY(!window()->holdsWork());
    QVERIFY(window()->close());
}

void WizardMemoryTest::writtenFilesAreAllThereWas()
{
    const QTemporaryDir folder;
    offerFiles(TargetKind::Folder);
    QVERIFY(window()->holdsWork());
    window()->findChild<QLineEdit *>(u"where"_s)->setText(folder.path());
    window()->findChild<QPushButton *>(u"write"_s)->click();
    QVERIFY(says(window(), folder.path()));
    QVERIFY(!window()->holdsWork());
    edited()->setOption(u"downdelay"_s, u"300"_s);
    QVERIFY(window()->holdsWork());
}

void WizardMemoryTest::savedDraftIsNoWork()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bond0.json"_s);
    QVERIFY(window()->holdsWork());
    window()->findChild<QPushButton *>(u"plan"_s)->menu()->actions().at(2)->trigger();
    auto *dialog = window()->findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(!window()->holdsWork());
    edited()->setOption(u"downdelay"_s, u"300"_s);
    QVERIFY(window()->holdsWork());
}

void WizardMemoryTest::openedPlanThrowsNoDraftAway()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(planToJson(usualPlan(Mode::BalanceXor))));
    const auto paste = [this] { window()->findChild<QPushButton *>(u"plan"_s)->menu()->actions().at(1)->trigger(); };
    paste();
    QCOMPARE(edited()->mode(), Mode::ActiveBackup);
    QVERIFY(says(window(), u"to throw the draft away"_s));
    QVERIFY(!window()->close()); // was not what was asked about
    QVERIFY(says(window(), u"Close again to throw the draft away"_s));
    paste();
    paste();
    QCOMPARE(edited()->mode(), Mode::BalanceXor);
    // Nor while one is applied.
    window()->startNew();
    m_helper->now.id = u"t1"_s;
    m_helper->advance(helper::TransactionState::AwaitingConfirm, 60);
    window()->showPage(PageId::Apply);
    paste();
    QCOMPARE(edited()->mode(), Mode::ActiveBackup);
}

/// Another plan under the same request would be taken for the one that was refused.
void WizardMemoryTest::onlyTheRefusedPlanIsTriedAgain()
{
    applyRefused(u"helper.unreachable"_s);
    const auto *retry = window()->findChild<QPushButton *>(u"retry"_s);
    QVERIFY(retry->isVisible());
    window()->showPage(PageId::Address);
    window()->showPage(PageId::Apply);
    QVERIFY(retry->isVisible());
    const auto target = edited()->target();
    edited()->setTarget({TargetKind::Folder, 6, FormatId::Ifcfg}); // never on this host
    QVERIFY(!retry->isVisible());
    edited()->setTarget(target);
    window()->showPage(PageId::Address);
    edited()->setMtu(9000);
    window()->showPage(PageId::Apply);
    QVERIFY(!retry->isVisible());
}

void WizardMemoryTest::targetThatCannotBeAskedIsSaidInTime()
{
    const auto *next = window()->findChild<QPushButton *>(u"next"_s);
    auto *target = window()->findChild<QLineEdit *>(u"ping"_s);
    window()->showPage(PageId::Review);
    target->setFocus();
    QTest::keyClicks(target, u"router.example"_s);
    QTRY_VERIFY(m_helper->calls.contains(u"preview bond0"_s));
    QTest::qWait(20);
    QVERIFY(says(window(), u"“router.example” is not an address that can be pinged."_s));
    QVERIFY(!next->isEnabled());
    target->selectAll();
    QTest::keyClicks(target, u"192.0.2.1"_s);
    QVERIFY(next->isEnabled());
}

void WizardMemoryTest::filesOfAHostThatIsAwayAreNotThoseOfThisOne()
{
    Services there;
    there.source = m_source.get();
    there.helper = m_helper.get();
    there.host = u"root@srv1"_s;
    WizardWindow wizard(there, m_pending.get());
    wizard.startNew();
    wizard.findChild<PlanDraft *>()->setSlaves({u"eth1"_s, u"eth2"_s});
    wizard.show();
    m_helper->setReachable(false);
    wizard.showPage(PageId::Review);
    QTRY_VERIFY(says(&wizard, u"The helper does not answer. Is it installed?"_s));
    QTest::qWait(500); // files that were made here would be there by now
    QVERIFY(!wizard.findChild<QPlainTextEdit *>(u"diff"_s)->isVisible());
    QVERIFY(!says(&wizard, u"Making the files…"_s));
}

void WizardMemoryTest::otherHostFilesGoNowhereElse_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("below");
    QTest::newRow("nowhere") << QString() << QString();
    QTest::newRow("blanks") << u"  "_s << QString();
    QTest::newRow("the user's folder") << u"~/of-srv1"_s << u"of-srv1"_s;
    QTest::newRow("no leading slash, and a blank") << u" of-srv2 "_s << u"of-srv2"_s;
}

/// Without a folder they would be this host's own.
void WizardMemoryTest::otherHostFilesGoNowhereElse()
{
    QFETCH(QString, where);
    QFETCH(QString, below);
    const QTemporaryDir here;
    QDir::setCurrent(here.path());
    helper::FileDiff file;
    file.path = here.filePath(u"x"_s);
    file.newText = u"text"_s;
    for (const TargetKind kind : {TargetKind::Folder, TargetKind::Script}) {
        const auto written = writeForOtherHost({file}, {kind, 6, FormatId::Ifcfg}, where, false);
        QCOMPARE(written.has_value(), !below.isEmpty());
        QVERIFY(QDir(here.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        if (below.isEmpty()) {
            QCOMPARE(written.error().code, u"otherhost.where"_s);
            continue;
        }
        const QString place = QDir::home().filePath(below);
        const QString name = kind == TargetKind::Script ? place : place + file.path;
        QCOMPARE(*written, QStringList{name});
        QVERIFY(QFile::exists(name));
        QVERIFY(kind == TargetKind::Script ? QFile::remove(name) : QDir(place).removeRecursively());
    }
}

QTEST_MAIN(WizardMemoryTest)
#include "tst_wizard_memory.moc"
