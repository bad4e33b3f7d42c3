// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakekernelsource.h"
#include "models/hostbondsmodel.h"
#include "models/hostsmodel.h"
#include "snapshots.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::models;
using namespace Qt::StringLiterals;

namespace
{

using Report = QAbstractItemModelTester::FailureReportingMode;
using Column = HostBondsModel::Column;

/// A bond of two slaves; @p carriers tells which of them have a link.
kernel::Snapshot hostWith(const QString &bondName, const QList<bool> &carriers)
{
    kernel::Snapshot snapshot = snapshots::withNics({snapshots::nic(2, u"eth0"_s), snapshots::nic(3, u"eth1"_s)});
    snapshot.bondingDriver = true;
    snapshots::addBond(snapshot, 10, bondName, {2, 3});
    kernel::BondState &bond = snapshot.bonds[10];
    bond.miiUp = carriers.contains(true);
    for (int i = 0; i < 2; ++i) {
        snapshot.nics[2 + i].carrier = carriers.at(i);
        bond.slaves[i].mii = carriers.at(i) ? kernel::MiiStatus::Up : kernel::MiiStatus::Down;
    }
    if (!bond.miiUp)
        bond.activeSlave.reset();
    return snapshot;
}

QStringList column(const QAbstractItemModel &model, int number)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, number).data().toString());
    return texts;
}

} // namespace

class TestHostBonds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWorstStandsFirst();
    void whatIsAwayStays();
    void failoversAreRemembered();
    void theVerdictHasItsTime();
    void theFilterWantsAllWords();
    void theListOfHosts();
    void groupsStandTogether();
    void theSpeedOfTheCarryingSlaves();
};

void TestHostBonds::theWorstStandsFirst()
{
    FakeKernelSource sources[4];
    sources[0].setSnapshot(hostWith(u"bond0"_s, {true, true}));
    sources[1].setSnapshot(hostWith(u"bond1"_s, {false, false}));
    sources[2].setSnapshot(hostWith(u"bond2"_s, {true, false}));
    HostBondsModel model;
    const QAbstractItemModelTester tester(&model, Report::QtTest);
    HostBondsFilter shown;
    shown.setSourceModel(&model);
    shown.sort(Column::State, Qt::DescendingOrder);
    std::vector<std::unique_ptr<HostWatch>> watches;
    for (int i = 0; i < 4; ++i) {
        watches.push_back(std::make_unique<HostWatch>(u"srv%1"_s.arg(i), &sources[i]));
        model.add(watches.back().get());
    }
    QCOMPARE(column(shown, Column::Host), (QStringList{u"srv1"_s, u"srv2"_s, u"srv0"_s, u"srv3"_s}));
    QCOMPARE(column(shown, Column::State).last(), u"no bond"_s);
    // A host that cannot be reached is worse than one that has lost a cable.
    watches[0]->setReach(bondwright::host::Reach::Offline, u"gone"_s, QDateTime::currentDateTime());
    QCOMPARE(column(shown, Column::Host), (QStringList{u"srv1"_s, u"srv0"_s, u"srv2"_s, u"srv3"_s}));
    sources[1].setSnapshot(hostWith(u"bond1"_s, {true, true}));
    QCOMPARE(column(shown, Column::Host).first(), u"srv0"_s);
    model.remove(watches[0].get());
    QCOMPARE(model.rowCount(), 3);
}

void TestHostBonds::whatIsAwayStays()
{
    FakeKernelSource source;
    source.setSnapshot(hostWith(u"bond0"_s, {true, true}));
    HostWatch watch(u"srv1"_s, &source);
    HostBondsModel model;
    const QAbstractItemModelTester tester(&model, Report::QtTest);
    model.add(&watch);
    QVERIFY(model.index(0, 0).data(HostBondsModel::ReachedRole).toBool());
    watch.setReach(bondwright::host::Reach::Offline, u"No route."_s, QDateTime(QDate(2026, 11, 28), QTime(3, 23, 54)));
    QVERIFY(!model.index(0, 0).data(HostBondsModel::ReachedRole).toBool());
    QCOMPARE(model.index(0, Column::Bond).data().toString(), u"bond0"_s);
    QCOMPARE(model.index(0, Column::Active).data().toString(), u"eth0"_s);
    QCOMPARE(model.index(0, Column::State).data().toString(), u"last seen 2026-11-28 03:23:54"_s);
    watch.setReach(bondwright::host::Reach::Served);
    QVERIFY(model.index(0, 0).data(HostBondsModel::ReachedRole).toBool());
}

void TestHostBonds::failoversAreRemembered()
{
    FakeKernelSource source;
    source.setSnapshot(hostWith(u"bond0"_s, {true, true}));
    HostWatch watch(u"srv1"_s, &source);
    QVERIFY(!watch.bonds().first().lastFailover.isValid());
    kernel::BondEvent event;
    event.kind = kernel::EventKind::Failover;
    event.bond = u"bond0"_s;
    event.wallTime = QDateTime(QDate(2026, 11, 20), QTime(1, 2, 3));
    kernel::BondEvent later = event;
    later.kind = kernel::EventKind::SlaveUp;
    later.wallTime = event.wallTime.addDays(1);
    watch.addEarlier({event, later});
    QCOMPARE(watch.bonds().first().lastFailover, event.wallTime);
    event.wallTime = QDateTime::currentDateTime();
    source.tell(event);
    QCOMPARE(watch.bonds().first().lastFailover, event.wallTime);
    // What is told late is not later.
    later.kind = kernel::EventKind::Failover;
    watch.addEarlier({later});
    QCOMPARE(watch.bonds().first().lastFailover, event.wallTime);
}

void TestHostBonds::theVerdictHasItsTime()
{
    FakeKernelSource source;
    source.setSnapshot(hostWith(u"bond0"_s, {true, true}));
    HostWatch watch(u"srv1"_s, &source);
    QVERIFY(!watch.bonds().first().since.isValid()); // it was so before anybody looked
    source.setSnapshot(hostWith(u"bond0"_s, {true, false}));
    const QDateTime since = watch.bonds().first().since;
    QVERIFY(since.isValid() && since.secsTo(QDateTime::currentDateTime()) < 5);
    QSignalSpy changed(&watch, &HostWatch::changed);
    source.setSnapshot(hostWith(u"bond0"_s, {true, false}));
    QCOMPARE(watch.bonds().first().since, since);
    QCOMPARE(changed.size(), 0);
}

void TestHostBonds::theFilterWantsAllWords()
{
    FakeKernelSource sources[2];
    sources[0].setSnapshot(hostWith(u"bond0"_s, {true, true}));
    sources[1].setSnapshot(hostWith(u"uplink"_s, {true, true}));
    HostWatch first(u"srv1"_s, &sources[0]);
    HostWatch second(u"srv2"_s, &sources[1]);
    HostBondsModel model;
    model.add(&first);
    model.add(&second);
    HostBondsFilter shown;
    shown.setSourceModel(&model);
    shown.setText(u"  ACTIVE-backup srv2 "_s);
    QCOMPARE(column(shown, Column::Bond), QStringList{u"uplink"_s});
    shown.setText(u"srv1 uplink"_s);
    QCOMPARE(shown.rowCount(), 0);
    shown.setText({});
    QCOMPARE(shown.rowCount(), 2);
}

void TestHostBonds::theListOfHosts()
{
    FakeKernelSource source;
    source.setSnapshot(hostWith(u"bond0"_s, {true, false}));
    HostWatch watch(u"srv1"_s, &source);
    HostsModel model;
    const QAbstractItemModelTester tester(&model, Report::QtTest);
    model.add(&watch);
    QCOMPARE(column(model, 0).first(), u"All hosts"_s);
    QVERIFY2(column(model, 0).last().startsWith(u"srv1 — 1 bond"), qPrintable(column(model, 0).last()));
    QCOMPARE(model.index(1).data(ShapeRole).value<StateShape>(), StateShape::Degraded);
    watch.setReach(bondwright::host::Reach::Refused, u"No such host."_s);
    QCOMPARE(model.index(1).data().toString(), u"srv1 — not reached"_s);
    QCOMPARE(model.index(1).data(Qt::ToolTipRole).toString(), u"No such host."_s);
    QCOMPARE(model.hostAt(0), nullptr);
    QCOMPARE(model.hostAt(1), &watch);
    model.remove(&watch);
    QCOMPARE(model.rowCount(), 1);
}

void TestHostBonds::groupsStandTogether()
{
    FakeKernelSource source;
    source.setSnapshot(hostWith(u"bond0"_s, {true, true}));
    HostsModel model;
    HostBondsModel bonds;
    HostBondsFilter shown;
    shown.setSourceModel(&bonds);
    const QAbstractItemModelTester tester(&model, Report::QtTest);
    std::vector<std::unique_ptr<HostWatch>> watches;
    for (const QString &name : {u"here"_s, u"web1"_s, u"db1"_s, u"web2"_s}) {
        watches.push_back(std::make_unique<HostWatch>(name, &source));
        watches.back()->setGroup(name == u"here" ? QString() : name.chopped(1));
        model.add(watches.back().get());
        bonds.add(watches.back().get());
    }
    const auto names = [&model] {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row).data(NameRole).toString());
        return all;
    };
    QCOMPARE(names(), (QStringList{u"All hosts"_s, u"here"_s, u"db"_s, u"db1"_s, u"web"_s, u"web1"_s, u"web2"_s}));
    QCOMPARE(model.groupAt(4), u"web"_s);
    QVERIFY(model.groupAt(5).isEmpty() && !model.hostAt(4) && model.hostAt(5) == watches[1].get());
    QVERIFY2(model.index(4).data().toString().contains(u"2 host"), qPrintable(model.index(4).data().toString()));
    watches[3]->setReach(bondwright::host::Reach::Offline);
    QVERIFY2(model.index(4).data().toString().contains(u"1 to look at"), qPrintable(model.index(4).data().toString()));
    shown.setGroup(u"web"_s);
    QCOMPARE(column(shown, Column::Host), (QStringList{u"web1"_s, u"web2"_s}));
    shown.setGroup({});
    QCOMPARE(shown.rowCount(), 4);
    // A host that moves takes the last group with it.
    watches[2]->setGroup({});
    QCOMPARE(names(), (QStringList{u"All hosts"_s, u"here"_s, u"db1"_s, u"web"_s, u"web1"_s, u"web2"_s}));
    model.remove(watches[1].get());
    model.remove(watches[3].get());
    QCOMPARE(names(), (QStringList{u"All hosts"_s, u"here"_s, u"db1"_s}));
}

/// Of a bond the driver tells the speed that it had when it was asked last: none, where that was before the first link.
void TestHostBonds::theSpeedOfTheCarryingSlaves()
{
    FakeKernelSource source;
    kernel::Snapshot snapshot = hostWith(u"bond0"_s, {true, true});
    snapshot.nics[10].speedMbps.reset();
    snapshot.nics[2].speedMbps = 10'000;
    snapshot.nics[3].speedMbps = 1000;
    snapshot.bonds[10].mode = Mode::ActiveBackup;
    snapshot.bonds[10].activeSlave = 2;
    source.setSnapshot(snapshot);
    HostWatch watch(u"srv1"_s, &source);
    QCOMPARE(watch.bonds().first().speedMbps, std::optional(10'000U));
    snapshot.nics[10].speedMbps = 40'000;
    source.setSnapshot(snapshot);
    QCOMPARE(watch.bonds().first().speedMbps, std::optional(40'000U));
}

QTEST_GUILESS_MAIN(TestHostBonds)
#include "tst_hostbonds.moc"
