// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cablehost.h"
#include "fakehelperclient.h"
#include "fakenotifications.h"
#include "monitor/failovernotifier.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// Notifications over a private session bus.
class TestFailoverNotifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tellsAFailover();
    void urgencyIsThatOfTheEvent_data();
    void urgencyIsThatOfTheEvent();
    void nextOneReplacesThatOfItsBond();
    void flappingIsHeldBack();
    void hostileNamesAreNoMarkup();
    void clickOpensTheMonitor();
    void canBeOff();

private:
    kernel::BondEvent failover(const QString &bond = u"bond0"_s)
    {
        kernel::BondEvent event;
        event.kind = kernel::EventKind::Failover;
        event.bond = bond;
        event.from = u"eth0"_s;
        event.to = u"eth1"_s;
        event.monotonicNs = monotonicNow();
        event.wallTime = QDateTime::currentDateTime();
        return event;
    }
    FakeNotifications m_server;
    CableHost m_source;
    FakeHelperClient m_helper;
};

void TestFailoverNotifier::initTestCase()
{
    prepareWindows(u"tst_failovernotifier"_s);
    const QString missing = m_server.start();
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
}

void TestFailoverNotifier::tellsAFailover()
{
    FailoverNotifier notifier({&m_source, &m_helper, nullptr});
    m_server.told.clear();
    m_source.tell(failover());
    QTRY_COMPARE(m_server.told.size(), 1);
    QCOMPARE(m_server.told.first().summary, u"bond0"_s);
    QVERIFY(m_server.told.first().body.contains(u"eth1"));
    QCOMPARE(m_server.told.first().replaces, 0U);
}

void TestFailoverNotifier::urgencyIsThatOfTheEvent_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<uchar>("urgency"); // 1 normal, 2 critical: stays until it is answered
    QTest::newRow("failover") << int(kernel::EventKind::Failover) << uchar(1);
    QTest::newRow("degraded") << int(kernel::EventKind::RedundancyDegraded) << uchar(1);
    QTest::newRow("restored") << int(kernel::EventKind::RedundancyRestored) << uchar(1);
    QTest::newRow("down") << int(kernel::EventKind::BondDown) << uchar(2);
}

void TestFailoverNotifier::urgencyIsThatOfTheEvent()
{
    QFETCH(int, kind);
    QFETCH(uchar, urgency);
    FailoverNotifier notifier({&m_source, &m_helper, nullptr});
    m_server.told.clear();
    kernel::BondEvent event = failover();
    event.kind = kernel::EventKind(kind);
    m_source.tell(event);
    QTRY_COMPARE(m_server.told.size(), 1);
    const QVariant sent = m_server.told.first().hints.value(u"urgency"_s);
    QCOMPARE(sent.typeId(), int(QMetaType::UChar)); // a byte, or the server ignores it
    QCOMPARE(sent.value<uchar>(), urgency);
}

void TestFailoverNotifier::nextOneReplacesThatOfItsBond()
{
    FailoverNotifier notifier({&m_source, &m_helper, nullptr});
    m_server.told.clear();
    const auto tell = [this](const QString &bond, kernel::EventKind kind) {
        kernel::BondEvent event = failover(bond);
        event.kind = kind;
        m_source.tell(event);
        const auto count = m_server.told.size() + 1;
        return QTest::qWaitFor([&] { return m_server.told.size() == count; }) && FakeNotifications::settle();
    };
    QVERIFY(tell(u"bond0"_s, kernel::EventKind::Failover));
    QVERIFY(tell(u"bond1"_s, kernel::EventKind::Failover));
    QVERIFY(tell(u"bond1"_s, kernel::EventKind::BondDown));
    QVERIFY(tell(u"bond0"_s, kernel::EventKind::BondDown));
    QCOMPARE(m_server.told.at(1).replaces, 0U); // another bond's is not covered
    QVERIFY(m_server.told.at(2).replaces != 0);
    QVERIFY(m_server.told.at(3).replaces != 0);
    QVERIFY(m_server.told.at(2).replaces != m_server.told.at(3).replaces);
    QCOMPARE(m_server.told.at(3).replaces + 1, m_server.told.at(2).replaces);
}

void TestFailoverNotifier::flappingIsHeldBack()
{
    FailoverNotifier notifier({&m_source, &m_helper, nullptr});
    m_server.told.clear();
    for (int i = 0; i < 100; ++i)
        m_source.tell(failover());
    QTRY_COMPARE(m_server.told.size(), 1);
    QTest::qWait(300);
    QCOMPARE(m_server.told.size(), 1);
}

void TestFailoverNotifier::hostileNamesAreNoMarkup()
{
    FailoverNotifier notifier({&m_source, &m_helper, nullptr});
    m_server.told.clear();
    kernel::BondEvent event = failover();
    event.to = u"<b>x</b>"_s;
    m_source.tell(event);
    QTRY_COMPARE(m_server.told.size(), 1);
    QVERIFY(!m_server.told.first().body.contains(u"<b>"));
}

void TestFailoverNotifier::clickOpensTheMonitor()
{
    FailoverNotifier notifier({&m_source, &m_helper, nullptr});
    QSignalSpy requested(&notifier, &FailoverNotifier::monitorRequested);
    m_server.told.clear();
    m_source.tell(failover());
    QTRY_COMPARE(m_server.told.size(), 1);
    QVERIFY(FakeNotifications::settle()); // the id's way back
    Q_EMIT m_server.ActionInvoked(m_server.given(), u"default"_s);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"bond0"_s);
    Q_EMIT m_server.ActionInvoked(99, u"default"_s); // somebody else's
    QVERIFY(FakeNotifications::settle());
    QCOMPARE(requested.size(), 1);
}

void TestFailoverNotifier::canBeOff()
{
    FailoverNotifier notifier({&m_source, &m_helper, nullptr});
    m_server.told.clear();
    notifier.setEnabled(false);
    m_source.tell(failover());
    QTest::qWait(200);
    QVERIFY(m_server.told.isEmpty());
    QVERIFY(!FailoverNotifier({&m_source, &m_helper, nullptr}).isEnabled()); // remembered
    notifier.setEnabled(true);
}

QTEST_MAIN(TestFailoverNotifier)
#include "tst_failovernotifier.moc"
