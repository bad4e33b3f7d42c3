// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accessibility.h"
#include "common/messagepane.h"
#include "common/palette.h"
#include "domain/plandraft.h"
#include "keyboard.h"
#include "main/bondpane.h"
#include "main/sidebar.h"
#include "mainwindowframe.h"
#include "models/bondtreemodel.h"
#include "watchdog.h"
#include "wizard/wizardwindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using helper::TransactionState;

// What is configured against what runs, and drafts that wait.
class MainWindowEditTest : public QObject, private MainWindowFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void editTakesTheConfiguredPlan();
    void editWithoutConfigurationSaysSo();
    void unfinishedDraftIsNotThrownAway();
    void closingIsAskedForEveryChange();
    void closingDoesNotThrowADraftAway();
    void planThatIsNotConfiguredIsSaidToBeSo_data();
    void planThatIsNotConfiguredIsSaidToBeSo();
    void differencesAreToldBothWays();
    void configuredBondThatDoesNotRunIsReported();
};

void MainWindowEditTest::initTestCase()
{
    prepareWindows(u"tst_mainwindow_edit"_s);
}

void MainWindowEditTest::init()
{
    build();
}

void MainWindowEditTest::cleanup()
{
    strike();
}

void MainWindowEditTest::editTakesTheConfiguredPlan()
{
    open(hostWithBonds());
    // What runs cannot tell these from an address by hand and no route at all.
    BondPlan &configured = m_helper->config.plans.first();
    configured.ipv4 = {};
    configured.ipv4.method = IpMethod::Auto;
    configured.ipv4.routes = {{u"10.9.0.0/16"_s, u"10.0.0.1"_s, {}}};
    m_window->editBond();
    QTRY_VERIFY(m_window->findChild<WizardWindow *>(u"wizard"_s));
    auto *wizard = m_window->findChild<WizardWindow *>(u"wizard"_s);
    QCOMPARE(planToJson(wizard->findChild<PlanDraft *>()->plan()), planToJson(configured));
    QCOMPARE(wizard->findChild<PlanDraft *>()->editing(), u"bond0"_s);
}

void MainWindowEditTest::editWithoutConfigurationSaysSo()
{
    m_helper->config.plans.clear();
    open(hostWithBonds());
    m_window->editBond();
    QTRY_VERIFY(says(u"No configuration of bond0 could be read"_s));
    QCOMPARE(m_window->findChild<WizardWindow *>(u"wizard"_s)->findChild<PlanDraft *>()->plan().slaves.size(), 2);
}

void MainWindowEditTest::unfinishedDraftIsNotThrownAway()
{
    open(hostWithBonds());
    WizardWindow *wizard = m_window->createBond();
    wizard->findChild<PlanDraft *>()->setName(u"mine"_s);
    m_window->editBond();
    QTRY_VERIFY(says(u"This draft is not finished"_s));
    QCOMPARE(wizard->findChild<PlanDraft *>()->name(), u"mine"_s);
    QCOMPARE(wizard->findChild<PlanDraft *>()->editing(), QString());
    QCOMPARE(m_window->createBond()->findChild<PlanDraft *>()->name(), u"mine"_s);
}

void MainWindowEditTest::closingIsAskedForEveryChange()
{
    open(hostWithBonds());
    for (const QString &id : {u"t1"_s, u"t2"_s}) {
        m_helper->now.id = id;
        m_helper->advance(TransactionState::AwaitingConfirm, 30);
        QVERIFY(!m_window->close());
        m_helper->advance(TransactionState::Done);
    }
    QVERIFY(m_window->close());
}

/// The wizard goes with this window.
void MainWindowEditTest::closingDoesNotThrowADraftAway()
{
    open(hostWithBonds());
    QPointer<WizardWindow> wizard = m_window->createBond();
    QTest::qWait(10);
    wizard->findChild<PlanDraft *>()->setName(u"mine"_s);
    QVERIFY(!m_window->close());
    QVERIFY(wizard && wizard->isVisible());
    QVERIFY(ui::says(wizard, u"Close again to throw the draft away"_s));
    QVERIFY(m_window->close());
    QTRY_VERIFY(!wizard);
    // One that holds nothing is not asked about.
    m_window->show();
    QVERIFY(m_window->createBond());
    QVERIFY(m_window->close());
}

void MainWindowEditTest::planThatIsNotConfiguredIsSaidToBeSo_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("rename") << u"rename"_s;
    QTest::newRow("roll out") << u"roll-out"_s;
}

/// What runs does not tell DHCP from an address by hand: the new name would keep a lease for ever.
void MainWindowEditTest::planThatIsNotConfiguredIsSaidToBeSo()
{
    QFETCH(QString, action);
    m_helper->config.plans.clear();
    open(hostWithBonds());
    QString remark; // for the window of the roll-out
    connect(m_window.get(), &MainWindow::rollOutRequested, this,
            [&remark](const BondPlan &, const QString &words) { remark = words; });
    m_window->findChild<QAction *>(action)->trigger();
    const QString words = u"No configuration of bond0 could be read"_s;
    QTRY_VERIFY(says(words) || remark.contains(words));
}

void MainWindowEditTest::differencesAreToldBothWays()
{
    kernel::Snapshot host = hostWithBonds();
    host.bonds[20].options[u"miimon"_s] = u"50"_s; // configured: 100
    host.nics[20].addresses += IpNetworks{u"10.7.0.1/24"_s}; // configured: nothing
    open(host);
    m_window->bondPane()->findChild<QTabWidget *>()->setCurrentIndex(BondPane::Configuration);
    auto *list = m_window->findChild<QListWidget *>(u"differences"_s);
    QTRY_COMPARE(list->count(), 4);
    QCOMPARE(list->item(0)->text(), u"Configured, but not running"_s);
    QVERIFY(list->item(1)->text().contains(u"miimon"_s));
    QCOMPARE(list->item(2)->text(), u"Running, but not configured"_s);
    QVERIFY(list->item(3)->text().contains(u"10.7.0.1/24"_s));
    m_source->setSnapshot(hostWithBonds());
    QTRY_VERIFY(says(u"What runs is what is configured."_s));
    QCOMPARE(list->count(), 0);
}

void MainWindowEditTest::configuredBondThatDoesNotRunIsReported()
{
    open(hostWithoutBond()); // bond0 is configured
    QTRY_VERIFY(says(u"bond0 is configured but does not run."_s));
    m_source->setSnapshot(hostWithBonds());
    QTRY_VERIFY(!says(u"bond0 is configured but does not run."_s));
}

QTEST_MAIN(MainWindowEditTest)
#include "tst_mainwindow_edit.moc"
