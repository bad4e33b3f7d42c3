// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/importdialog.h"
#include "domain/plandraft.h"
#include "mainwindowframe.h"
#include "models/plantext.h"
#include "wizard/plancommands.h"
#include "wizard/wizardwindow.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

// Plans that come from elsewhere: dropped, pasted, or a bond's copy.
class MainWindowPlansTest : public QObject, private MainWindowFrame
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_mainwindow_plans"_s); }
    void init() { build(); }
    void cleanup() { strike(); }
    void droppedPlanIsOpened();
    void droppedPipeIsRefused();
    void droppedReportAndRecordingAreToo();
    void pastedPlanIsOpened_data();
    void pastedPlanIsOpened();
    void pastedNonsenseIsReported();
    void importedPlanWaitsForTheDraft();
    void nothingThatWasReadIsLeftUnsaid();
    void bondIsDuplicated();

private:
    void drop(const QString &path);
};

void MainWindowPlansTest::drop(const QString &path)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

void MainWindowPlansTest::droppedPlanIsOpened()
{
    open(hostWithoutBond());
    QTemporaryDir folder;
    BondPlan plan;
    plan.name = u"bond7"_s;
    plan.slaves = {{u"eth1"_s, {}, {}, {}}, {u"eth2"_s, {}, {}, {}}};
    QFile file(folder.filePath(u"bond7.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planToJson(plan)) > 0);
    file.close();
    drop(file.fileName());
    auto *wizard = m_window->findChild<WizardWindow *>(u"wizard"_s);
    QVERIFY(wizard && wizard->isVisible());
    QCOMPARE(wizard->findChild<PlanDraft *>()->plan().name, u"bond7"_s);
}

/// Without waiting for somebody to write into it.
void MainWindowPlansTest::droppedPipeIsRefused()
{
    open(hostWithoutBond());
    QTemporaryDir folder;
    const QString path = folder.filePath(u"bond7.json"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    drop(path);
    QVERIFY(!m_window->findChild<WizardWindow *>(u"wizard"_s));
    QVERIFY2(m_window->statusBar()->currentMessage().contains(u"is no file with a plan in it"),
             qPrintable(m_window->statusBar()->currentMessage()));
}

/// As a file manager drops them: a support report that was unpacked, and a recording.
void MainWindowPlansTest::droppedReportAndRecordingAreToo()
{
    open(hostWithoutBond());
    QSignalSpy recordings(m_window.get(), &MainWindow::recordingDropped);
    QTemporaryDir folder;
    drop(folder.path());
    const auto *dialog = m_window->findChild<ImportDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>()->text(), folder.path());
    QCOMPARE(recordings.size(), 0);
    drop(u"/tmp/night.bwrec"_s);
    QCOMPARE(recordings.size(), 1);
    QCOMPARE(recordings.first().first().toString(), u"/tmp/night.bwrec"_s);
}

void MainWindowPlansTest::pastedPlanIsOpened_data()
{
    QTest::addColumn<QString>("text");
    BondPlan plan;
    plan.name = u"bond7"_s;
    plan.slaves = {{u"eth1"_s, {}, {}, {}}, {u"eth2"_s, {}, {}, {}}};
    QTest::newRow("the text of its file") << QString::fromUtf8(planToJson(plan));
    QTest::newRow("the command that the wizard copies") << bondctlCommands(plan);
}

void MainWindowPlansTest::pastedPlanIsOpened()
{
    QFETCH(QString, text);
    open(hostWithoutBond());
    QGuiApplication::clipboard()->setText(text);
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    auto *wizard = m_window->findChild<WizardWindow *>(u"wizard"_s);
    QVERIFY(wizard && wizard->isVisible());
    QCOMPARE(wizard->findChild<PlanDraft *>()->plan().name, u"bond7"_s);
    QCOMPARE(wizard->findChild<PlanDraft *>()->plan().slaves.size(), 2);
}

void MainWindowPlansTest::pastedNonsenseIsReported()
{
    open(hostWithoutBond());
    QGuiApplication::clipboard()->setText(u"not a plan"_s);
    m_window->findChild<QAction *>(u"paste-plan"_s)->trigger();
    QVERIFY(!m_window->findChild<WizardWindow *>(u"wizard"_s));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"The clipboard holds no plan."));
}

void MainWindowPlansTest::importedPlanWaitsForTheDraft()
{
    open(hostWithoutBond());
    QPointer<WizardWindow> wizard = m_window->createBond();
    wizard->findChild<PlanDraft *>()->setName(u"mine"_s);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"etc/network"_s));
    QFile file(folder.filePath(u"etc/network/interfaces"_s));
    QVERIFY(file.open(QIODevice::WriteOnly)
            && file.write("auto bond7\niface bond7 inet dhcp\n  bond-slaves eth1 eth2\n  bond-mode active-backup\n")
                > 0);
    file.close();
    m_window->openImport();
    QPointer<ImportDialog> dialog = m_window->findChild<ImportDialog *>();
    dialog->read(folder.path());
    auto *toWizard = dialog->findChild<QPushButton *>(u"open-in-wizard"_s);
    QTRY_VERIFY_WITH_TIMEOUT(toWizard->isEnabled(), 20'000);
    toWizard->click();
    QCOMPARE(wizard->findChild<PlanDraft *>()->name(), u"mine"_s);
    QVERIFY(dialog && dialog->isVisible());
    wizard->findChild<PlanDraft *>()->startNew({});
    toWizard->click();
    QCOMPARE(wizard->findChild<PlanDraft *>()->name(), u"bond7"_s);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

void MainWindowPlansTest::nothingThatWasReadIsLeftUnsaid()
{
    BondPlan plan;
    plan.name = u"bond7"_s;
    plan.autoconnect = false;
    plan.ipv4.method = IpMethod::Auto;
    plan.ipv4.search = {u"a.example"_s, u"b.example"_s};
    plan.ipv4.metric = 77;
    plan.ipv4.routes = {{u"10.9.0.0/16"_s, u"192.168.1.2"_s, 5}, {u"10.8.0.0/16"_s, {}, {}}};
    plan.vlans = {{20, {}, 1400, {}, {}}};
    const QString text = models::planText(plan).join(u'\n');
    for (const QString &words : {u"search domains a.example b.example"_s, u"metric 77"_s,
                                 u"route to 10.9.0.0/16 through 192.168.1.2, metric 5"_s, u"route to 10.8.0.0/16"_s,
                                 u"IPv6 none; MTU 1400"_s, u"Does not start when the host starts"_s})
        QVERIFY2(text.contains(words), qPrintable(text));
}

void MainWindowPlansTest::bondIsDuplicated()
{
    open(hostWithBonds());
    m_helper->config.plans.first().options.insert(u"downdelay"_s, u"300"_s);
    m_window->findChild<QAction *>(u"duplicate"_s)->trigger();
    QTRY_VERIFY(m_window->findChild<WizardWindow *>(u"wizard"_s));
    const BondPlan copy = m_window->findChild<WizardWindow *>(u"wizard"_s)->findChild<PlanDraft *>()->plan();
    QCOMPARE(copy.name, u"bond2"_s);
    QCOMPARE(copy.options.value(u"downdelay"_s), u"300"_s);
    QVERIFY(copy.slaves.isEmpty() && copy.ipv4.addresses.isEmpty());
}

QTEST_MAIN(MainWindowPlansTest)
#include "tst_mainwindow_plans.moc"
