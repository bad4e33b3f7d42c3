// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyboard.h"
#include "watchdog.h"
#include "wizardframe.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <functional>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using helper::TransactionState;

class WizardTest : public QObject, private WizardFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_wizard"_s); }
    void init() { build(); }
    void cleanup() { strike(); }
    void makesEveryModeByKeyboard_data();
    void makesEveryModeByKeyboard();
    void backLosesNothing();
    void errorsBlockOnlyApplying();
    void revertsUnlessConfirmed();
    void anAppliedPlanHasNoFindings();
    void reviewIsAskedForInTheNewLanguage();
    void saysWhyItWasRefused_data();
    void saysWhyItWasRefused();
    void withoutHelperFilesAreShownAndApplyIsOff();
    void planThatChangesNothingCannotBeApplied();
    void harmlessOptionInterruptsNothing();
    void stepsEndAsTheyEnded();
    void causeIsToldWhereNoStepFailed();
    void enterDecidesNothingDuringTheCountdown();
    void filesForAnotherHostDoNotWait();
    void saysWhatDoesNotLast();
    void closingAskedOnceWithADraft();
    void manyNicsDoNotBlock();

private:
    void makeByKeyboard(int mode);
    void choose(Keyboard *keys, const QString &nic);
    void applyDefaults(Keyboard *keys);
    QStringList shownTexts();
};

void WizardTest::choose(Keyboard *keys, const QString &nic)
{
    QVERIFY(keys->tabTo(u"nics"_s));
    auto *table = qobject_cast<QAbstractItemView *>(keys->focused());
    QVERIFY(table);
    keys->press(Qt::Key_Home);
    for (int row = 0; row < 20; ++row) {
        if (table->currentIndex().siblingAtColumn(0).data().toString() == nic) {
            keys->press(Qt::Key_Space);
            return;
        }
        keys->press(Qt::Key_Down);
    }
    QFAIL(qPrintable(nic + u" cannot be reached"_s));
}

void WizardTest::makesEveryModeByKeyboard_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("mode");
    for (const QString &language : i18n::languages()) {
        for (const ModeInfo &info : allModes())
            QTest::addRow("%s %s", qPrintable(language), qPrintable(info.kernelName)) << language << int(info.mode);
    }
}

void WizardTest::makesEveryModeByKeyboard()
{
    QFETCH(QString, language);
    QFETCH(int, mode);
    auto *watchdog = static_cast<Watchdog *>(qApp);
    const Watchdog::Report &report = watchdog->report();
    // A busy machine makes a thread wait for its disk now and then: the best of three rounds counts.
    for (int round = 0; round == 0 || (round < 3 && report.longestSleep > Watchdog::limit()); ++round) {
        strike();
        build();
        QCOMPARE(i18n::installLanguage(language), language);
        watchdog->reset();
        makeByKeyboard(mode);
        if (QTest::currentTestFailed())
            return;
        qInfo("longest event: %.1f ms of work (%s), %.1f ms asleep (%s)", double(report.longestWork.count()) / 1e6,
              qPrintable(report.longestWorkWhere), double(report.longestSleep.count()) / 1e6,
              qPrintable(report.longestSleepWhere));
        QVERIFY2(report.longestWork <= Watchdog::limit(), qPrintable(report.longestWorkWhere));
    }
    QVERIFY2(report.longestSleep <= Watchdog::limit(), qPrintable(report.longestSleepWhere));
}

void WizardTest::makeByKeyboard(int mode)
{
    Keyboard keys(window());
    QVERIFY(keys.tabTo(u"mode-active-backup"_s));
    for (int step = 0; step < 7 && int(edited()->mode()) != mode; ++step)
        keys.press(int(edited()->mode()) < mode ? Qt::Key_Down : Qt::Key_Up);
    QCOMPARE(int(edited()->mode()), mode);
    keys.press(Qt::Key_Return); // the default button: Next
    QCOMPARE(shownPage(), PageId::Nics);

    choose(&keys, u"eth2"_s);
    choose(&keys, u"eth1"_s);
    QVERIFY(keys.tabTo(u"next"_s));
    keys.press(Qt::Key_Space);
    QCOMPARE(shownPage(), PageId::Monitoring);

    QVERIFY(keys.tabTo(u"value-downdelay"_s));
    keys.replace(u"200"_s);
    QVERIFY(keys.tabTo(u"next"_s));
    keys.press(Qt::Key_Space);
    QCOMPARE(shownPage(), PageId::Options);

    BondPlan expected;
    expected.name = u"bond0"_s;
    expected.mode = Mode(mode);
    expected.slaves = {{u"eth2"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
    expected.options = {{u"miimon"_s, u"100"_s}, {u"downdelay"_s, u"200"_s}};
    if (Mode(mode) == Mode::Ieee8023ad) {
        QVERIFY(keys.tabTo(u"value-lacp_rate"_s));
        keys.press(Qt::Key_Down);
        expected.options.insert(u"lacp_rate"_s, u"fast"_s);
    }
    if (Mode(mode) == Mode::BalanceXor) {
        QVERIFY(keys.tabTo(u"value-xmit_hash_policy"_s));
        keys.press(Qt::Key_Down);
        expected.options.insert(u"xmit_hash_policy"_s, u"layer3+4"_s);
    }
    QVERIFY(keys.tabTo(u"next"_s));
    keys.press(Qt::Key_Space);
    QCOMPARE(shownPage(), PageId::Address);

    QVERIFY(keys.tabTo(u"ipv4-1"_s)); // DHCP is chosen
    keys.press(Qt::Key_Down); // manual
    QVERIFY(keys.tabTo(u"ipv4-addresses"_s));
    keys.type(u"10.9.0.5/24"_s);
    QVERIFY(keys.tabTo(u"ipv4-gateway"_s));
    keys.type(u"10.9.0.1"_s);
    expected.ipv4.method = IpMethod::Manual;
    expected.ipv4.addresses = {u"10.9.0.5/24"_s};
    expected.ipv4.gateway = u"10.9.0.1"_s;
    QVERIFY(keys.tabTo(u"next"_s));
    keys.press(Qt::Key_Space);
    QCOMPARE(shownPage(), PageId::Review);

    for (const Finding &finding : edited()->findings())
        QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.code + u' ' + finding.message));
    QTRY_VERIFY(window()->findChild<QPushButton *>(u"next"_s)->isEnabled());
    QVERIFY(m_helper->calls.contains(u"preview bond0"_s));
    QVERIFY(keys.tabTo(u"next"_s));
    keys.press(Qt::Key_Space);
    QCOMPARE(shownPage(), PageId::Apply);
    QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
    QCOMPARE(planToJson(m_helper->applied), planToJson(expected));
    QCOMPARE(m_helper->appliedOptions.digest, u"digest-1"_s);

    QTest::qWait(10);
    m_helper->step(0, 2, u"Backup"_s, true);
    m_helper->step(1, 2, u"Write"_s, false);
    m_helper->advance(TransactionState::AwaitingConfirm, 60);
    QVERIFY(keys.tabTo(u"keep"_s));
    keys.press(Qt::Key_Space);
    QTRY_COMPARE(m_helper->calls.constLast(), u"confirm %1 0123456789abcdef0123456789abcdef"_s.arg(m_helper->now.id));
    m_helper->advance(TransactionState::Done);
    QVERIFY(window()->findChild<QPushButton *>(u"close"_s)->isVisible());
}

void WizardTest::backLosesNothing()
{
    PlanDraft *draft = edited();
    draft->setSlaves({u"eth1"_s, u"eth2"_s});
    draft->setOption(u"downdelay"_s, u"300"_s);
    draft->setOption(u"primary"_s, u"eth1"_s);
    const BondPlan before = draft->plan();
    for (int page = 0; page < int(PageId::Review); ++page)
        window()->showPage(PageId(page + 1));
    for (int page = int(PageId::Review); page > 0; --page)
        window()->showPage(PageId(page - 1));
    QCOMPARE(planToJson(draft->plan()), planToJson(before));
}

void WizardTest::errorsBlockOnlyApplying()
{
    auto *next = window()->findChild<QPushButton *>(u"next"_s);
    // No NIC is chosen: that is an error, and still every page opens.
    for (int page = 0; page < int(PageId::Review); ++page) {
        window()->showPage(PageId(page));
        QVERIFY(next->isEnabled());
    }
    window()->showPage(PageId::Review);
    QVERIFY(!next->isEnabled());
    // The finding leads to its field.
    auto *link = window()->findChild<QWidget *>(u"finding-link"_s);
    QVERIFY(link);
    QTest::keyClick(link, Qt::Key_Space);
    QCOMPARE(shownPage(), PageId::Nics);
    QCOMPARE(window()->focusWidget()->objectName(), u"nics"_s);
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Review);
    // Nobody applies what has not been shown.
    QVERIFY(!next->isEnabled());
    QVERIFY(says(window(), u"What would change is not known yet."_s));
    QTRY_VERIFY(next->isEnabled());
    QVERIFY(m_helper->calls.contains(u"preview bond0"_s));
    QVERIFY(!says(window(), u"What would change is not known yet."_s));
}

void WizardTest::applyDefaults(Keyboard *keys)
{
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Review);
    QTRY_VERIFY(window()->findChild<QPushButton *>(u"next"_s)->isEnabled());
    QVERIFY(keys->tabTo(u"next"_s));
    keys->press(Qt::Key_Space);
    QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
    QTest::qWait(10);
}

void WizardTest::revertsUnlessConfirmed()
{
    Keyboard keys(window());
    applyDefaults(&keys);
    m_helper->advance(TransactionState::AwaitingConfirm, 10);
    m_helper->advance(TransactionState::RollingBack);
    m_helper->now.differences = {u"The link of eth2 is down"_s};
    m_helper->advance(TransactionState::RolledBack, 0, u"Nobody kept it in time."_s);
    QVERIFY(says(window(), u"Everything is as it was before."_s));
    QVERIFY2(shownTexts().join(u'|').count(u"Nobody kept it in time."_s) == 1, qPrintable(shownTexts().join(u'|')));
    QVERIFY(!window()->findChild<QPushButton *>(u"keep"_s)->isVisible());
}

void WizardTest::anAppliedPlanHasNoFindings()
{
    Keyboard keys(window());
    applyDefaults(&keys);
    const QList<Finding> before = edited()->findings();
    QVERIFY(!hasErrors(before));
    // The host now has a bond0, made by this very change.
    m_source->setSnapshot(hostWithBonds());
    QCOMPARE(edited()->findings().size(), before.size());
    window()->showPage(PageId::Nics);
    QVERIFY(hasErrors(edited()->findings())); // a second bond0 would be one
}

void WizardTest::reviewIsAskedForInTheNewLanguage()
{
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Review);
    QTRY_VERIFY(m_helper->calls.contains(u"preview bond0"_s));
    m_helper->calls.clear();
    i18n::installLanguage(u"zh_CN"_s);
    QTRY_VERIFY(m_helper->calls.contains(u"preview bond0"_s));
}

void WizardTest::saysWhyItWasRefused_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("heading");
    QTest::newRow("not authorised") << u"helper.not-authorized"_s << u"Not allowed. Nothing was changed."_s;
    QTest::newRow("busy") << u"helper.busy"_s << u"Not applied. Nothing was changed."_s;
    QTest::newRow("conflict") << u"helper.conflict"_s << u"Not applied. Nothing was changed."_s;
    // The answer may have got lost, not the request.
    const QString unknown = u"No answer came. If the change has begun, it reverts by itself unless confirmed."_s;
    QTest::newRow("gone") << u"helper.unreachable"_s << unknown;
    QTest::newRow("host gone") << u"host.offline"_s << unknown;
}

void WizardTest::saysWhyItWasRefused()
{
    QFETCH(QString, code);
    QFETCH(QString, heading);
    m_helper->refusal = Error{code, u"The reason."_s, u"The way out."_s};
    Keyboard keys(window());
    applyDefaults(&keys);
    QVERIFY(says(window(), heading));
    QVERIFY(says(window(), u"The reason. The way out."_s));
    QVERIFY(window()->findChild<QPushButton *>(u"back"_s)->isEnabled());
    auto *retry = window()->findChild<QPushButton *>(u"retry"_s);
    QCOMPARE(retry->isVisible(), code != u"helper.conflict");
    if (!retry->isVisible())
        return;
    m_helper->refusal.reset();
    m_helper->calls.clear();
    retry->click();
    QTRY_VERIFY(m_helper->calls.contains(u"apply bond0"_s));
    // By the same name, or a change that has begun would be asked for a second time.
    QCOMPARE(m_helper->applyRequests.size(), 2);
    QCOMPARE(m_helper->applyRequests.at(0), m_helper->applyRequests.at(1));
}

void WizardTest::withoutHelperFilesAreShownAndApplyIsOff()
{
    m_helper->setReachable(false);
    edited()->setSlaves({u"eth1"_s, u"eth2"_s});
    window()->showPage(PageId::Review);
    auto *next = window()->findChild<QPushButton *>(u"next"_s);
    QVERIFY(!next->isEnabled());
    QVERIFY(says(window(), u"The helper does not answer: nothing can be applied."_s));
    // The formats need no root: bondctl makes the files.
    auto *files = window()->findChild<QPlainTextEdit *>(u"diff"_s);
    QVERIFY(files);
    QTRY_VERIFY_WITH_TIMEOUT(files->isVisible() && files->toPlainText().contains(u"bond0"_s), 20'000);
    m_helper->setReachable(true);
    QVERIFY(!next->isEnabled()); // what is shown is not what the helper would do
    QTRY_VERIFY(next->isEnabled());
    QVERIFY(!says(window(), u"The helper does not answer"_s));
    QVERIFY(m_helper->calls.contains(u"preview bond0"_s));
}

void WizardTest::planThatChangesNothingCannotBeApplied()
{
    const kernel::Snapshot host = hostWithBonds();
    m_source->setSnapshot(host);
    BondPlan plan = m_helper->config.plans.constFirst();
    m_helper->previewed.files.clear();
    m_helper->previewed.interruptions.clear();
    window()->startFrom(plan, true);
    window()->showPage(PageId::Review);
    auto *next = window()->findChild<QPushButton *>(u"next"_s);
    QTRY_VERIFY(says(window(), u"Nothing to apply"_s));
    QVERIFY(!next->isEnabled());
    QVERIFY(says(window(), u"No connection is interrupted."_s));
    // What the kernel runs differs now: there is something to do, though no file changes.
    edited()->setOption(u"updelay"_s, u"400"_s);
    QTRY_VERIFY(next->isEnabled());
}

void WizardTest::harmlessOptionInterruptsNothing()
{
    m_source->setSnapshot(hostWithBonds());
    window()->startFrom(m_helper->config.plans.constFirst(), true);
    QVERIFY(edited()->likelyInterrupted().isEmpty());
    edited()->setOption(u"miimon"_s, u"200"_s);
    QVERIFY(edited()->likelyInterrupted().isEmpty());
    edited()->setMode(Mode::BalanceXor);
    QCOMPARE(edited()->likelyInterrupted(), QStringList{u"bond0"_s});
}

void WizardTest::stepsEndAsTheyEnded()
{
    Keyboard keys(window());
    applyDefaults(&keys);
    m_helper->step(0, 3, u"Writing"_s, true);
    m_helper->advance(TransactionState::Verifying);
    m_helper->step(1, 3, u"Verifying"_s, false);
    m_helper->now.differences = {u"192.0.2.1 does not answer."_s};
    m_helper->advance(TransactionState::RollingBack, 0, u"Not as asked."_s);
    m_helper->step(1, 3, u"Verifying"_s, true, 60'000);
    m_helper->step(2, 3, u"Restoring"_s, true);
    m_helper->advance(TransactionState::RolledBack, 0, u"Not as asked."_s);
    const QStringList shown = shownTexts();
    QVERIFY2(shown.contains(u"Verifying: failed, 1 min 0 s\nNot as asked.\n192.0.2.1 does not answer."_s),
             qPrintable(shown.join(u'|')));
    QVERIFY2(shown.contains(u"Confirmation: skipped"_s), qPrintable(shown.join(u'|')));
    QVERIFY(shown.contains(u"The change was reverted. Everything is as it was before."_s));
    // The cause stands at its step, and nowhere else.
    for (const QString &once : {u"Not as asked."_s, u"192.0.2.1 does not answer."_s})
        QVERIFY2(shown.join(u'|').count(once) == 1, qPrintable(shown.join(u'|')));
}

void WizardTest::causeIsToldWhereNoStepFailed()
{
    Keyboard keys(window());
    applyDefaults(&keys);
    m_helper->step(0, 3, u"Writing"_s, true);
    m_helper->now.differences = {u"The link of eth2 is down"_s};
    m_helper->advance(TransactionState::RolledBack, 0, u"The power failed."_s);
    for (const QString &once : {u"The power failed."_s, u"The link of eth2 is down"_s})
        QVERIFY2(shownTexts().join(u'|').count(once) == 1, qPrintable(shownTexts().join(u'|')));
}

/// The labels and list items on the screen.
QStringList WizardTest::shownTexts()
{
    QStringList texts;
    for (QLabel *label : window()->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    for (QListWidget *list : window()->findChildren<QListWidget *>()) {
        for (int row = 0; list->isVisible() && row < list->count(); ++row)
            texts.append(list->item(row)->text());
    }
    return texts;
}

void WizardTest::enterDecidesNothingDuringTheCountdown()
{
    Keyboard keys(window());
    applyDefaults(&keys);
    m_helper->now.isCompared = false;
    m_helper->advance(TransactionState::AwaitingConfirm, 60);
    QVERIFY(says(window(), u"was not compared with the plan"_s));
    const QStringList before = m_helper->calls;
    keys.press(Qt::Key_Return, 3);
    keys.press(Qt::Key_Enter, 3);
    QTest::qWait(10);
    QCOMPARE(m_helper->calls, before);
    QCOMPARE(shownPage(), PageId::Apply);
}

void WizardTest::filesForAnotherHostDoNotWait()
{
    PlanDraft *draft = edited();
    draft->setSlaves({u"eth1"_s, u"eth2"_s});
    auto *next = window()->findChild<QPushButton *>(u"next"_s);
    m_helper->now.id = u"of-somebody-else"_s;
    m_helper->now.bond = u"bond7"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 60);
    window()->showPage(PageId::Review);
    QTRY_VERIFY(m_pending->isRunning());
    QVERIFY(!next->isEnabled());
    QVERIFY(says(window(), u"Another change is waiting"_s));
    draft->setTarget({TargetKind::Folder, 6, FormatId::Ifcfg});
    QTRY_VERIFY_WITH_TIMEOUT(next->isEnabled(), 20'000);
    QVERIFY(!says(window(), u"Another change is waiting"_s));
}

void WizardTest::saysWhatDoesNotLast()
{
    Keyboard keys(window());
    applyDefaults(&keys);
    m_helper->now.lasting = u"Runs until the next restart."_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 60);
    QVERIFY(says(window(), u"Runs until the next restart."_s));
    m_helper->advance(TransactionState::Done);
    QVERIFY(says(window(), u"Runs until the next restart."_s));
}

void WizardTest::closingAskedOnceWithADraft()
{
    edited()->setOption(u"downdelay"_s, u"300"_s);
    QVERIFY(!window()->close());
    QVERIFY(says(window(), u"Close again"_s));
    QVERIFY(window()->close());
}

void WizardTest::manyNicsDoNotBlock()
{
    auto *watchdog = static_cast<Watchdog *>(qApp);
    kernel::Snapshot host = hostWithManyNics(4096);
    m_source->setSnapshot(host);
    window()->showPage(PageId::Nics);
    QTest::qWait(10);
    // Each as an event of its own, so that the watchdog sees it; a real block is there in every pass.
    const auto measure = [&](const char *what, const std::function<void()> &work) {
        std::chrono::nanoseconds best = std::chrono::hours(1);
        for (int pass = 0; pass < 3; ++pass) {
            watchdog->reset();
            QMetaObject::invokeMethod(window(), work, Qt::QueuedConnection);
            QTest::qWait(5);
            best = std::min(best, watchdog->report().longestWork);
        }
        qInfo("%s: %.1f ms", what, double(best.count()) / 1e6);
        QVERIFY2(best <= Watchdog::limit(), what);
    };
    measure("a link is lost", [&] {
        kernel::NicState &nic = host.nics[1500];
        nic.carrier = !nic.carrier;
        m_source->setSnapshot(host);
    });
    measure("a NIC is chosen", [&] {
        const bool isChosen = edited()->hasSlave(u"port100"_s);
        edited()->setSlaves(isChosen ? QStringList() : QStringList{u"port100"_s});
    });
    measure("the page is opened", [&] {
        window()->showPage(PageId::Mode);
        window()->showPage(PageId::Nics);
    });
}

int main(int argc, char **argv)
{
    Watchdog app(argc, argv);
    WizardTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_wizard.moc"
