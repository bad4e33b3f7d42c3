// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// In the lab, under a real X server: the wizard, the real helper, NetworkManager and the bonding driver.

#include "common/diffview.h"
#include "common/pendingchange.h"
#include "domain/plandraft.h"
#include "helper/helperlab.h"
#include "kernel/planverifier.h"
#include "keyboard.h"
#include "main/mainwindow.h"
#include "tests/ui/preparewindows.h"
#include "wizard/wizardwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <csignal>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using helper::TransactionState;
using helper::test::HelperLab;

class WizardLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void unreachableHelperIsReported();
    void refusedAuthorisationIsReported();
    void countdownRunsOut();
    void helperKilledDuringApply();
    void keptByKeyboard();

private:
    void openWizard(helper::HelperClient *client);
    void reviewAndApply(std::chrono::seconds within);
    bool says(const QString &words) const { return ui::says(m_window.get(), words); }
    bool waitForState(TransactionState state, int seconds) const;

    std::unique_ptr<HelperLab> m_lab;
    std::unique_ptr<kernel::LocalKernelSource> m_source;
    std::unique_ptr<PendingChange> m_pending;
    std::unique_ptr<WizardWindow> m_window;
    QMap<QString, QByteArray> m_files;
};

void WizardLab::initTestCase()
{
    prepareWindows(u"tst_wizard_lab"_s);
    m_lab = std::make_unique<HelperLab>();
    m_lab->makeProfiles();
    m_files = HelperLab::files();
    m_source = std::make_unique<kernel::LocalKernelSource>();
    m_source->start();
}

void WizardLab::init()
{
    openWizard(&m_lab->client());
}

void WizardLab::cleanup()
{
    m_window.reset();
    m_pending.reset();
}

void WizardLab::openWizard(helper::HelperClient *client)
{
    m_window.reset();
    m_pending = std::make_unique<PendingChange>(client);
    Services services;
    services.source = m_source.get();
    services.helper = client;
    m_window = std::make_unique<WizardWindow>(services, m_pending.get());
    m_window->startNew();
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

bool WizardLab::waitForState(TransactionState state, int seconds) const
{
    return QTest::qWaitFor([&] { return m_pending->transaction().state == state; }, seconds * 1000);
}

void WizardLab::reviewAndApply(std::chrono::seconds within)
{
    Keyboard keys(m_window.get());
    m_window->findChild<PlanDraft *>()->setConfirmWithin(within);
    m_window->showPage(PageId::Nics);
    for (const QString &nic : {u"eth0"_s, u"eth1"_s}) {
        QVERIFY(keys.tabTo(u"nics"_s));
        auto *table = qobject_cast<QAbstractItemView *>(keys.focused());
        QVERIFY(table);
        keys.press(Qt::Key_Home);
        for (int row = 0; row < 20 && table->currentIndex().siblingAtColumn(0).data().toString() != nic; ++row)
            keys.press(Qt::Key_Down);
        keys.press(Qt::Key_Space);
        QVERIFY(m_window->findChild<PlanDraft *>()->hasSlave(nic));
    }
    QCOMPARE(m_window->findChild<PlanDraft *>()->plan().ipv4.addresses.texts(),
             QStringList{u"192.0.2.10/24"_s}); // taken over
    m_window->showPage(PageId::Review);
    auto *diff = m_window->findChild<DiffView *>();
    QVERIFY(QTest::qWaitFor([&] { return diff->toPlainText().contains(u"bond0.nmconnection"_s); }, 20'000));
    QVERIFY(keys.tabTo(u"next"_s));
    keys.press(Qt::Key_Space);
    QCOMPARE(PageId(m_window->findChild<QStackedWidget *>(u"pages"_s)->currentIndex()), PageId::Apply);
}

void WizardLab::unreachableHelperIsReported()
{
    // A connection to no bus at all: as on a host without the package, or with dbus-daemon gone.
    helper::DbusHelperClient client(QDBusConnection::connectToBus(u"unix:path=/nonexistent/bus"_s, u"nowhere"_s));
    openWizard(&client);
    Services services;
    services.source = m_source.get();
    services.helper = &client;
    MainWindow window(services);
    window.show();
    QVERIFY(QTest::qWaitFor([&] { return ui::says(&window, u"The helper does not answer"_s); }, 20'000));
    // It goes on with what is possible: the NICs of this host are listed, and a plan is made and can be saved.
    auto *nicList = window.findChild<QAbstractItemView *>(u"nic-list"_s);
    QVERIFY(QTest::qWaitFor([&] { return nicList->model()->rowCount() >= 3; }, 20'000));
    m_window->findChild<PlanDraft *>()->setSlaves({u"eth0"_s, u"eth1"_s});
    QVERIFY(m_window->findChild<PlanDraft *>()->canApply());
    m_window->showPage(PageId::Review);
    QVERIFY(QTest::qWaitFor([this] { return says(u"The helper does not answer: nothing can be applied"_s); }, 20'000));
    QVERIFY(m_window->findChild<QPushButton *>(u"plan"_s)->isEnabled());
    m_window.reset();
    m_pending.reset();
}

void WizardLab::refusedAuthorisationIsReported()
{
    // Another user's connection to the same bus; polkit's rules let "games" look only.
    constexpr uid_t games = 5;
    QVERIFY(seteuid(games) == 0);
    const QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"games"_s);
    const bool isConnected = bus.isConnected();
    QVERIFY(seteuid(0) == 0);
    QVERIFY(isConnected);
    helper::DbusHelperClient client(bus);
    openWizard(&client);
    reviewAndApply(std::chrono::seconds(60));
    QVERIFY(QTest::qWaitFor([this] { return says(u"Not allowed. Nothing was changed."_s); }, 20'000));
    QCOMPARE(HelperLab::files(), m_files);
    m_window.reset();
    m_pending.reset();
}

void WizardLab::countdownRunsOut()
{
    reviewAndApply(std::chrono::seconds(10));
    QVERIFY2(waitForState(TransactionState::AwaitingConfirm, 90),
             helper::test::why(m_pending->transaction()).constData());
    QVERIFY(says(u"Keep this configuration?"_s));
    QVERIFY2(waitForState(TransactionState::RolledBack, 40), helper::test::why(m_pending->transaction()).constData());
    QVERIFY(says(u"Everything is as it was before."_s));
    QCOMPARE(HelperLab::files(), m_files);
    QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
}

void WizardLab::helperKilledDuringApply()
{
    bool isKilled = false;
    connect(m_pending.get(), &PendingChange::changed, this, [this, &isKilled] {
        if (isKilled || m_pending->transaction().state != TransactionState::Activating)
            return;
        isKilled = true;
        for (const qint64 pid : HelperLab::processes(u"bondwright-helper"_s)) {
            if (!HelperLab::processes(u"--watchdog"_s).contains(pid))
                ::kill(pid_t(pid), SIGKILL);
        }
    });
    reviewAndApply(std::chrono::seconds(20));
    QVERIFY(QTest::qWaitFor([&] { return isKilled; }, 60'000));
    QVERIFY2(waitForState(TransactionState::RolledBack, 90), helper::test::why(m_pending->transaction()).constData());
    QVERIFY(says(u"Everything is as it was before."_s));
    QCOMPARE(HelperLab::files(), m_files);
}

void WizardLab::keptByKeyboard()
{
    reviewAndApply(std::chrono::seconds(120));
    QVERIFY2(waitForState(TransactionState::AwaitingConfirm, 90),
             helper::test::why(m_pending->transaction()).constData());
    const BondPlan plan = m_window->findChild<PlanDraft *>()->plan();
    const auto differences = kernel::verifyPlan(plan, m_source->snapshot());
    QVERIFY2(differences.isEmpty(), differences.isEmpty() ? "" : qPrintable(differences.constFirst().message));
    QVERIFY(HelperLab::ping(u"192.0.2.254"_s));
    Keyboard keys(m_window.get());
    QVERIFY(keys.tabTo(u"keep"_s));
    keys.press(Qt::Key_Space);
    QVERIFY2(waitForState(TransactionState::Done, 20), helper::test::why(m_pending->transaction()).constData());
    QVERIFY(says(u"bond0 is applied and kept."_s));
}

QTEST_MAIN(WizardLab)
#include "tst_wizard_lab.moc"
