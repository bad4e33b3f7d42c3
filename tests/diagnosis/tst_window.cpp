// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/window.h"

#include <QTest>

using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace std::chrono_literals;

class TestWindow : public QObject
{
    Q_OBJECT
private:
    static constexpr qint64 second = 1'000'000'000;

    /// @param second of the sample, packets received by eth0 (2) so far
    static void sample(WindowKeeper &keeper, qint64 at, std::uint64_t received, std::uint64_t errors = 0)
    {
        Counters counters;
        counters.ifindex = 2;
        counters.rxPackets = received;
        counters.rxErrors = errors;
        keeper.addSample({at * second, {counters}});
    }
    static void happen(WindowKeeper &keeper, EventKind kind, qint64 at)
    {
        BondEvent event;
        event.kind = kind;
        event.monotonicNs = at * second;
        event.slaveIndex = 2;
        keeper.addEvent(event);
    }

private Q_SLOTS:
    void measuresPauses()
    {
        WindowKeeper keeper;
        for (qint64 at = 100; at <= 200; at += 5)
            sample(keeper, at, std::uint64_t(at / 30)); // a frame each half minute
        const SlaveWindow seen = keeper.window().slaves.value(2);
        QCOMPARE(seen.longestPause, 30s);
        QCOMPARE(seen.silentFor, 20s); // the last at 180
        QCOMPARE(seen.watched, 100s);
        QCOMPARE(seen.received, std::uint64_t(2));
    }

    void countsTheLastMinuteOnly()
    {
        WindowKeeper keeper;
        for (qint64 at = 0; at <= 600; at += 5)
            sample(keeper, at + 1, std::uint64_t(at), std::uint64_t(at / 10));
        const SlaveWindow seen = keeper.window().slaves.value(2);
        QCOMPARE(seen.received, std::uint64_t(60));
        QCOMPARE(seen.errors, std::uint64_t(6));
    }

    void aCounterResetIsNoSpike()
    {
        WindowKeeper keeper;
        sample(keeper, 1, 1000);
        sample(keeper, 2, 5);
        QCOMPARE(keeper.window().slaves.value(2).received, std::uint64_t(0));
    }

    void aLinkThatReturnsBeginsAnew()
    {
        WindowKeeper keeper;
        sample(keeper, 100, 1);
        happen(keeper, EventKind::SlaveDown, 150);
        happen(keeper, EventKind::SlaveUp, 170);
        sample(keeper, 180, 1);
        const SlaveWindow seen = keeper.window().slaves.value(2);
        QCOMPARE(seen.watched, 10s);
        QCOMPARE(seen.silentFor, 10s);
        QCOMPARE(seen.longestPause, 0s);
    }

    /// Of two bonds each has its own failovers.
    void aFailoverOfAnotherBond()
    {
        WindowKeeper keeper;
        keeper.setBonds({{10, {2}}, {20, {3}}});
        sample(keeper, 100, 1);
        BondEvent failover;
        failover.kind = EventKind::Failover;
        failover.bondIndex = 20;
        failover.slaveIndex = 3;
        failover.monotonicNs = 150 * second;
        keeper.addEvent(failover);
        sample(keeper, 180, 1);
        QCOMPARE(keeper.window().slaves.value(2).silentFor, 80s);
        failover.bondIndex = 10;
        failover.slaveIndex = 2;
        failover.monotonicNs = 185 * second;
        keeper.addEvent(failover);
        sample(keeper, 190, 1);
        QCOMPARE(keeper.window().slaves.value(2).silentFor, 5s);
    }

    void countsFlaps_data()
    {
        QTest::addColumn<qint64>("downdelay"); // in seconds
        QTest::newRow("at once") << qint64(0);
        QTest::newRow("after a downdelay") << qint64(4);
    }
    void countsFlaps()
    {
        QFETCH(qint64, downdelay);
        WindowKeeper keeper;
        for (qint64 at = 1000; at < 1060; at += 20) { // three times
            happen(keeper, EventKind::SlaveGoingDown, at);
            happen(keeper, EventKind::SlaveDown, at + downdelay);
            happen(keeper, EventKind::SlaveUp, at + 5);
        }
        sample(keeper, 1100, 1);
        const SlaveWindow seen = keeper.window().slaves.value(2);
        QCOMPARE(seen.linkLosses, 3);
        QCOMPARE(seen.lossPeriod, 20s);
        QCOMPARE(seen.longestUp, 20s);
        sample(keeper, 1100 + 3600, 2);
        QCOMPARE(keeper.window().slaves.value(2).linkLosses, 0);
    }

    /// eth1 (3) was active and busy; eth0's link is back at 100, it becomes active at 101 and hears BPDUs only until
    /// @p forwards.
    static SlaveWindow takeOver(qint64 forwards, std::uint64_t formerRate)
    {
        WindowKeeper keeper;
        std::uint64_t heard = 0, former = 0;
        const auto both = [&](qint64 at) {
            Counters active, other;
            active.ifindex = 2;
            active.rxPackets = heard;
            active.txPackets = std::uint64_t(at) * 10;
            other.ifindex = 3;
            other.rxPackets = former;
            keeper.addSample({at * second, {active, other}});
        };
        for (qint64 at = 40; at <= 100; ++at, former += formerRate)
            both(at);
        happen(keeper, EventKind::SlaveUp, 100);
        happen(keeper, EventKind::Failover, 101);
        for (qint64 at = 102; at <= 160; ++at) {
            heard += at >= forwards ? 50 : at % 2;
            both(at);
        }
        return keeper.window().slaves.value(2);
    }
    void noticesASwitchThatDoesNotForwardYet()
    {
        const SlaveWindow seen = takeOver(130, 50);
        QVERIFY(seen.blocked);
        QCOMPARE(seen.blocked->silent, 29s);
        QCOMPARE(seen.blocked->fromLinkUp, 30s);
        QVERIFY(!takeOver(102, 50).blocked); // forwards at once
        QVERIFY(!takeOver(130, 0).blocked); // nothing flowed before either
        QVERIFY(!takeOver(1000, 50).blocked); // never: that is another rule's
    }

    void lossesFromBeforeCountOnce()
    {
        WindowKeeper keeper;
        happen(keeper, EventKind::SlaveDown, 4000);
        keeper.setEarlierLosses({{2, {100 * second, 3000 * second, 3500 * second, 4000 * second + second / 2}}});
        sample(keeper, 4010, 1);
        const SlaveWindow seen = keeper.window().slaves.value(2);
        QCOMPARE(seen.linkLosses, 3); // not the one of more than an hour ago, and the last one once
        QCOMPARE(seen.lossPeriod, 500s);
    }
};

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
