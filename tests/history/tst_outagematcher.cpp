// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/outagematcher.h"

#include <QTest>

using namespace bondwright::history;
using bondwright::kernel::BondEvent;
using bondwright::kernel::EventKind;
using bondwright::ping::PingOutage;

namespace
{

constexpr qint64 ms = 1'000'000;

BondEvent made(qint64 id, EventKind kind, qint64 atMs, int bond = 4)
{
    BondEvent event;
    event.id = id;
    event.kind = kind;
    event.monotonicNs = atMs * ms;
    event.bondIndex = bond;
    event.bond = QStringLiteral("bond0");
    return event;
}

PingOutage outage(qint64 startMs, qint64 endMs)
{
    return {startMs * ms, endMs * ms, quint32((endMs - startMs) / 10)};
}

} // namespace

class TestOutageMatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void longestOfSeveralTargets();
    void lengths();
    void staysBounded();
};

void TestOutageMatcher::matches_data()
{
    QTest::addColumn<QList<BondEvent>>("events");
    QTest::addColumn<qint64>("id"); // 0: an outage of its own
    using L = QList<BondEvent>;
    QTest::newRow("nothing happened") << L{} << qint64(0);
    QTest::newRow("failover inside") << L{made(1, EventKind::Failover, 10'100)} << qint64(1);
    QTest::newRow("failover just before the first loss") << L{made(1, EventKind::Failover, 9'500)} << qint64(1);
    QTest::newRow("long before") << L{made(1, EventKind::Failover, 5'000)} << qint64(0);
    QTest::newRow("long after") << L{made(1, EventKind::Failover, 12'500)} << qint64(0);
    QTest::newRow("of another bond") << L{made(1, EventKind::Failover, 10'100, 5)} << qint64(0);
    QTest::newRow("slave down, then failover")
        << L{made(1, EventKind::SlaveDown, 10'100), made(2, EventKind::Failover, 10'100)} << qint64(2);
    QTest::newRow("failover, then slave up")
        << L{made(1, EventKind::Failover, 10'100), made(2, EventKind::SlaveUp, 10'200)} << qint64(1);
    QTest::newRow("bond down explains it best")
        << L{made(1, EventKind::SlaveDown, 10'100), made(2, EventKind::BondDown, 10'110)} << qint64(2);
    QTest::newRow("only a slave") << L{made(1, EventKind::SlaveDown, 10'100)} << qint64(1);
    QTest::newRow("of two failovers the later")
        << L{made(1, EventKind::Failover, 10'000), made(2, EventKind::Failover, 10'150)} << qint64(2);
}

void TestOutageMatcher::matches()
{
    QFETCH(QList<BondEvent>, events);
    QFETCH(qint64, id);
    OutageMatcher matcher;
    for (const BondEvent &event : std::as_const(events))
        matcher.note(event);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const OutageMatcher::Match match
        = matcher.match(outage(10'000, 10'230), 4, QStringLiteral("bond0"), QStringLiteral("192.0.2.254"), now);
    QCOMPARE(match.isUpdate, id != 0);
    QCOMPARE(match.event.id, id);
    QCOMPARE(match.event.outage, std::optional(std::chrono::milliseconds(230)));
    if (id == 0) {
        QCOMPARE(match.event.kind, EventKind::PingOutage);
        QCOMPARE(match.event.to, QStringLiteral("192.0.2.254"));
        QCOMPARE(match.event.wallTime, now);
    }
}

void TestOutageMatcher::longestOfSeveralTargets()
{
    OutageMatcher matcher;
    matcher.note(made(1, EventKind::Failover, 10'100));
    const auto take = [&](qint64 end) { return matcher.match(outage(10'000, end), 4, {}, {}, {}); };
    QCOMPARE(*take(10'200).event.outage, std::chrono::milliseconds(200));
    QCOMPARE(*take(10'350).event.outage, std::chrono::milliseconds(350));
    const auto shorter = take(10'100);
    QCOMPARE(*shorter.event.outage, std::chrono::milliseconds(350));
    // By itself it is what it was: that is counted.
    QCOMPARE(*shorter.own.outage, std::chrono::milliseconds(100));
    QCOMPARE(shorter.own.kind, EventKind::PingOutage);
    QCOMPARE(shorter.own.bond, QStringLiteral("bond0"));
}

void TestOutageMatcher::lengths()
{
    QCOMPARE(lengthOf({5 * ms, 0, 3}), std::chrono::milliseconds(0)); // still going on
    QCOMPARE(lengthOf({5 * ms, 5 * ms + ms / 2, 1}), std::chrono::milliseconds(1)); // rounded
    QCOMPARE(lengthOf({5 * ms, 105 * ms, 10}), std::chrono::milliseconds(100));
}

void TestOutageMatcher::staysBounded()
{
    OutageMatcher matcher;
    for (int id = 1; id <= 10'000; ++id)
        matcher.note(made(id, EventKind::Failover, 10'000));
    QCOMPARE(matcher.match(outage(10'000, 10'100), 4, {}, {}, {}).event.id, 10'000);
    for (int id = 1; id <= 64; ++id)
        matcher.note(made(id, EventKind::Failover, 90'000));
    QVERIFY(!matcher.match(outage(10'000, 10'100), 4, {}, {}, {}).isUpdate); // forgotten by now
}

QTEST_APPLESS_MAIN(TestOutageMatcher)
#include "tst_outagematcher.moc"
