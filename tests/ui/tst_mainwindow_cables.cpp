// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/healthkeeper.h"
#include "main/bondpane.h"
#include "main/nicpane.h"
#include "main/sidebar.h"
#include "mainwindowframe.h"
#include "models/bondtreemodel.h"
#include "models/nicmodel.h"
#include "wizard/wizardwindow.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

/// What the window says beyond the snapshot: by configuration and counters, and where the cables end.
class MainWindowCablesTest : public QObject, private MainWindowFrame
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindows(u"tst_mainwindow_cables"_s); }
    void init() { build(); }
    void cleanup() { strike(); }
    void columnsComeWithTheFirstPort();
    void wizardNamesThePorts();
    void listeningFindsThePorts();
    void refusedListeningIsReported();
    void windowSaysWhatTheDiagnosisSays();
    void refusedBlinkingStaysReported();

private:
    diagnosis::HealthKeeper *keeper() { return diagnosis::HealthKeeper::of(m_source.get()); }
    static neighbours::SwitchPort port(const QString &name)
    {
        neighbours::SwitchPort port;
        port.chassis = port.system = u"sw1"_s;
        port.port = name;
        port.vlan = 10;
        return port;
    }
    template <typename View>
    View *view(const QString &name)
    {
        return m_window->findChild<View *>(name);
    }
};

void MainWindowCablesTest::columnsComeWithTheFirstPort()
{
    open(hostWithBonds());
    using Bond = models::BondTreeModel;
    auto *tree = view<QTreeView>(u"bonds"_s);
    auto *nicList = view<QTreeView>(u"nic-list"_s);
    auto *slaves = view<QTreeView>(u"slaves"_s);
    QVERIFY(tree->isColumnHidden(Bond::SwitchPort) && slaves->isColumnHidden(Bond::SwitchPort));
    QVERIFY(nicList->isColumnHidden(models::NicModel::SwitchPort));
    const QString slave = slaves->model()->index(0, 0, slaves->rootIndex()).data().toString();
    keeper()->setHeardPorts({{slave, port(u"Gi1/0/7"_s)}});
    QVERIFY(!tree->isColumnHidden(Bond::SwitchPort) && !slaves->isColumnHidden(Bond::SwitchPort));
    QVERIFY(!nicList->isColumnHidden(models::NicModel::SwitchPort));
    const QModelIndex cell = slaves->model()->index(0, Bond::SwitchPort, slaves->rootIndex());
    QCOMPARE(cell.data().toString(), u"sw1 Gi1/0/7"_s);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"sw1, port Gi1/0/7, VLAN 10"_s);
    keeper()->setHeardPorts({});
}

void MainWindowCablesTest::wizardNamesThePorts()
{
    open(hostWithBonds());
    const QString nic = m_source->state().nics.first().name;
    keeper()->setHeardPorts({{nic, port(u"Gi1/0/9"_s)}});
    WizardWindow *wizard = m_window->createBond();
    auto *table = wizard->findChild<QTreeView *>(u"nics"_s);
    QVERIFY(!table->isColumnHidden(models::NicModel::SwitchPort));
    QStringList shown;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        shown.append(table->model()->index(row, models::NicModel::SwitchPort).data().toString());
    QVERIFY2(shown.contains(u"sw1 Gi1/0/9"_s), qPrintable(shown.join(u'|')));
}

/// No service hears LLDP: the helper listens when asked.
void MainWindowCablesTest::listeningFindsThePorts()
{
    open(hostWithBonds());
    m_window->bondPane()->findChild<QTabWidget *>()->setCurrentIndex(BondPane::Switch);
    auto *cables = view<QLabel>(u"cables"_s);
    auto *listen = view<QPushButton>(u"listen"_s);
    QVERIFY(cables->text().contains(u"not known"_s));
    const auto bond = m_source->state().bonds.constFind(m_window->findChild<SideBar *>()->selectedBond());
    const QString slave = bond->slaves.first().name;
    QFile frame(QStringLiteral(CORPUS "/lldpframe/whole"));
    QVERIFY(frame.open(QIODevice::ReadOnly));
    m_helper->frames = {{slave, frame.readAll()}};
    listen->click();
    // Once is enough, whatever else changes during the 35 s.
    m_source->setSnapshot(hostWithDeadLink());
    Q_EMIT m_helper->reachableChanged(true);
    QVERIFY(!listen->isEnabled());
    QTRY_VERIFY2(cables->text().contains(slave + u": sw1, port Gi1/0/7, VLAN 10"_s), qPrintable(cables->text()));
    QVERIFY(m_helper->calls.contains(u"listen 35"_s));
    QVERIFY(listen->isEnabled());
}

void MainWindowCablesTest::refusedListeningIsReported()
{
    open(hostWithBonds());
    m_window->bondPane()->findChild<QTabWidget *>()->setCurrentIndex(BondPane::Switch);
    m_helper->trouble = Error{u"helper.not-authorized"_s, u"Not you."_s, u"Ask."_s};
    view<QPushButton>(u"listen"_s)->click();
    QTRY_VERIFY(says(u"Not you. Ask."_s));
}

/// A NIC that the configuration names and the bond lacks: the driver calls the bond whole.
void MainWindowCablesTest::windowSaysWhatTheDiagnosisSays()
{
    open(hostWithBonds());
    const auto bond = m_source->state().bonds.constFind(m_window->findChild<SideBar *>()->selectedBond());
    keeper()->watch([bond](QObject *, const kernel::Snapshot &, std::function<void(const diagnosis::Surveyed &)> done) {
        diagnosis::Surveyed surveyed;
        BondPlan &plan = surveyed.plans[bond->name];
        plan.name = bond->name;
        plan.mode = bond->mode;
        for (const kernel::SlaveState &slave : bond->slaves)
            plan.slaves.append({slave.name, {}, {}, {}});
        plan.slaves.append({u"eth77"_s, {}, {}, {}});
        done(surveyed);
    });
    const diagnosis::Diagnosis expected = keeper()->judge(*bond);
    QStringList rules;
    for (const diagnosis::Finding &finding : expected.findings) {
        rules.append(ruleName(finding.rule));
        QVERIFY2(says(finding.cause), qPrintable(finding.cause));
        QVERIFY2(says(finding.nextStep), qPrintable(finding.nextStep));
    }
    QVERIFY2(rules.contains(u"slave-missing"_s), qPrintable(rules.join(u' ')));
}

void MainWindowCablesTest::refusedBlinkingStaysReported()
{
    m_helper->trouble = Error{u"helper.failed"_s, u"It cannot blink."_s, {}};
    open(hostWithBonds());
    auto *nics = m_window->findChild<QTreeView *>(u"nic-list"_s);
    nics->setCurrentIndex(nics->model()->index(0, 0));
    m_window->findChild<NicPane *>()->findChild<QPushButton *>()->click();
    QTRY_VERIFY(says(u"It cannot blink."_s));
    m_source->setSnapshot(hostWithDeadLink()); // of others
    QVERIFY(says(u"It cannot blink."_s));
    nics->setCurrentIndex(nics->model()->index(1, 0));
    QVERIFY(!says(u"It cannot blink."_s));
}

} // namespace bondwright::ui

QTEST_MAIN(bondwright::ui::MainWindowCablesTest)
#include "tst_mainwindow_cables.moc"
