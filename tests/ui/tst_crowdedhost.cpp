// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/pendingchange.h"
#include "cuttexts.h"
#include "domain/plandraft.h"
#include "fakehelperclient.h"
#include "fakekernelsource.h"
#include "i18n/language.h"
#include "main/bondpane.h"
#include "main/mainwindow.h"
#include "main/sidebar.h"
#include "models/nicmodel.h"
#include "samplehost.h"
#include "tests/ui/preparewindows.h"
#include "wizard/wizardwindow.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

// A host with 40 NICs and 12 bonds, whose names differ at the end or in the middle.
class CrowdedHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void namesAreWholeInTheMainWindow();
    void sideBarShowsItsColumns_data();
    void sideBarShowsItsColumns();
    void namesAreWholeInTheWizard();
    void nicTableIsSortedAndFiltered();
    void chosenWidthsAreRemembered();

private:
    Services services() { return {m_source.get(), m_helper.get()}; }
    std::unique_ptr<WizardWindow> openNicPage();

    std::unique_ptr<FakeKernelSource> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    std::unique_ptr<PendingChange> m_pending;
};

void CrowdedHostTest::initTestCase()
{
    prepareWindows(u"tst_crowdedhost"_s);
    i18n::installLanguage(u"en"_s);
}

void CrowdedHostTest::init()
{
    QSettings().clear();
    m_source = std::make_unique<FakeKernelSource>();
    m_source->setSnapshot(crowdedHost());
    m_helper = std::make_unique<FakeHelperClient>();
    fillHelper(m_helper.get());
    m_pending = std::make_unique<PendingChange>(m_helper.get());
}

void CrowdedHostTest::cleanup()
{
    m_pending.reset();
    m_helper.reset();
    m_source.reset();
}

void CrowdedHostTest::namesAreWholeInTheMainWindow()
{
    MainWindow window(services());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const int bond : {100, 101, 111}) {
        window.findChild<SideBar *>()->selectBond(bond);
        for (int tab = BondPane::Status; tab <= BondPane::Switch; ++tab) {
            window.bondPane()->findChild<QTabWidget *>()->setCurrentIndex(tab);
            QTest::qWait(20);
            const QStringList cut = cutNames(&window);
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        }
    }
    auto *bonds = window.findChild<QTreeView *>(u"bonds"_s);
    QCOMPARE(bonds->model()->rowCount(), 12);
}

void CrowdedHostTest::sideBarShowsItsColumns_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

// At the first start, in the size that the window has then: whole texts, and nothing to scroll sideways.
void CrowdedHostTest::sideBarShowsItsColumns()
{
    QFETCH(QString, language);
    i18n::installLanguage(language);
    const auto english = qScopeGuard([] { i18n::installLanguage(u"en"_s); });
    kernel::Snapshot host = crowdedHost();
    host.nics[41].name = u"enp138s0f3np3-x"_s; // as long as a name can be, and the longest use
    m_source->setSnapshot(host);
    MainWindow window(services());
    if (window.screen()->availableSize().width() <= window.width())
        QSKIP("The screen is smaller than the window (data/screen.json)");
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::qWait(50);
    for (const QString &name : {u"bonds"_s, u"nic-list"_s}) {
        const auto *view = window.findChild<QTreeView *>(name);
        QVERIFY(!view->horizontalScrollBar()->isVisible());
        // The last column takes the rest and no more.
        QVERIFY2(view->header()->length() <= view->viewport()->width() + 1,
                 qPrintable(u"%1: %2 of %3"_s.arg(name).arg(view->viewport()->width()).arg(view->header()->length())));
        for (int column = 0; column < view->header()->count(); ++column) {
            if (!view->header()->isSectionHidden(column))
                QVERIFY(view->header()->sectionSize(column) + 1
                        >= static_cast<const QAbstractItemView *>(view)->sizeHintForColumn(column));
        }
    }
}

std::unique_ptr<WizardWindow> CrowdedHostTest::openNicPage()
{
    auto window = std::make_unique<WizardWindow>(services(), m_pending.get());
    window->startNew();
    window->showPage(PageId::Nics);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()))
        qWarning("the wizard is not shown");
    QTest::qWait(20);
    return window;
}

void CrowdedHostTest::namesAreWholeInTheWizard()
{
    const auto window = openNicPage();
    const QStringList cut = cutNames(window.get());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    // What tells two ports of one card apart is whole too: MAC and slot.
    auto *table = window->findChild<QTreeView *>(u"nics"_s);
    using Nic = models::NicModel;
    for (const int column : {Nic::Mac, Nic::Place})
        QVERIFY(table->header()->sectionSize(column)
                >= table->fontMetrics().horizontalAdvance(table->model()->index(0, column).data().toString()));
}

void CrowdedHostTest::nicTableIsSortedAndFiltered()
{
    const auto window = openNicPage();
    auto *table = window->findChild<QTreeView *>(u"nics"_s);
    const auto nameAt = [table](int row) { return table->model()->index(row, 0).data().toString(); };
    // What can be chosen comes first: the free ports of the last slot.
    QCOMPARE(nameAt(0), u"enp138s0f0np0"_s);
    table->sortByColumn(models::NicModel::Name, Qt::DescendingOrder);
    QCOMPARE(nameAt(0), u"enp138s0f3np3"_s);
    auto *filter = window->findChild<QLineEdit *>(u"nic-filter"_s);
    window->findChild<PlanDraft *>()->setSlaves({u"enp138s0f1np1"_s});
    QCOMPARE(nameAt(0), u"enp138s0f1np1"_s); // the chosen stand on top
    filter->setText(u"f3np3"_s);
    int shown = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        shown += table->isRowHidden(row, {}) ? 0 : 1;
    QCOMPARE(shown, 10 + 1); // what is chosen is never hidden
    filter->setText(u"52:54:00:12:34:29"_s);
    shown = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        shown += table->isRowHidden(row, {}) ? 0 : 1;
    QCOMPARE(shown, 2);
}

void CrowdedHostTest::chosenWidthsAreRemembered()
{
    const int wide = 333;
    {
        const auto window = openNicPage();
        window->findChild<QTreeView *>(u"nics"_s)->header()->resizeSection(models::NicModel::Driver, wide);
        QTRY_VERIFY(QSettings().contains(u"columns/wizard-nics"_s));
    }
    const auto window = openNicPage();
    auto *header = window->findChild<QTreeView *>(u"nics"_s)->header();
    QCOMPARE(header->sectionSize(models::NicModel::Driver), wide);
    // A name is whole however narrow it was left.
    header->resizeSection(models::NicModel::Name, 40);
    m_source->setSnapshot(hostWithBonds());
    m_source->setSnapshot(crowdedHost());
    QTRY_VERIFY(cutNames(window.get()).isEmpty());
}

QTEST_MAIN(CrowdedHostTest)
#include "tst_crowdedhost.moc"
