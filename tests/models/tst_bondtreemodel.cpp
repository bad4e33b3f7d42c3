// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakekernelsource.h"
#include "kernel/kernelsource.h"
#include "models/bondtreemodel.h"
#include "models/stateshape.h"
#include "modelwatch.h"
#include "snapshots.h"

#include <QTest>

using namespace bondwright::models;
using namespace snapshots;

namespace
{

Snapshot twoBonds()
{
    Snapshot snapshot = withNics({nic(2, QStringLiteral("eth0")), nic(3, QStringLiteral("eth1")),
                                  nic(4, QStringLiteral("eth2")), nic(5, QStringLiteral("eth3"))});
    addBond(snapshot, 10, QStringLiteral("bond0"), {2, 3});
    addBond(snapshot, 11, QStringLiteral("bond1"), {4, 5});
    return snapshot;
}

} // namespace

class TestBondTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tree();
    void cablePulled();
    void slavesComeAndGo();
    void bondsComeAndGo();
    void rates();
    void slaveStates_data();
    void slaveStates();
    void followsASource();
    void outOfRange();
    void speaksTheNewLanguage();
};

/// Invalid where there is none.
static QModelIndex slaveIndex(const BondTreeModel &model, int bond, int slave)
{
    const QModelIndex parent = model.bondIndex(bond);
    for (int row = 0; parent.isValid() && row < model.rowCount(parent); ++row) {
        if (const QModelIndex index = model.index(row, 0, parent); index.data(IfindexRole).toInt() == slave)
            return index;
    }
    return {};
}

void TestBondTreeModel::tree()
{
    BondTreeModel model;
    ModelWatch watch(&model);
    model.setSnapshot(twoBonds());
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex bond = model.bondIndex(10);
    QCOMPARE(bond.data().toString(), QStringLiteral("bond0"));
    QVERIFY(bond.data(BondTreeModel::IsBondRole).toBool());
    QCOMPARE(bond.data(ShapeRole).value<StateShape>(), StateShape::Ok);
    QCOMPARE(model.rowCount(bond), 2);
    const QModelIndex slave = slaveIndex(model, 10, 3);
    QCOMPARE(slave.data().toString(), QStringLiteral("eth1"));
    QCOMPARE(model.parent(slave), bond);
    QCOMPARE(model.rowCount(slave), 0);
    QCOMPARE(model.rowCount(bond.siblingAtColumn(1)), 0); // branches hang on the first column
    // A state has an icon and a word.
    for (const QModelIndex &row : {bond, slave, slaveIndex(model, 10, 2)}) {
        QVERIFY(row.data(ShapeRole).isValid());
        QVERIFY(!row.siblingAtColumn(BondTreeModel::State).data().toString().isEmpty());
    }
}

void TestBondTreeModel::cablePulled()
{
    BondTreeModel model;
    ModelWatch watch(&model);
    Snapshot snapshot = twoBonds();
    model.setSnapshot(snapshot);
    const QPersistentModelIndex slave = slaveIndex(model, 10, 2);
    watch.take();
    snapshot.nics[2].carrier = false;
    BondState &bond = snapshot.bonds[10];
    bond.slaves[0].mii = MiiStatus::Down;
    bond.slaves[0].active = false;
    bond.slaves[0].linkFailures = 1;
    bond.slaves[1].active = true;
    bond.activeSlave = 3;
    model.setSnapshot(snapshot);
    // Both slaves of bond0 as one run, and bond0; bond1 keeps still.
    QCOMPARE(watch.take(), (QList<int>{0, 0, 2}));
    QCOMPARE(slave.data(ShapeRole).value<StateShape>(), StateShape::Down);
    QCOMPARE(slave.sibling(slave.row(), BondTreeModel::Failures).data().toInt(), 1);
    QCOMPARE(slaveIndex(model, 10, 3).data(ShapeRole).value<StateShape>(), StateShape::Active);
    QVERIFY(model.bondIndex(10).data(Qt::ToolTipRole).toString().contains(QStringLiteral("eth0")));
    model.setSnapshot(snapshot);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 0}));
}

void TestBondTreeModel::slavesComeAndGo()
{
    BondTreeModel model;
    ModelWatch watch(&model);
    Snapshot snapshot = twoBonds();
    model.setSnapshot(snapshot);
    const QPersistentModelIndex kept = slaveIndex(model, 10, 3);
    watch.take();
    snapshot.bonds[10].slaves.removeFirst();
    model.setSnapshot(snapshot);
    QCOMPARE(watch.removed.size(), 1);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 0);
    QCOMPARE(kept.data().toString(), QStringLiteral("eth1"));
    SlaveState added;
    added.ifindex = 4;
    added.name = QStringLiteral("eth2");
    snapshot.bonds[10].slaves.append(added);
    model.setSnapshot(snapshot);
    QCOMPARE(model.rowCount(model.bondIndex(10)), 2);
    // Renamed: the same row.
    snapshot.bonds[10].slaves[0].name = QStringLiteral("uplink");
    watch.take();
    model.setSnapshot(snapshot);
    QCOMPARE(kept.data().toString(), QStringLiteral("uplink"));
    QVERIFY(watch.inserted.isEmpty() && watch.removed.isEmpty());
    watch.take();
}

void TestBondTreeModel::bondsComeAndGo()
{
    BondTreeModel model;
    ModelWatch watch(&model);
    Snapshot snapshot = twoBonds();
    model.setSnapshot(snapshot);
    const QPersistentModelIndex slaveOfSecond = slaveIndex(model, 11, 5);
    const BondState first = snapshot.bonds.take(10);
    model.setSnapshot(snapshot);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(slaveOfSecond.isValid());
    QCOMPARE(slaveOfSecond.parent(), model.bondIndex(11));
    QVERIFY(!model.bondIndex(10).isValid());
    // Deleted and made anew under the same name: another interface.
    BondState again = first;
    again.ifindex = 42;
    snapshot.bonds.insert(42, again);
    model.setSnapshot(snapshot);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.bondIndex(42).data().toString(), QStringLiteral("bond0"));
    model.setSnapshot({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!slaveOfSecond.isValid());
    watch.take();
}

void TestBondTreeModel::rates()
{
    BondTreeModel model;
    ModelWatch watch(&model);
    model.setSnapshot(twoBonds());
    watch.take();
    const auto sample = [](qint64 seconds, quint64 bytes) {
        Counters counters;
        counters.ifindex = 3;
        counters.rxBytes = bytes;
        Counters gone;
        gone.ifindex = 77;
        return CounterSample{seconds * 1'000'000'000, {counters, gone}};
    };
    model.addSample(sample(1, 1000));
    QCOMPARE(watch.take(), (QList<int>{0, 0, 0})); // one sample is no rate
    QVERIFY(!slaveIndex(model, 10, 3).siblingAtColumn(BondTreeModel::Receive).data(SortRole).isValid());
    model.addSample(sample(2, 126'000));
    QCOMPARE(watch.changed.size(), 1);
    QCOMPARE(watch.changed.first().at(0).toModelIndex(),
             slaveIndex(model, 10, 3).siblingAtColumn(BondTreeModel::Receive));
    QCOMPARE(slaveIndex(model, 10, 3).siblingAtColumn(BondTreeModel::Receive).data(SortRole).toDouble(), 125'000.0);
    QCOMPARE(slaveIndex(model, 10, 3).siblingAtColumn(BondTreeModel::Receive).data().toString(),
             QStringLiteral("1.00 Mbit/s"));
    watch.take();
    model.addSample(sample(3, 251'000)); // the same rate: nothing to repaint
    QCOMPARE(watch.take(), (QList<int>{0, 0, 0}));
}

void TestBondTreeModel::slaveStates_data()
{
    QTest::addColumn<int>("mii");
    QTest::addColumn<bool>("carrier");
    QTest::addColumn<bool>("active");
    QTest::addColumn<QString>("text");
    QTest::addColumn<StateShape>("shape");
    const auto row = [](const char *text, MiiStatus mii, bool carrier, bool active, StateShape shape) {
        QTest::newRow(text) << int(mii) << carrier << active << QString::fromLatin1(text) << shape;
    };
    row("active", MiiStatus::Up, true, true, StateShape::Active);
    row("standby", MiiStatus::Up, true, false, StateShape::Standby);
    row("going down", MiiStatus::GoingDown, false, true, StateShape::Changing);
    row("going back", MiiStatus::GoingBack, true, false, StateShape::Changing);
    row("link down", MiiStatus::Down, false, false, StateShape::Down);
    row("down", MiiStatus::Down, true, false, StateShape::Down); // ARP monitoring
    row("not known", MiiStatus::Unknown, true, false, StateShape::Unknown);
}

void TestBondTreeModel::slaveStates()
{
    QFETCH(int, mii);
    QFETCH(bool, carrier);
    QFETCH(bool, active);
    QFETCH(QString, text);
    QFETCH(StateShape, shape);
    Snapshot snapshot = twoBonds();
    snapshot.nics[2].carrier = carrier;
    snapshot.bonds[10].slaves[0].mii = MiiStatus(mii);
    snapshot.bonds[10].slaves[0].active = active;
    snapshot.bonds[10].activeSlave = active ? std::optional<int>(2) : std::nullopt;
    BondTreeModel model;
    model.setSnapshot(snapshot);
    const QModelIndex slave = slaveIndex(model, 10, 2);
    QCOMPARE(slave.siblingAtColumn(BondTreeModel::State).data().toString(), text);
    QCOMPARE(slave.data(ShapeRole).value<StateShape>(), shape);
    QCOMPARE(slave.data(BondTreeModel::CanBeMadeActiveRole).toBool(), text == u"standby");
    // Where all send, one still is the active one.
    snapshot.bonds[10].mode = Mode::BalanceAlb;
    snapshot.bonds[10].activeSlave = 3;
    model.setSnapshot(snapshot);
    const bool isWell = MiiStatus(mii) == MiiStatus::Up;
    QCOMPARE(slaveIndex(model, 10, 2).data(BondTreeModel::CanBeMadeActiveRole).toBool(), isWell);
    QVERIFY(!slaveIndex(model, 10, 3).data(BondTreeModel::CanBeMadeActiveRole).toBool());
    snapshot.bonds[10].mode = Mode::Ieee8023ad;
    model.setSnapshot(snapshot);
    QVERIFY(!slaveIndex(model, 10, 2).data(BondTreeModel::CanBeMadeActiveRole).toBool());
}

void TestBondTreeModel::followsASource()
{
    BondTreeModel model;
    ModelWatch watch(&model);
    {
        FakeKernelSource source;
        source.setSnapshot(twoBonds());
        model.follow(&source);
        QCOMPARE(model.rowCount(), 2);
        source.setSnapshot({});
        QCOMPARE(model.rowCount(), 0);
        source.setSnapshot(twoBonds());
        FakeKernelSource other;
        model.follow(&other);
        QCOMPARE(model.rowCount(), 0);
        source.setSnapshot(twoBonds()); // no longer followed
        QCOMPARE(model.rowCount(), 0);
        model.follow(&source);
    }
    QCOMPARE(model.rowCount(), 2); // the last state stays when the source goes
    model.follow(nullptr);
    QCOMPARE(model.rowCount(), 0);
    watch.take();
}

void TestBondTreeModel::outOfRange()
{
    BondTreeModel model;
    model.setSnapshot(twoBonds());
    QVERIFY(!model.index(2, 0).isValid());
    QVERIFY(!model.index(0, BondTreeModel::ColumnCount).isValid());
    QVERIFY(!model.index(2, 0, model.bondIndex(10)).isValid());
    QVERIFY(!model.index(0, 0, slaveIndex(model, 10, 2)).isValid());
    QVERIFY(!slaveIndex(model, 10, 4).isValid());
    QVERIFY(!slaveIndex(model, 99, 4).isValid());
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!model.parent({}).isValid());
}

void TestBondTreeModel::speaksTheNewLanguage()
{
    BondTreeModel model;
    model.setSnapshot(twoBonds());
    ModelWatch watch(&model);
    const Guillemets language;
    QVERIFY(!watch.changed.isEmpty() && !watch.headers.isEmpty());
    QVERIFY(model.bondIndex(10).siblingAtColumn(BondTreeModel::State).data().toString().startsWith(u'«'));
    QVERIFY(model.bondIndex(10).data(Qt::ToolTipRole).toString().contains(u'«'));
    QVERIFY(slaveIndex(model, 10, 2).siblingAtColumn(BondTreeModel::State).data().toString().startsWith(u'«'));
}

QTEST_GUILESS_MAIN(TestBondTreeModel)
#include "tst_bondtreemodel.moc"
