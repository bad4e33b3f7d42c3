// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/healthkeeper.h"
#include "fakekernelsource.h"
#include "posix/clock.h"
#include "tests/kernel/states.h"

#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

/// All windows of one source say the same, and more than the snapshot tells.
class TestHealthKeeper : public QObject
{
    Q_OBJECT
private:
    static const BondState &bond(FakeKernelSource &source) { return source.state().bonds[states::bondIndex]; }
    static BondEvent loss(const QString &slave, int secondsAgo)
    {
        BondEvent event;
        event.kind = EventKind::SlaveDown;
        event.bond = u"bond0"_s;
        event.slave = slave;
        event.wallTime = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
        return event;
    }

private Q_SLOTS:
    void thereIsOneForEachSource()
    {
        FakeKernelSource one, other;
        QCOMPARE(HealthKeeper::of(&one), HealthKeeper::of(&one));
        QVERIFY(HealthKeeper::of(&one) != HealthKeeper::of(&other));
    }

    /// Nobody counts before it is asked for: a window that shows nothing costs nothing.
    void countsOnlyWhenAsked()
    {
        FakeKernelSource source;
        source.setSnapshot(states::bonded(Mode::ActiveBackup));
        HealthKeeper *keeper = HealthKeeper::of(&source);
        source.publish();
        QCOMPARE(source.watched(), QSet<int>());
        keeper->watch({});
        QCOMPARE(source.watched(), (QSet<int>{2, 3}));
        source.setSnapshot({});
        QCOMPARE(source.watched(), QSet<int>());
    }

    /// A NIC that died at boot: only the configuration knows of it.
    void judgesByTheSurvey()
    {
        FakeKernelSource source;
        source.setSnapshot(states::bonded(Mode::ActiveBackup));
        HealthKeeper *keeper = HealthKeeper::of(&source);
        QSignalSpy changed(keeper, &HealthKeeper::changed);
        QSignalSpy ports(keeper, &HealthKeeper::portsChanged);
        QCOMPARE(verdictName(keeper->judge(bond(source)).verdict), u"healthy"_s);
        std::function<void(const Surveyed &)> answer;
        keeper->watch([&answer](QObject *, const Snapshot &, std::function<void(const Surveyed &)> done) {
            answer = std::move(done);
        });
        QVERIFY(answer);
        QCOMPARE(changed.size(), 0); // it says the same until the answer has come
        Surveyed surveyed;
        surveyed.plans[u"bond0"_s].name = u"bond0"_s;
        surveyed.plans[u"bond0"_s].slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}, {u"eth2"_s, {}, {}, {}}};
        surveyed.ports[u"eth0"_s].chassis = u"sw1"_s;
        answer(surveyed);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(ports.size(), 1);
        QCOMPARE(ruleName(keeper->judge(bond(source)).rule), u"slave-missing"_s);
        answer(surveyed);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(ports.size(), 1);
    }

    /// While a change is reverted its NICs leave the bond one by one: that is no reason to activate it again.
    void saysNothingOfFilesWhileTheyChange()
    {
        FakeKernelSource source;
        source.setSnapshot(states::bonded(Mode::ActiveBackup));
        HealthKeeper *keeper = HealthKeeper::of(&source);
        Surveyed surveyed;
        surveyed.plans[u"bond0"_s].name = u"bond0"_s;
        surveyed.plans[u"bond0"_s].slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}, {u"eth2"_s, {}, {}, {}}};
        int asked = 0;
        keeper->watch([&](QObject *, const Snapshot &, const std::function<void(const Surveyed &)> &done) {
            ++asked;
            done(surveyed);
        });
        QCOMPARE(ruleName(keeper->judge(bond(source)).rule), u"slave-missing"_s);
        keeper->setInWork(true);
        QCOMPARE(verdictName(keeper->judge(bond(source)).verdict), u"healthy"_s);
        keeper->survey(); // as each minute
        QCOMPARE(verdictName(keeper->judge(bond(source)).verdict), u"healthy"_s);
        const int before = asked;
        keeper->setInWork(false);
        QCOMPARE(asked, before + 1);
        QCOMPARE(ruleName(keeper->judge(bond(source)).rule), u"slave-missing"_s);
    }

    /// What bondwright-watch saw before the window was there counts for flapping.
    void countsEarlierEvents()
    {
        FakeKernelSource source;
        source.setSnapshot(states::bonded(Mode::ActiveBackup));
        HealthKeeper *keeper = HealthKeeper::of(&source);
        keeper->addEarlier({loss(u"eth1"_s, 5000), loss(u"eth1"_s, 1200), loss(u"eth1"_s, 600), loss(u"eth9"_s, 600)});
        const auto sample = [&source] {
            Counters counters;
            counters.ifindex = 3;
            source.sample({monotonicNow(), {counters}});
        };
        sample();
        QCOMPARE(verdictName(keeper->judge(bond(source)).verdict), u"healthy"_s); // twice within the hour
        keeper->addEarlier({loss(u"eth1"_s, 1200), loss(u"eth1"_s, 600), loss(u"eth1"_s, 60)});
        sample();
        const Diagnosis diagnosis = keeper->judge(bond(source));
        QCOMPARE(ruleName(diagnosis.rule), u"flapping"_s);
        QVERIFY2(diagnosis.evidence.contains(u'3'), qPrintable(diagnosis.evidence + diagnosis.cause));
    }

    /// One time for all windows, also for one that is opened later.
    void verdictHasTheTimeOfItsChange()
    {
        FakeKernelSource source;
        source.setSnapshot(states::bonded(Mode::ActiveBackup));
        HealthKeeper *keeper = HealthKeeper::of(&source);
        const auto since = [&] { return keeper->since(bond(source), keeper->judge(bond(source))); };
        QVERIFY(!since().isValid()); // it was so before
        Snapshot dead = source.snapshot();
        states::slaveOf(dead, 1).mii = MiiStatus::Down;
        dead.nics[3].carrier = false;
        source.hostTime = QDateTime::currentDateTime().addYears(-1); // a recording's
        source.setSnapshot(dead);
        const QDateTime began = std::exchange(source.hostTime, source.hostTime.addSecs(60));
        QCOMPARE(since(), began);
        source.publish();
        keeper->addEarlier({loss(u"eth1"_s, 600)});
        QCOMPARE(since(), began); // it was seen
        source.setSnapshot({});
        source.setSnapshot(dead);
        QVERIFY(!since().isValid()); // another bond of that name
    }

    void earlierEventsTellWhenAFaultBegan()
    {
        FakeKernelSource source;
        Snapshot dead = states::bonded(Mode::ActiveBackup);
        states::slaveOf(dead, 1).mii = MiiStatus::Down;
        dead.nics[3].carrier = false;
        source.setSnapshot(dead);
        HealthKeeper *keeper = HealthKeeper::of(&source);
        QSignalSpy changed(keeper, &HealthKeeper::changed);
        const auto since = [&] { return keeper->since(bond(source), keeper->judge(bond(source))); };
        const BondEvent first = loss(u"eth1"_s, 600), last = loss(u"eth1"_s, 300);
        keeper->addEarlier({first, loss(u"eth0"_s, 200)});
        QCOMPARE(since(), first.wallTime);
        QCOMPARE(changed.size(), 1);
        keeper->addEarlier({first, last}); // the stored ones, and now the journal's as well
        QCOMPARE(since(), last.wallTime);
        BondEvent back = last;
        back.kind = EventKind::SlaveUp;
        keeper->addEarlier({first, last, back});
        QVERIFY(!since().isValid());
    }
};

QTEST_GUILESS_MAIN(TestHealthKeeper)
#include "tst_healthkeeper.moc"
