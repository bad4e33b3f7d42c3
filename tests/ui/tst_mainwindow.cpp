// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessibility.h"
#include "common/messagepane.h"
#include "common/settings.h"
#include "kernel/runningplan.h"
#include "keyboard.h"
#include "main/bondpane.h"
#include "main/sidebar.h"
#include "mainwindowframe.h"
#include "models/bondtreemodel.h"
#include "watchdog.h"
#include "wizard/wizardwindow.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using helper::TransactionState;

class MainWindowTest : public QObject, private MainWindowFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingIsAskedBeforeTheFirstPicture();
    void emptyHostTellsWhatToDo();
    void firstBondIsShown();
    void clickBesideTheRowsSelectsNothingElse();
    void deadLinkIsReported();
    void nicIsShown();
    void pendingChangeCanBeKeptFromHere();
    void pendingChangeRevertsFromHere();
    void foreignChangeIsAdopted();
    void troublesAreReported_data();
    void troublesAreReported();
    void sinceWhenIsTakenFromTheEvents();
    void sizesAreRemembered();
    void helpExplainsTheSigns();
    void languageSwitchesAtRunTime();
    void dialogsOfQtSpeakChinese();
    void ratesFollowTheUnit();
    void keyboardReachesEverything();
    void controlsHaveNames();
    void readingOrderIsThatOnTheScreen();
    void noEnglishInTheChineseWindow();
    void runningPlanIsWhatRuns();
    void manyNicsDoNotBlock();
    void survivesABondThatGoes();
};

void MainWindowTest::initTestCase()
{
    prepareWindows(u"tst_mainwindow"_s);
}

void MainWindowTest::init()
{
    build();
}

void MainWindowTest::cleanup()
{
    strike();
}

void MainWindowTest::nothingIsAskedBeforeTheFirstPicture()
{
    m_source->setSnapshot(hostWithBonds());
    MainWindow window(m_services);
    QCoreApplication::processEvents();
    QVERIFY2(m_helper->calls.isEmpty(), qPrintable(m_helper->calls.join(u' ')));
    window.show();
    QTRY_VERIFY(m_helper->calls.contains(u"capabilities"_s));
    // One that is not shown yet, another host's, asks as well.
    m_helper->calls.clear();
    MainWindow hidden(m_services);
    QTRY_VERIFY(m_helper->calls.contains(u"capabilities"_s));
}

void MainWindowTest::emptyHostTellsWhatToDo()
{
    open(hostWithoutBond());
    QVERIFY(says(u"There is no bond on this host yet."_s));
    Keyboard keys(m_window.get());
    auto *pane = m_window->findChild<MessagePane *>();
    auto *button = pane->findChild<QPushButton *>();
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(m_window->findChild<WizardWindow *>(u"wizard"_s)->isVisible());
}

void MainWindowTest::firstBondIsShown()
{
    open(hostWithBonds());
    QCOMPARE(m_window->findChild<SideBar *>()->selectedBond(), 20);
    QVERIFY(says(u"active-backup (1) · 10.0.0.5/24"_s));
    QVERIFY(says(u"NetworkManager 1.42.4"_s));
}

void MainWindowTest::clickBesideTheRowsSelectsNothingElse()
{
    open(hostWithBonds());
    const auto *bonds = m_window->findChild<QTreeView *>(u"bonds"_s);
    const QModelIndexList selected = bonds->selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    for (const QString &name : {u"bonds"_s, u"nic-list"_s}) {
        const auto *rows = m_window->findChild<QTreeView *>(name);
        const QPoint beside(rows->viewport()->width() / 2, rows->viewport()->height() - 3);
        QVERIFY(!rows->indexAt(beside).isValid());
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, Qt::NoModifier, beside);
        QCOMPARE(bonds->selectionModel()->selectedRows(), selected);
    }
}

void MainWindowTest::deadLinkIsReported()
{
    open(hostWithDeadLink());
    QVERIFY(says(u"The link of eth3 is down"_s));
    auto *tabs = m_window->findChild<QTabWidget *>(u"tabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(5);
        QVERIFY(says(u"The link of eth3 is down"_s)); // whatever is looked at
    }
}

void MainWindowTest::nicIsShown()
{
    open(hostWithBonds());
    auto *nicList = m_window->findChild<QAbstractItemView *>(u"nic-list"_s);
    nicList->setFocus();
    QTest::keyClick(nicList, Qt::Key_Home);
    QTest::keyClick(nicList, Qt::Key_Space);
    QTRY_VERIFY(says(u"Permanent MAC"_s));
    QCOMPARE(m_window->findChild<SideBar *>()->selectedBond(), 0);
}

void MainWindowTest::pendingChangeCanBeKeptFromHere()
{
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->now.action = bondwright::ChangeAction::Apply;
    m_helper->now.bond = u"bond0"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 43);
    QVERIFY(says(u"bond0 was changed. Reverting in 0:43"_s));
    auto *keep = m_window->findChild<QPushButton *>(u"banner-keep"_s);
    QVERIFY(keep->isVisible());
    QTest::keyClick(keep, Qt::Key_Space);
    QTRY_COMPARE(m_helper->calls.constLast(), u"confirm t9 "_s); // without a token: authorisation is asked for
    m_helper->advance(TransactionState::Done);
    QVERIFY(says(u"The change of bond0 is kept."_s));
    QVERIFY(!keep->isVisible());
}

void MainWindowTest::pendingChangeRevertsFromHere()
{
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 30);
    QTest::keyClick(m_window->findChild<QPushButton *>(u"banner-revert"_s), Qt::Key_Space);
    QTRY_COMPARE(m_helper->calls.constLast(), u"rollback t9 "_s);
    m_helper->advance(TransactionState::RolledBack, 0, u"Asked for."_s);
    QVERIFY(says(u"everything is as before. Asked for."_s));
}

void MainWindowTest::foreignChangeIsAdopted()
{
    m_helper->now.id = u"other"_s;
    m_helper->now.action = bondwright::ChangeAction::Remove;
    m_helper->now.bond = u"bond1"_s;
    m_helper->now.state = TransactionState::AwaitingConfirm;
    m_helper->now.secondsLeft = 20;
    open(hostWithBonds());
    QTRY_VERIFY(says(u"bond1 was removed. Reverting in"_s));
    m_helper->refusal = Error{u"helper.not-authorized"_s, u"Not yours."_s, {}};
    QTest::keyClick(m_window->findChild<QPushButton *>(u"banner-keep"_s), Qt::Key_Space);
    QTRY_VERIFY(says(u"Not yours."_s));
}

void MainWindowTest::troublesAreReported_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("no helper") << u"helper"_s << u"The helper does not answer"_s;
    QTest::newRow("no permission") << u"permission"_s << u"You may look, but not change"_s;
    QTest::newRow("no driver") << u"driver"_s << u"The bonding driver is not loaded"_s;
    QTest::newRow("no backend") << u"backend"_s << u"No network service that is known here"_s;
}

void MainWindowTest::troublesAreReported()
{
    QFETCH(QString, what);
    QFETCH(QString, words);
    kernel::Snapshot host = hostWithoutBond();
    if (what == u"helper") {
        m_helper->setReachable(false);
    } else if (what == u"permission") {
        m_helper->trouble = Error{u"helper.not-authorized"_s, u"No."_s, {}};
    } else if (what == u"driver") {
        host.bondingDriver = false;
        m_helper->caps.bondingDriver = false;
    } else {
        m_helper->caps.networkManagerRunning = false;
        m_helper->caps.backendInCharge = helper::Backend::RuntimeOnly;
    }
    open(host);
    QTRY_VERIFY(says(words));
    // It still works for what is possible.
    QVERIFY(m_window->createBond()->isVisible());
}

void MainWindowTest::sinceWhenIsTakenFromTheEvents()
{
    kernel::BondEvent event;
    event.kind = kernel::EventKind::SlaveDown;
    event.bond = u"bond0"_s;
    event.slave = u"eth3"_s;
    event.wallTime = QDateTime::currentDateTime().addSecs(-192);
    m_services.askEvents = [event](QObject *, const auto &done) { done({event}); };
    open(hostWithDeadLink());
    QTRY_VERIFY(says(u"(for 3 min"_s));
}

void MainWindowTest::sizesAreRemembered()
{
    open(hostWithBonds());
    auto *splitter = m_window->findChild<QSplitter *>(u"sides"_s);
    const QList<int> before = splitter->sizes();
    auto *handle = splitter->handle(1);
    const QPoint at = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, at);
    QTest::mouseMove(handle, at + QPoint(60, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, at + QPoint(60, 0));
    const QList<int> wide = splitter->sizes();
    QVERIFY(wide.constFirst() > before.constFirst());
    QTRY_VERIFY(QSettings().contains(u"splitters/main"_s));
    m_window.reset();
    open(hostWithBonds());
    QCOMPARE(m_window->findChild<QSplitter *>(u"sides"_s)->sizes(), wide);
    QSettings().remove(u"splitters"_s);
}

void MainWindowTest::helpExplainsTheSigns()
{
    open(hostWithBonds());
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"help"_s));
    QVERIFY(says(u"standby: takes over when the active slave fails"_s));
    // And every key, as the desktop writes it.
    for (const QAction *action : m_window->actions()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty() && action->shortcut() != QKeySequence(QKeySequence::Preferences))
            QVERIFY2(says(keys), qPrintable(action->text() + u": "_s + keys));
    }
}

void MainWindowTest::languageSwitchesAtRunTime()
{
    open(hostWithBonds());
    auto *button = m_window->findChild<QToolButton *>(u"language"_s);
    // 中文, as a drawing: an English window loads no Chinese font for two characters.
    QVERIFY(button->text().isEmpty() && !button->icon().isNull());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(i18n::currentLanguage(), u"zh_CN"_s);
    QTRY_COMPARE(button->text(), u"English"_s);
    QVERIFY(says(u"网卡"_s));
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(says(u"NICs"_s));
}

void MainWindowTest::dialogsOfQtSpeakChinese()
{
    const auto cancel = [] {
        const QDialogButtonBox box(QDialogButtonBox::Cancel);
        return box.button(QDialogButtonBox::Cancel)->text();
    };
    QVERIFY(cancel().contains(u"Cancel"_s));
    i18n::installLanguage(u"zh_CN"_s);
    QVERIFY2(cancel().contains(u"取消"_s), qPrintable(cancel()));
    i18n::installLanguage(u"en"_s);
    QVERIFY(cancel().contains(u"Cancel"_s));
}

void MainWindowTest::ratesFollowTheUnit()
{
    open(hostWithBonds());
    const auto sample = [this](qint64 seconds, quint64 bytes) {
        kernel::CounterSample taken;
        taken.monotonicNs = seconds * 1'000'000'000;
        kernel::Counters counters;
        counters.ifindex = 4;
        counters.rxBytes = bytes;
        taken.interfaces = {counters};
        m_source->sample(taken);
    };
    auto *slaves = m_window->findChild<QAbstractItemView *>(u"slaves"_s);
    const auto received = [slaves] {
        const QModelIndex first = slaves->model()->index(0, models::BondTreeModel::Receive, slaves->rootIndex());
        return first.data().toString();
    };
    sample(1, 0);
    sample(2, 1'000'000);
    QCOMPARE(received(), u"8.00 Mbit/s"_s);
    settings::setRatesInBits(false);
    QCOMPARE(received(), u"1.00 MB/s"_s);
    settings::setRatesInBits(true);
}

void MainWindowTest::keyboardReachesEverything()
{
    open(hostWithBonds());
    Keyboard keys(m_window.get());
    for (const QString &name : {u"bonds"_s, u"nic-list"_s, u"slaves"_s, u"language"_s, u"menu"_s})
        QVERIFY2(keys.tabTo(name), qPrintable(name));
}

void MainWindowTest::controlsHaveNames()
{
    open(hostWithDeadLink());
    for (int tab = BondPane::Status; tab <= BondPane::Switch; ++tab) {
        m_window->bondPane()->findChild<QTabWidget *>()->setCurrentIndex(tab);
        QTest::qWait(10);
        const QStringList muted = mutedControls(m_window.get());
        QVERIFY2(muted.isEmpty(), qPrintable(muted.join(u'\n')));
    }
    m_window->findChild<SideBar *>()->selectBond(21); // needs the switch's configuration
    m_helper->now.id = u"t9"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 43);
    QStringList muted = mutedControls(m_window.get());
    m_source->setSnapshot(hostWithoutBond());
    QTRY_VERIFY(says(u"There is no bond on this host yet."_s));
    muted += mutedControls(m_window.get());
    QVERIFY2(muted.isEmpty(), qPrintable(muted.join(u'\n')));
}

void MainWindowTest::readingOrderIsThatOnTheScreen()
{
    open(hostWithBonds());
    auto *splitter = m_window->findChild<QSplitter *>(u"sides"_s);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(splitter);
    QList<int> read;
    for (int child = 0; child < face->childCount(); ++child) {
        for (int place = 0; place < splitter->count(); ++place) {
            if (face->child(child)->object() == splitter->widget(place))
                read.append(place);
        }
    }
    QCOMPARE(read, (QList<int>{0, 1}));
}

void MainWindowTest::noEnglishInTheChineseWindow()
{
    i18n::installLanguage(u"zh_CN"_s);
    open(hostWithoutBond());
    // Words that are the same in every language: names, units, protocols.
    static const QRegularExpression names(
        u"Bondwright|bondctl "
        u"read|NetworkManager|[0-9.]+|eth|wlan|bond|lo\\b|LED|MAC|MTU|IP|ARP|MII|LACP|DHCP|English|fe80|Ctrl|Del|"
        "[a-f0-9]{2}(:[a-f0-9]{2})+|Gbit/s|Mbit/s|ms|%1"_s.arg(QSysInfo::machineHostName()));
    for (QLabel *label : m_window->findChildren<QLabel *>()) {
        if (!label->isVisible())
            continue;
        QString rest = label->text();
        rest.remove(names);
        static const QRegularExpression english(u"[A-Za-z]{3,}"_s);
        QVERIFY2(!rest.contains(english), qPrintable(label->text()));
    }
}

void MainWindowTest::runningPlanIsWhatRuns()
{
    const kernel::Snapshot host = hostWithBonds();
    const BondPlan plan = kernel::withoutDefaults(kernel::runningPlan(host.bonds[20], host));
    QCOMPARE(plan.name, u"bond0"_s);
    QCOMPARE(plan.options.value(u"miimon"_s), u"100"_s);
    QVERIFY(!plan.options.contains(u"downdelay"_s)); // 0 is the kernel's own
    QCOMPARE(plan.slaves.size(), 2);
    QCOMPARE(plan.ipv4.addresses.texts(), QStringList{u"10.0.0.5/24"_s});
}

void MainWindowTest::manyNicsDoNotBlock()
{
    open(hostWithManyNics(4096));
    auto *watchdog = static_cast<Watchdog *>(qApp);
    auto *nicList = m_window->findChild<QAbstractItemView *>(u"nic-list"_s);
    nicList->setFocus();
    // A real block is there every time; what a busy machine's caches cost once is not.
    Watchdog::Report best;
    for (int pass = 0; pass < 3; ++pass) {
        QTest::keyClick(nicList, Qt::Key_Home);
        QCoreApplication::processEvents();
        watchdog->reset();
        for (int step = 0; step < 60; ++step) {
            const int before = nicList->verticalScrollBar()->value();
            QTest::keyClick(nicList, Qt::Key_PageDown);
            QCoreApplication::processEvents();
            QVERIFY(nicList->verticalScrollBar()->value() > before);
        }
        if (pass == 0 || watchdog->report().longestWork < best.longestWork)
            best = watchdog->report();
        if (best.longestWork <= Watchdog::limit())
            break;
    }
    qInfo("scrolling through 4,096 NICs: longest event %.1f ms (%s)", double(best.longestWork.count()) / 1e6,
          qPrintable(best.longestWorkWhere));
    QVERIFY2(best.longestWork <= Watchdog::limit(), qPrintable(best.longestWorkWhere));
}

void MainWindowTest::survivesABondThatGoes()
{
    open(hostWithBonds());
    m_source->setSnapshot(hostWithoutBond());
    QTRY_VERIFY(says(u"There is no bond on this host yet."_s));
    m_source->setSnapshot(hostWithBonds());
    QTRY_COMPARE(m_window->findChild<SideBar *>()->selectedBond(), 20);
}

int main(int argc, char **argv)
{
    Watchdog app(argc, argv);
    MainWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_mainwindow.moc"
