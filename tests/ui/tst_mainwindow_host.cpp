// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/stateheader.h"
#include "dialogs/removedialog.h"
#include "failovertest/failovertestdialog.h"
#include "main/bondpane.h"
#include "main/hosteventsdialog.h"
#include "main/hosttrouble.h"
#include "main/nicpane.h"
#include "main/sidebar.h"
#include "mainwindowframe.h"
#include "mnemonics.h"
#include "models/eventmodel.h"
#include "wizard/wizardwindow.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDateEdit>
#include <QDir>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QToolTip>
#include <QTreeView>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using helper::TransactionState;

// What the window says of the host as a whole: its name, its events, what is missing, what became of a change.
class MainWindowHostTest : public QObject, private MainWindowFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_mainwindow_host"_s); }
    void init() { build(); }
    void cleanup() { strike(); }
    void titlesNameTheHost();
    void moreTimeCanBeAskedForHere();
    void missingHelperIsReportedOnceWithACommand();
    void withoutAHelperThePracticeHostIsOffered();
    void commandFitsTheSystem();
    void refusalOffersAnotherTry();
    void withoutBondwrightThereIsNoHelper();
    void recordingOffersNoChange();
    void slavesMenuOffersWhatIsPossible_data();
    void slavesMenuOffersWhatIsPossible();
    void actionThatIsOffSaysWhy();
    void eachWindowIsThereOnce();
    void ledNeedsTheHelper();
    void nicThatIsOffIsNotCalledDown();
    void toolTipsAreNoMarkup();
    void lossIsNotZeroSecondsOld();
    void eventsOfADeletedBondAreFound();
    void eventsAreFilteredByTimeAndKind();
    void eachKeyDoesOneThing_data();
    void eachKeyDoesOneThing();
    void windowsOpenInsideTheScreen();
    void saysWhoIsInCharge();

private:
    static QList<QWidget *> shownWindows();
    void openEverything();
    void tellEvent(const QString &bond, kernel::EventKind kind, const QDateTime &when);
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
};

QList<QWidget *> MainWindowHostTest::shownWindows()
{
    QList<QWidget *> windows = QApplication::topLevelWidgets();
    windows.removeIf([](const QWidget *window) { return !window->isVisible() || window->windowType() == Qt::ToolTip; });
    return windows;
}

void MainWindowHostTest::openEverything()
{
    m_window->createBond();
    m_window->openTest();
    m_window->openBackups();
    m_window->openEvents();
    m_window->openImport();
    m_window->openPreferences();
    m_window->openHelp();
    m_window->openAbout();
    m_window->removeBond();
    m_window->renameBond();
    m_window->openMonitor();
    QTest::qWait(20);
    QCOMPARE(shownWindows().size(), 12);
}

void MainWindowHostTest::titlesNameTheHost()
{
    open(hostWithBonds());
    const QString host = QSysInfo::machineHostName();
    openEverything();
    for (const QWidget *window : shownWindows())
        QVERIFY2(window->windowTitle().contains(host), qPrintable(window->windowTitle()));
    auto *remove = m_window->findChild<RemoveDialog *>();
    QVERIFY(remove && remove->findChild<QPushButton *>(u"go"_s)->text().contains(host));
}

/// Whatever else runs, with the reason; and another one when a change has made it so.
void MainWindowHostTest::saysWhoIsInCharge()
{
    m_helper->caps.backendReason = u"netplan makes the profiles."_s;
    m_helper->caps.backendInCharge = helper::Backend::Netplan; // over NetworkManager, which runs as well
    open(hostWithBonds());
    const auto said = [this](const QString &words, const QString &reason) {
        const auto labels = m_window->statusBar()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->text().contains(words) && label->toolTip() == reason
                && label->accessibleDescription() == reason;
        });
    };
    QTRY_VERIFY(said(u"netplan in charge"_s, m_helper->caps.backendReason));
    m_helper->advance(TransactionState::AwaitingConfirm, 30);
    m_helper->caps.backendInCharge = helper::Backend::Networkd;
    m_helper->caps.backendReason = u"systemd-networkd is running."_s;
    m_helper->advance(TransactionState::Done);
    QTRY_VERIFY(said(u"systemd-networkd in charge"_s, m_helper->caps.backendReason));
}

void MainWindowHostTest::moreTimeCanBeAskedForHere()
{
    open(hostWithBonds());
    m_helper->now.id = u"t9"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 30);
    auto *more = m_window->findChild<QPushButton *>(u"banner-extend"_s);
    QVERIFY(more->isVisible() && more->isEnabled());
    more->click();
    QTRY_COMPARE(m_helper->calls.constLast(), u"extend t9 "_s);
    m_helper->now.extended = true;
    m_helper->advance(TransactionState::AwaitingConfirm, 60);
    QVERIFY(!more->isEnabled()); // once only
}

void MainWindowHostTest::missingHelperIsReportedOnceWithACommand()
{
    m_helper->setReachable(false);
    open(hostWithBonds());
    QTRY_VERIFY(says(u"The helper does not answer"_s));
    QVERIFY(says(u"run --install"_s)); // the tests run from the source tree
    int told = 0;
    for (const QLabel *label : m_window->findChildren<QLabel *>())
        told += label->isVisible() && label->text().contains(u"nothing can be changed"_s) ? 1 : 0;
    QCOMPARE(told, 1);
}

void MainWindowHostTest::withoutAHelperThePracticeHostIsOffered()
{
    open(hostWithBonds());
    m_window->offerPractice();
    QVERIFY(!says(u"practice host"_s)); // with a helper there is nothing to offer
    m_helper->setReachable(false);
    QTRY_VERIFY(says(u"Everything can be tried on the practice host"_s));
    QSignalSpy asked(m_window.get(), &MainWindow::practiceRequested);
    const auto buttons = m_window->findChildren<QPushButton *>(u"finding-link"_s);
    const auto offer = std::ranges::find_if(
        buttons, [](const QPushButton *one) { return one->isVisible() && one->text() == u"Practice host"; });
    QVERIFY(offer != buttons.end());
    QTest::mouseClick(*offer, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void MainWindowHostTest::commandFitsTheSystem()
{
    QVERIFY(helperRemedy(u"/usr/bin"_s, true).contains(u"journalctl -b -u bondwright-helper"_s));
    QVERIFY(helperRemedy(u"/usr/bin"_s, false).contains(u"apt install"_s));
    QTemporaryDir tree;
    const QDir root(tree.path());
    QVERIFY(root.mkpath(u"it's here/packaging"_s) && root.mkpath(u"it's here/build/release/bin"_s));
    for (const QString &name : {u"it's here/run"_s, u"it's here/packaging/build-deb"_s}) {
        QFile file(root.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QString words = helperRemedy(root.filePath(u"it's here/build/release/bin"_s), false);
    QVERIFY2(words.contains(u"'%1/it'\\''s here'/run --install"_s.arg(tree.path())), qPrintable(words));
}

void MainWindowHostTest::refusalOffersAnotherTry()
{
    m_helper->trouble = Error{u"helper.not-authorized"_s, u"No."_s, {}};
    open(hostWithBonds());
    QTRY_VERIFY(says(u"You may look, but not change"_s));
    QVERIFY(says(u"no permission for changes"_s));
    QVERIFY(!says(u"helper does not answer"_s)); // it answers: with no
    auto *again = m_window->findChild<QPushButton *>(u"finding-link"_s);
    QVERIFY(again && again->isVisible());
    m_helper->trouble.reset();
    again->click();
    QTRY_VERIFY(says(u"helper ready"_s));
    QVERIFY(!says(u"You may look, but not change"_s));
}

/// A host without Bondwright: what is said is true of it, and no text names a helper's journal.
void MainWindowHostTest::withoutBondwrightThereIsNoHelper()
{
    m_services.host = u"old"_s;
    m_helper->trouble
        = Error{u"bundle.release"_s, u"The host runs Debian."_s, u"Install it:\nssh -t old 'sudo apt install x'"_s};
    open(hostWithBonds());
    QTRY_VERIFY(says(u"The host runs Debian."_s));
    QVERIFY(says(u"sudo apt install x"_s));
    QVERIFY(says(u"no helper there: nothing can be changed"_s));
    QVERIFY(!says(u"does not answer"_s) && !says(u"journalctl"_s));
    m_helper->trouble.reset();
    m_helper->caps.isByScript = true;
    m_helper->setReachable(false);
    m_helper->setReachable(true);
    QTRY_VERIFY(says(u"no helper there: changes go by a script"_s));
    QVERIFY(!says(u"helper ready"_s));
}

void MainWindowHostTest::recordingOffersNoChange()
{
    m_services.recording = u"night.bwrec"_s;
    open(hostWithBonds());
    QVERIFY(m_window->windowTitle().contains(u"night.bwrec"_s));
    for (const QString &name :
         {u"create"_s, u"edit"_s, u"remove"_s, u"test"_s, u"duplicate"_s, u"rename"_s, u"backups"_s}) {
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
        QVERIFY2(action(name)->toolTip().endsWith(u"\nThis is a recording: nothing can be changed."_s),
                 qPrintable(action(name)->toolTip()));
    }
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!m_window->findChild<WizardWindow *>());
    m_source->setSnapshot(hostWithoutBond());
    QTRY_VERIFY(says(u"There is no bond in this recording."_s));
    for (QPushButton *button : m_window->findChildren<QPushButton *>())
        QVERIFY2(!button->isVisible() || !button->text().contains(u"bond…"_s), qPrintable(button->text()));
    m_source->setSnapshot(hostWithBonds());
    for (const QString &name : {u"monitor"_s, u"save-plan"_s, u"events-of-host"_s})
        QVERIFY2(action(name)->isEnabled(), qPrintable(name));
}

void MainWindowHostTest::slavesMenuOffersWhatIsPossible_data()
{
    QTest::addColumn<QString>("recording");
    QTest::newRow("this host") << QString();
    QTest::newRow("a recording") << u"night.bwrec"_s;
}

void MainWindowHostTest::slavesMenuOffersWhatIsPossible()
{
    QFETCH(QString, recording);
    m_services.recording = recording;
    open(hostWithBonds());
    auto *slaves = m_window->findChild<QTreeView *>(u"slaves"_s);
    QVERIFY(slaves);
    slaves->setCurrentIndex(slaves->model()->index(0, 0, slaves->rootIndex()));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(2, 2), slaves->mapToGlobal(QPoint(2, 2)));
    QCoreApplication::sendEvent(slaves, &asked);
    QWidget *menu = QApplication::activePopupWidget();
    QCOMPARE(menu != nullptr, recording.isEmpty());
    if (menu)
        menu->close();
}

void MainWindowHostTest::actionThatIsOffSaysWhy()
{
    open(hostWithoutBond());
    QVERIFY(action(u"create"_s)->isEnabled());
    QCOMPARE(action(u"create"_s)->toolTip(), u"Bond NICs with the wizard (Ctrl+N)"_s);
    QVERIFY(action(u"monitor"_s)->toolTip().endsWith(u"\nSelect a bond first."_s));
    m_source->setSnapshot(hostWithBonds());
    QTRY_VERIFY(action(u"monitor"_s)->isEnabled());
    QCOMPARE(action(u"monitor"_s)->toolTip(), u"Monitor the selected bond live (Ctrl+M)"_s);
    m_helper->setReachable(false);
    QTRY_VERIFY(!action(u"remove"_s)->isEnabled());
    QVERIFY(action(u"remove"_s)->toolTip().endsWith(u"\nThe helper does not answer."_s));
}

void MainWindowHostTest::eachWindowIsThereOnce()
{
    open(hostWithBonds());
    for (int time = 0; time < 2; ++time) {
        m_window->openTest(u"bond0"_s);
        m_window->openEvents();
        m_window->openBackups();
        m_window->openPreferences();
    }
    QCOMPARE(m_window->findChildren<FailoverTestDialog *>().size(), 1);
    QCOMPARE(m_window->findChildren<QDialog *>().size(), 4);
    m_window->openTest(u"bond1"_s);
    QCOMPARE(m_window->findChildren<FailoverTestDialog *>().size(), 2);
    m_window->findChild<HostEventsDialog *>()->close();
    QTRY_VERIFY(!m_window->findChild<HostEventsDialog *>());
    m_window->openEvents();
    QVERIFY(m_window->findChild<HostEventsDialog *>()->isVisible());
}

void MainWindowHostTest::ledNeedsTheHelper()
{
    open(hostWithBonds());
    auto *nics = m_window->findChild<QTreeView *>(u"nic-list"_s);
    nics->setCurrentIndex(nics->model()->index(0, 0));
    const auto *blink = m_window->findChild<NicPane *>()->findChild<QPushButton *>();
    QVERIFY(blink->isEnabled());
    m_helper->setReachable(false);
    QTRY_VERIFY(!blink->isEnabled());
}

void MainWindowHostTest::nicThatIsOffIsNotCalledDown()
{
    kernel::Snapshot host = hostWithoutBond();
    for (kernel::NicState &nic : host.nics)
        nic.adminUp = nic.carrier = false;
    open(host);
    auto *nics = m_window->findChild<QTreeView *>(u"nic-list"_s);
    nics->setCurrentIndex(nics->model()->index(0, 0));
    QVERIFY(says(u"· switched off"_s));
}

void MainWindowHostTest::toolTipsAreNoMarkup()
{
    const QString name = u"<b>x & <i>y"_s;
    const auto shown = [](const QString &toolTip) {
        QTextDocument document;
        document.setHtml(toolTip);
        return document.toPlainText();
    };
    QPushButton button;
    describe(&button, u"name"_s, name);
    QCOMPARE(shown(button.toolTip()), name);
    describe(&button, u"name"_s, u"x & y"_s);
    QCOMPARE(button.toolTip(), u"x & y"_s);
    QStandardItem item(u"x"_s);
    item.setToolTip(name);
    QStandardItemModel model;
    model.appendRow(item.clone());
    QTreeView view;
    view.setModel(&model);
    view.setItemDelegate(new RowDelegate(&view));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QPoint at = view.visualRect(model.index(0, 0)).center();
    QHelpEvent wish(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
    QApplication::sendEvent(view.viewport(), &wish);
    QTRY_VERIFY(QToolTip::isVisible());
    QCOMPARE(shown(QToolTip::text()), name);
    QToolTip::hideText();
}

void MainWindowHostTest::lossIsNotZeroSecondsOld()
{
    StateHeader header;
    diagnosis::Diagnosis health;
    health.verdict = diagnosis::Verdict::Degraded;
    health.cause = u"eth3 lost its link."_s;
    header.setHealth(health, QDateTime::currentDateTime());
    header.show();
    QVERIFY(ui::says(&header, u"eth3 lost its link."_s));
    QVERIFY(!ui::says(&header, u"(for "_s));
    QTRY_VERIFY_WITH_TIMEOUT(ui::says(&header, u"(for "_s), 15'000); // by itself
}

void MainWindowHostTest::tellEvent(const QString &bond, kernel::EventKind kind, const QDateTime &when)
{
    static qint64 id = 0;
    kernel::BondEvent event;
    event.id = ++id;
    event.kind = kind;
    event.bond = bond;
    event.slave = u"eth3"_s;
    event.wallTime = when;
    m_source->tell(event);
}

void MainWindowHostTest::eventsOfADeletedBondAreFound()
{
    open(hostWithBonds());
    const QDateTime now = QDateTime::currentDateTime();
    tellEvent(u"bond9"_s, kernel::EventKind::BondRemoved, now.addSecs(-60));
    tellEvent(u"bond0"_s, kernel::EventKind::SlaveDown, now);
    auto *recent = m_window->findChild<QPushButton *>(u"recent-events"_s);
    QVERIFY(recent->text().contains(u"2 events"_s));
    recent->click();
    auto *dialog = m_window->findChild<HostEventsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *table = dialog->findChild<QTreeView *>(u"events"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(!table->isColumnHidden(models::EventModel::Bond));
    auto *bonds = dialog->findChild<QComboBox *>(u"events-bond"_s);
    const int gone = bonds->findData(u"bond9"_s);
    QCOMPARE(bonds->itemText(gone), u"bond9 (gone)"_s);
    bonds->setCurrentIndex(gone);
    Q_EMIT bonds->activated(gone);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, models::EventModel::Bond).data().toString(), u"bond9"_s);
}

void MainWindowHostTest::eventsAreFilteredByTimeAndKind()
{
    open(hostWithBonds());
    const QDate today = QDate::currentDate();
    for (int day = 3; day >= 0; --day) {
        tellEvent(u"bond0"_s, day % 2 == 0 ? kernel::EventKind::SlaveDown : kernel::EventKind::Failover,
                  today.addDays(-day).startOfDay());
    }
    m_window->openEvents();
    auto *dialog = m_window->findChild<HostEventsDialog *>();
    auto *table = dialog->findChild<QTreeView *>(u"events"_s);
    auto *text = dialog->findChild<QLineEdit *>(u"filter"_s);
    text->setText(today.addDays(-1).toString(u"yyyy-MM-dd"_s));
    QCOMPARE(table->model()->rowCount(), 1);
    text->clear();
    dialog->findChild<QDateEdit *>(u"events-date"_s)->setDate(today.addDays(-2));
    dialog->findChild<QPushButton *>(u"events-jump"_s)->click();
    QCOMPARE(table->currentIndex().data(models::EventModel::WallTimeRole).toDateTime(), today.addDays(-2).startOfDay());
    // A window that is open overnight gets to the next day, too.
    QVERIFY(dialog->findChild<QDateEdit *>(u"events-date"_s)->maximumDate() > today);
    auto *kinds = dialog->findChild<QComboBox *>(u"events-kind"_s);
    kinds->setCurrentIndex(1); // failovers and outages
    Q_EMIT kinds->activated(1);
    QCOMPARE(table->model()->rowCount(), 2);
}

void MainWindowHostTest::eachKeyDoesOneThing_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : i18n::languages())
        QTest::newRow(qPrintable(language)) << language;
}

void MainWindowHostTest::eachKeyDoesOneThing()
{
    QFETCH(QString, language);
    open(hostWithBonds());
    i18n::installLanguage(language);
    m_helper->now.id = u"t9"_s;
    m_helper->advance(TransactionState::AwaitingConfirm, 43);
    QStringList twice;
    for (int tab = BondPane::Status; tab <= BondPane::Switch; ++tab) {
        m_window->bondPane()->findChild<QTabWidget *>()->setCurrentIndex(tab);
        QTest::qWait(10);
        twice += duplicateMnemonics(m_window.get());
    }
    openEverything();
    for (QWidget *window : shownWindows())
        twice += duplicateMnemonics(window);
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
}

void MainWindowHostTest::windowsOpenInsideTheScreen()
{
    open(hostWithBonds());
    openEverything();
    for (const QWidget *window : shownWindows()) {
        const QSize room = window->screen()->availableGeometry().size();
        QVERIFY2(window->frameGeometry().width() <= room.width() && window->frameGeometry().height() <= room.height(),
                 qPrintable(u"%1: %2x%3"_s.arg(window->windowTitle()).arg(window->width()).arg(window->height())));
        // Its buttons too: what cannot be reached cannot be pressed.
        for (const QPushButton *button : window->findChildren<QPushButton *>()) {
            const QRect place(button->mapTo(window, QPoint(0, 0)), button->size());
            const auto areas = window->findChildren<QAbstractScrollArea *>();
            const bool isInScroller
                = std::any_of(areas.cbegin(), areas.cend(),
                              [button](const QAbstractScrollArea *area) { return area->isAncestorOf(button); });
            if (button->isVisible() && button->window() == window && !isInScroller)
                QVERIFY2(window->rect().contains(place), qPrintable(window->windowTitle() + u": "_s + button->text()));
        }
    }
}

QTEST_MAIN(MainWindowHostTest)
#include "tst_mainwindow_host.moc"
