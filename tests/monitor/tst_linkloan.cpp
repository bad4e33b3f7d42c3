// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertest.h"
#include "fakehelperclient.h"
#include "testbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::failover;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The links that a test takes down and gives back, whatever the helper answers.
class TestLinkLoan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void linkIsAskedForAgain();
    void overOnlyOnceTheLinkIsBack();
    void linkComesBackWithoutTheTest();
    void deniedLinkIsNotAskedFor();
    void deniedReturnIsNotAskedForAgain();
    void linkIsAskedForOnceItIsTaken();

private:
    static TestSettings settings();

    std::unique_ptr<CableHost> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
};

void TestLinkLoan::init()
{
    m_source = std::make_unique<CableHost>(Mode::ActiveBackup, 2);
    m_helper = std::make_unique<FakeHelperClient>();
}

TestSettings TestLinkLoan::settings()
{
    TestSettings settings = automatic();
    settings.targets.clear();
    return settings;
}

/// A helper that dies takes the request along; the link must not stay down until somebody's deadline.
void TestLinkLoan::linkIsAskedForAgain()
{
    FailoverTest test(settings(), m_source.get(), m_helper.get());
    test.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_helper->linkCalls().contains(u"eth0 down"_s), 30'000);
    m_helper->refusal = Error{u"helper.unreachable"_s, u"The helper is not there."_s, {}};
    test.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(m_helper->linkCalls().count(u"eth0 up"_s), 2, 30'000);
    m_helper->refusal.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_helper->linkCalls().count(u"eth0 up"_s), 3, 30'000);
    QTest::qWait(1200); // answered: not asked for any more
    QCOMPARE(m_helper->linkCalls().count(u"eth0 up"_s), 3);
}

/// The receiver may delete the test or end the process.
void TestLinkLoan::overOnlyOnceTheLinkIsBack()
{
    FailoverTest test(settings(), m_source.get(), m_helper.get());
    QSignalSpy over(&test, &FailoverTest::finished);
    test.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_helper->linkCalls().contains(u"eth0 down"_s), 30'000);
    m_helper->refusal = Error{u"helper.unreachable"_s, u"The helper is not there."_s, {}};
    test.cancel();
    QVERIFY(test.machine().isFinished());
    QCOMPARE(test.returning(), u"eth0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_helper->linkCalls().count(u"eth0 up"_s), 2, 30'000);
    QVERIFY(over.isEmpty());
    m_helper->refusal.reset();
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, 30'000);
    QCOMPARE(m_helper->linkCalls().count(u"eth0 up"_s), 3);
    QVERIFY(test.returning().isEmpty());
}

void TestLinkLoan::linkComesBackWithoutTheTest()
{
    {
        FailoverTest test(settings(), m_source.get(), m_helper.get());
        test.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_helper->linkCalls().contains(u"eth0 down"_s), 30'000);
        m_helper->refusal = Error{u"helper.unreachable"_s, u"The helper is not there."_s, {}};
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_helper->linkCalls().count(u"eth0 up"_s), 2, 30'000);
    m_helper->refusal.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_helper->linkCalls().count(u"eth0 up"_s), 3, 30'000);
    QTRY_VERIFY(!m_helper->findChild<LinkLoan *>());
}

/// A person who has refused the password for "down" is not asked for another one for "up".
void TestLinkLoan::deniedLinkIsNotAskedFor()
{
    m_helper->refusal = Error{u"helper.not-authorized"_s, u"You may not switch links."_s, {}};
    FailoverTest test(settings(), m_source.get(), m_helper.get());
    QSignalSpy over(&test, &FailoverTest::finished);
    QSignalSpy refused(&test, &FailoverTest::helperRefused);
    test.start();
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, 30'000);
    QCOMPARE(refused.size(), 1);
    QTest::qWait(700);
    QCOMPARE(m_helper->linkCalls(), QStringList{u"eth0 down"_s});
}

void TestLinkLoan::deniedReturnIsNotAskedForAgain()
{
    FailoverTest test(settings(), m_source.get(), m_helper.get());
    QSignalSpy over(&test, &FailoverTest::finished);
    QSignalSpy down(&test, &FailoverTest::linkStaysDown);
    test.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_helper->linkCalls().contains(u"eth0 down"_s), 30'000);
    QTest::qWait(50); // answered
    m_helper->refusal = Error{u"helper.not-authorized"_s, u"You may not switch links."_s, {}};
    test.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, 30'000);
    QCOMPARE(down.size(), 1);
    QVERIFY(down.first().first().toString().contains(u"eth0 is still down"));
    QTest::qWait(700);
    QCOMPARE(m_helper->linkCalls().count(u"eth0 up"_s), 1);
}

/// The helper may handle "up" first: polkit asks a person about "down".
void TestLinkLoan::linkIsAskedForOnceItIsTaken()
{
    FailoverTest test(settings(), m_source.get(), m_helper.get());
    QSignalSpy over(&test, &FailoverTest::finished);
    m_helper->onLink = [&](const QString &, bool up) {
        if (!up)
            test.cancel(); // before there is an answer
    };
    test.start();
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, 30'000);
    QCOMPARE(m_helper->linkCalls(), (QStringList{u"eth0 down"_s, u"eth0 up"_s}));
}

QTEST_GUILESS_MAIN(TestLinkLoan)
#include "tst_linkloan.moc"
