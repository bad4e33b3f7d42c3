// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cablehost.h"
#include "failovertest/failovertestdialog.h"
#include "failovertest/pdfreport.h"
#include "failovertest/testhistory.h"
#include "failovertest/testresultpage.h"
#include "failovertest/testsetuppage.h"
#include "fakehelperclient.h"
#include "fakepinger.h"
#include "i18n/language.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/cuttexts.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The failover test as a window, with a host in memory behind it. With BONDWRIGHT_SCREENS=DIR pictures are left there.
class TestFailoverTestDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void setupSaysWhatIsMissing();
    void whatWasNotMarkedStaysSo();
    void automaticTestThroughTheDialog();
    void refusedTestSaysWhy();
    void closingGivesTheLinkBack();
    void closesWhileTheLinkIsGivenBack();
    void linkThatStaysDownStaysSaid();
    void earlierTestsAreKept();
    void switchesLanguageAtRunTime();

private:
    Services services()
    {
        Services all{m_source.get(), m_helper.get(), nullptr};
        all.makePinger = [this](const ping::PingTarget &target, QObject *parent) { return pinger(target, parent); };
        return all;
    }
    ping::Pinger *pinger(const ping::PingTarget &target, QObject *parent);
    void look()
    {
        m_lost = 0;
        m_source->look();
        m_source->setNow(monotonicNow());
        m_source->publish();
    }

    std::unique_ptr<CableHost> m_source;
    int m_lost = 0;
    std::unique_ptr<FakeHelperClient> m_helper;
    QTemporaryDir m_home;
};

void TestFailoverTestDialog::initTestCase()
{
    prepareWindows(u"tst_failovertestdialog"_s);
}

void TestFailoverTestDialog::init()
{
    m_source = std::make_unique<CableHost>();
    m_helper = std::make_unique<FakeHelperClient>();
    m_helper->onLink = [this](const QString &slave, bool up) {
        const int index = slave.right(1).toInt();
        QTimer::singleShot(5ms, m_source.get(), [this, index, up] {
            m_source->setCarrier(index, up);
            m_source->setNow(monotonicNow());
            m_source->publish();
        });
        QTimer::singleShot(60ms, m_source.get(), [this, up] {
            if (up || m_source->carries()) // else the pings decide when
                look();
        });
    };
    i18n::installLanguage(u"en"_s);
}

void TestFailoverTestDialog::cleanup()
{
    m_source.reset();
    m_helper.reset();
}

ping::Pinger *TestFailoverTestDialog::pinger(const ping::PingTarget &target, QObject *parent)
{
    // The bond looks once some were lost, however busy the machine is.
    return new FakePinger(
        target,
        [this] {
            const bool carries = m_source->carries();
            if (!carries && ++m_lost == 5)
                QTimer::singleShot(0, m_source.get(), [this] { look(); });
            return carries;
        },
        parent);
}

void TestFailoverTestDialog::setupSaysWhatIsMissing()
{
    FailoverTestDialog dialog(services(), u"bond0"_s);
    TestSetupPage *setup = dialog.findChild<TestSetupPage *>();
    QVERIFY2(setup->obstacle().isEmpty(), qPrintable(setup->obstacle())); // the gateway is proposed
    auto *target = setup->findChild<QLineEdit *>();
    target->setText(u"not an address"_s);
    QVERIFY(setup->obstacle().contains(u"not an address"));
    target->setText(QString());
    QVERIFY(!setup->obstacle().isEmpty());
    FailoverTestDialog other(services(), u"bond9"_s);
    QVERIFY(other.findChild<TestSetupPage *>()->obstacle().contains(u"bond9"));
}

/// A slave that comes or goes meanwhile marks no other one.
void TestFailoverTestDialog::whatWasNotMarkedStaysSo()
{
    FailoverTestDialog dialog(services(), u"bond0"_s);
    dialog.show();
    auto *slaves = dialog.findChild<QListWidget *>();
    slaves->item(1)->setCheckState(Qt::Unchecked);
    kernel::SlaveState another = m_source->slave(0);
    another.ifindex = 7;
    another.name = u"eth5"_s;
    m_source->bond().slaves.prepend(another);
    m_source->publish();
    QCOMPARE(slaves->count(), 3);
    QCOMPARE(dialog.findChild<TestSetupPage *>()->settings().slaves, QStringList({u"eth5"_s, u"eth0"_s}));
    // As while a service activates the bond anew.
    const QList<kernel::SlaveState> all = m_source->bond().slaves;
    m_source->bond().slaves = {another};
    m_source->publish();
    QCOMPARE(slaves->count(), 1);
    m_source->bond().slaves = all;
    m_source->publish();
    QCOMPARE(dialog.findChild<TestSetupPage *>()->settings().slaves, QStringList({u"eth5"_s, u"eth0"_s}));
}

void TestFailoverTestDialog::automaticTestThroughTheDialog()
{
    FailoverTestDialog dialog(services(), u"bond0"_s);
    dialog.show();
    const auto radios = dialog.findChildren<QRadioButton *>();
    radios.at(1)->setChecked(true);
    QStringList muted = mutedControls(&dialog);
    dialog.startTest();
    QVERIFY(dialog.findChild<failover::FailoverTest *>());
    muted += mutedControls(&dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<failover::FailoverTest *>(), 30'000);
    muted += mutedControls(&dialog);
    QVERIFY2(muted.isEmpty(), qPrintable(muted.join(u'\n')));
    const failover::TestResult &result = dialog.findChild<TestResultPage *>()->result();
    QVERIFY2(result.isPassed(), qPrintable(failover::reportRichText(result, Language::English)));
    QCOMPARE(result.steps.size(), 2);
    QVERIFY(result.steps.first().outage() > 20ms); // and within the limit, as it passed
    QCOMPARE(m_helper->linkCalls(), QStringList({u"eth0 down"_s, u"eth0 up"_s, u"eth1 down"_s, u"eth1 up"_s}));
    QVERIFY(writePdf(m_home.filePath(u"report.pdf"_s), result, Language::Chinese));
    QFile pdf(m_home.filePath(u"report.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.size() > 5'000);
    QVERIFY(pdf.read(5) == "%PDF-");
    if (const QString folder = qEnvironmentVariable("BONDWRIGHT_SCREENS"); !folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        dialog.grab().save(folder + u"/failovertest-result.png"_s);
        QFile::remove(folder + u"/report.pdf"_s);
        pdf.copy(folder + u"/report.pdf"_s);
        QVERIFY(writeHtml(folder + u"/report.html"_s, result, Language::English));
    }
}

void TestFailoverTestDialog::refusedTestSaysWhy()
{
    m_helper->refusal = Error{u"helper.not-authorized"_s, u"You may not switch links."_s, {}};
    FailoverTestDialog dialog(services(), u"bond0"_s);
    dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
    dialog.startTest();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<failover::FailoverTest *>(), 10'000);
    QVERIFY(!dialog.findChild<TestResultPage *>()->result().isPassed());
    QCOMPARE(dialog.findChild<TestResultPage *>()->result().steps.first().problems.first().detail,
             u"You may not switch links."_s);
}

void TestFailoverTestDialog::closingGivesTheLinkBack()
{
    {
        FailoverTestDialog dialog(services(), u"bond0"_s);
        dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
        dialog.startTest();
        QTRY_COMPARE_WITH_TIMEOUT(m_helper->linkCalls().size(), 1, 10'000);
    }
    QTRY_COMPARE(m_helper->linkCalls().last(), u"eth0 up"_s);
}

/// The helper is away when the test is cancelled: the window says so, and need not be waited for.
void TestFailoverTestDialog::closesWhileTheLinkIsGivenBack()
{
    QDir(failover::TestHistory::defaultFolder()).removeRecursively();
    {
        FailoverTestDialog dialog(services(), u"bond0"_s);
        dialog.show();
        dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
        dialog.startTest();
        QTRY_COMPARE_WITH_TIMEOUT(m_helper->linkCalls().size(), 1, 10'000);
        m_helper->refusal = Error{u"helper.unreachable"_s, u"The helper is not there."_s, {}};
        auto *close = dialog.findChild<QPushButton *>(u"close"_s);
        QCOMPARE(close->text(), u"Cancel test"_s);
        close->click();
        QCOMPARE(close->text(), u"Close"_s);
        QVERIFY(std::ranges::any_of(dialog.findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->text() == u"Giving the link of eth0 back";
        }));
        QVERIFY(dialog.isVisible());
        close->click();
        QVERIFY(!dialog.isVisible());
    }
    QCOMPARE(
        failover::TestHistory(failover::TestHistory::defaultFolder()).results(services().hostName(), u"bond0"_s).size(),
        1);
    const auto asked = m_helper->linkCalls().size();
    m_helper->refusal.reset();
    QTRY_VERIFY_WITH_TIMEOUT(m_helper->linkCalls().size() > asked, 10'000);
    QCOMPARE(m_helper->linkCalls().last(), u"eth0 up"_s);
}

/// In whatever language, and beside what else went wrong.
void TestFailoverTestDialog::linkThatStaysDownStaysSaid()
{
    QDir(failover::TestHistory::defaultFolder()).removeRecursively();
    QVERIFY(QDir().mkpath(QFileInfo(failover::TestHistory::defaultFolder()).path()));
    QFile obstacle(failover::TestHistory::defaultFolder());
    QVERIFY(obstacle.open(QIODevice::WriteOnly)); // nothing can be saved there
    FailoverTestDialog dialog(services(), u"bond0"_s);
    dialog.show();
    dialog.startTest();
    const QString words = u"The link of eth0 is still down."_s;
    Q_EMIT dialog.findChild<failover::FailoverTest *>()->linkStaysDown(words);
    i18n::installLanguage(u"zh_CN"_s);
    QVERIFY(says(&dialog, words));
    dialog.findChild<QPushButton *>(u"close"_s)->click();
    QTRY_VERIFY(!dialog.findChild<failover::FailoverTest *>());
    QVERIFY(says(&dialog, words));
    QVERIFY(obstacle.remove());
}

void TestFailoverTestDialog::earlierTestsAreKept()
{
    const QString folder = failover::TestHistory::defaultFolder();
    QDir(folder).removeRecursively();
    Services elsewhere = services();
    elsewhere.host = u"web02"_s;
    {
        m_helper->refusal = Error{u"helper.not-authorized"_s, u"You may not switch links."_s, {}};
        FailoverTestDialog dialog(elsewhere, u"bond0"_s);
        dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
        dialog.startTest();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<failover::FailoverTest *>(), 10'000);
        QCOMPARE(dialog.findChild<TestResultPage *>()->result().host,
                 u"web02"_s); // not the computer before which the report is read
    }
    QCOMPARE(failover::TestHistory(folder).results(u"web02"_s, u"bond0"_s).size(), 1);
    // Another day.
    FailoverTestDialog dialog(elsewhere, u"bond0"_s);
    dialog.show();
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == u"Earlier tests")
            QTest::keyClick(button, Qt::Key_Space);
    }
    QVERIFY(!dialog.findChild<QMenu *>()); // the files are not read by this thread
    QTRY_VERIFY(dialog.findChild<QMenu *>());
    auto *menu = dialog.findChild<QMenu *>();
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY2(menu->actions().first()->text().endsWith(u"failed"), qPrintable(menu->actions().first()->text()));
    menu->actions().first()->trigger();
    QVERIFY(dialog.findChild<TestResultPage *>()->isVisible());
    QCOMPARE(dialog.findChild<TestResultPage *>()->result().steps.first().problems.first().detail,
             u"You may not switch links."_s);
    menu->close();
}

void TestFailoverTestDialog::switchesLanguageAtRunTime()
{
    FailoverTestDialog dialog(services(), u"bond0"_s);
    dialog.show();
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutTexts(&dialog), QStringList()); // once the layout has settled
    const QString before = dialog.windowTitle();
    i18n::installLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QVERIFY(dialog.windowTitle() != before);
    QTRY_COMPARE(cutTexts(&dialog), QStringList()); // once the layout has settled
    QCOMPARE(englishTexts(&dialog), QStringList());
}

QTEST_MAIN(TestFailoverTestDialog)
#include "tst_failovertestdialog.moc"
