// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/nicmodel.h"
#include "models/nicpickermodel.h"
#include "modelwatch.h"
#include "snapshots.h"

#include <QMimeData>
#include <QTest>

#include <memory>

using namespace bondwright::models;
using namespace snapshots;

class TestNicModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usage_data();
    void usage();
    void rowIsSpokenOnce();
    void changesArePrecise();
    void renameKeepsTheRow();
    void rowsOutOfRange();
    void speaksTheNewLanguage();
    void manyNics();
    void choosing();
    void moving();
    void draggingARow();
    void editedBondMayKeepItsSlaves();
    void chosenSurvivesDisappearingAndRenaming();
};

void TestNicModel::usage_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("defaultRoute");
    QTest::addColumn<int>("master"); // 0, 20 (bond), 21 (bridge), 99 (unknown)
    QTest::addColumn<QString>("use");
    QTest::addColumn<bool>("selectable");
    const auto row = [](const char *name, const char *kind, const char *address, bool route, int master,
                        const char *use, bool selectable) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QString::fromLatin1(address) << route << master
                            << QString::fromLatin1(use) << selectable;
    };
    row("free", "physical", "", false, 0, "free", true);
    row("veth is as good", "veth", "", false, 0, "free", true);
    row("link-local is no use", "physical", "fe80::1/64", false, 0, "free", true);
    row("address", "physical", "192.0.2.5/24", false, 0, "in-use", true);
    row("default route", "physical", "192.0.2.5/24", true, 0, "in-use", true);
    row("slave", "physical", "", false, 20, "in-use", false);
    row("bridge port", "physical", "", false, 21, "in-use", false);
    row("port of something unseen", "physical", "", false, 99, "in-use", false);
    row("loopback", "loopback", "127.0.0.1/8", false, 0, "not-usable", false);
    row("wireless", "wireless", "", false, 0, "not-usable", false);
    row("vlan", "vlan", "", false, 0, "not-usable", false);
    row("bridge", "bridge", "", false, 0, "not-usable", false);
    row("tunnel", "wireguard", "", false, 0, "not-usable", false);
}

void TestNicModel::usage()
{
    QFETCH(QString, kind);
    QFETCH(QString, address);
    QFETCH(bool, defaultRoute);
    QFETCH(int, master);
    QFETCH(QString, use);
    QFETCH(bool, selectable);
    NicState state = nic(3, QStringLiteral("eth0"), InterfaceKind::fromString(kind));
    if (!address.isEmpty())
        state.addresses = QStringList{address};
    state.carriesDefaultRoute = defaultRoute;
    state.masterIndex = master;
    Snapshot snapshot = withNics({state, nic(20, QStringLiteral("bond0"), InterfaceKind::Bond),
                                  nic(21, QStringLiteral("br0"), InterfaceKind::Bridge)});
    snapshot.bonds.insert(20, {});
    NicModel model;
    model.setSnapshot(snapshot);
    const QModelIndex row = model.nicIndex(QStringLiteral("eth0"));
    QCOMPARE(nicUseName(NicUse(row.data(NicModel::UseRole).toInt())), use);
    QCOMPARE(row.data(NicModel::SelectableRole).toBool(), selectable);
    QCOMPARE(row.data(NicModel::ReasonRole).toString().isEmpty(), use == u"free");
    QVERIFY(!model.nicIndex(QStringLiteral("bond0")).isValid()); // bonds are not NICs
}

void TestNicModel::rowIsSpokenOnce()
{
    kernel::Snapshot snapshot;
    kernel::NicState nic;
    nic.ifindex = 2;
    nic.name = QStringLiteral("eth0");
    nic.adminUp = true;
    snapshot.nics.insert(2, nic);
    NicModel model;
    model.setSnapshot(snapshot);
    const auto said = [&model](int column, int role) { return model.index(0, column).data(role).toString(); };
    const QString use = said(NicModel::Use, Qt::DisplayRole);
    QVERIFY(!use.isEmpty());
    QCOMPARE(said(NicModel::Name, Qt::AccessibleDescriptionRole).count(use), 1);
    for (int column = 1; column < model.columnCount(); ++column)
        QVERIFY(said(column, Qt::AccessibleDescriptionRole).isEmpty());
    QCOMPARE(said(NicModel::Speed, Qt::AccessibleTextRole), QStringLiteral("unknown"));
}

void TestNicModel::changesArePrecise()
{
    NicModel model;
    ModelWatch watch(&model);
    Snapshot snapshot = withNics({nic(2, QStringLiteral("eth0")), nic(3, QStringLiteral("eth1")),
                                  nic(4, QStringLiteral("eth2")), nic(5, QStringLiteral("eth3"))});
    model.setSnapshot(snapshot);
    QCOMPARE(watch.take(), (QList<int>{1, 0, 0}));
    model.setSnapshot(snapshot);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 0}));
    snapshot.nics[4].carrier = false;
    model.setSnapshot(snapshot);
    QCOMPARE(watch.changed.size(), 1);
    QCOMPARE(watch.changed.first().at(0).toModelIndex(), model.index(2, 0));
    QCOMPARE(watch.changed.first().at(1).toModelIndex(), model.index(2, NicModel::ColumnCount - 1));
    watch.take();
    snapshot.nics.remove(3);
    snapshot.nics.insert(9, nic(9, QStringLiteral("eth9")));
    model.setSnapshot(snapshot);
    QCOMPARE(watch.take(), (QList<int>{1, 1, 0}));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.nicIndex(9).row(), 3);
}

void TestNicModel::renameKeepsTheRow()
{
    NicModel model;
    ModelWatch watch(&model);
    Snapshot snapshot = withNics({nic(2, QStringLiteral("eth0")), nic(3, QStringLiteral("eth1"))});
    model.setSnapshot(snapshot);
    const QPersistentModelIndex kept = model.nicIndex(3);
    watch.take();
    snapshot.nics[3].name = QStringLiteral("lan");
    model.setSnapshot(snapshot);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 1}));
    QCOMPARE(kept.data().toString(), QStringLiteral("lan"));
}

void TestNicModel::rowsOutOfRange()
{
    NicModel model;
    model.setSnapshot(withNics({nic(2, QStringLiteral("eth0"))}));
    QVERIFY(!model.index(1, 0).isValid());
    QVERIFY(!model.index(-1, 0).isValid());
    QVERIFY(!model.index(0, NicModel::ColumnCount).isValid());
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!model.data(model.index(0, 0), Qt::UserRole + 99999).isValid());
    QVERIFY(!model.nicIndex(77).isValid());
    QVERIFY(!model.headerData(99, Qt::Horizontal).isValid());
    for (int column = 0; column < NicModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestNicModel::speaksTheNewLanguage()
{
    NicModel model;
    model.setSnapshot(withNics({nic(1, QStringLiteral("lo"), InterfaceKind::Loopback)}));
    ModelWatch watch(&model);
    const Guillemets language;
    QVERIFY(!watch.headers.isEmpty());
    QVERIFY(!watch.changed.isEmpty());
    QVERIFY(model.index(0, NicModel::Use).data().toString().startsWith(u'«'));
    QVERIFY(model.index(0, 0).data(NicModel::ReasonRole).toString().startsWith(u'«'));
    QVERIFY(model.headerData(0, Qt::Horizontal).toString().startsWith(u'«'));
}

void TestNicModel::manyNics()
{
    Snapshot snapshot;
    for (int ifindex = 1; ifindex <= 4096; ++ifindex)
        snapshot.nics.insert(ifindex, nic(ifindex, QStringLiteral("eth%1").arg(ifindex)));
    NicModel model;
    QElapsedTimer timer;
    timer.start();
    model.setSnapshot(snapshot);
    for (int ifindex = 2; ifindex <= 4096; ifindex += 2)
        snapshot.nics[ifindex].carrier = false;
    model.setSnapshot(snapshot);
    // About 10 ms on an ordinary machine: this guards against anything quadratic.
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(model.rowCount(), 4096);
}

void TestNicModel::choosing()
{
    NicModel nics;
    Snapshot snapshot = withNics({nic(1, QStringLiteral("lo"), InterfaceKind::Loopback), nic(2, QStringLiteral("eth0")),
                                  nic(3, QStringLiteral("eth1"))});
    nics.setSnapshot(snapshot);
    NicPickerModel picker(&nics);
    ModelWatch watch(&picker);
    QSignalSpy chosen(&picker, &NicPickerModel::chosenChanged);
    QVERIFY(!picker.setData(picker.index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!(picker.flags(picker.index(0, 0)) & Qt::ItemIsEnabled));
    QVERIFY(picker.setData(picker.index(2, 0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(picker.setData(picker.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(picker.chosen(), (QStringList{QStringLiteral("eth0"), QStringLiteral("eth1")}));
    QCOMPARE(chosen.size(), 2);
    QVERIFY(!picker.setData(picker.index(1, 1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!picker.setData(picker.index(1, 0), QStringLiteral("x"), Qt::EditRole));
    QVERIFY(picker.setData(picker.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(picker.chosen(), QStringList{QStringLiteral("eth1")});
    QCOMPARE(picker.index(2, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestNicModel::moving()
{
    NicModel nics;
    nics.setSnapshot(
        withNics({nic(2, QStringLiteral("eth0")), nic(3, QStringLiteral("eth1")), nic(4, QStringLiteral("eth2"))}));
    NicPickerModel picker(&nics);
    ModelWatch watch(&picker);
    picker.setChosen({QStringLiteral("eth2"), QStringLiteral("eth0")});
    QCOMPARE(picker.index(0, 0).data().toString(), QStringLiteral("eth2"));
    QCOMPARE(picker.index(1, 0).data().toString(), QStringLiteral("eth0"));
    QVERIFY(!picker.moveUp(0));
    QVERIFY(!picker.moveDown(2));
    QVERIFY(!picker.moveDown(-1));
    QVERIFY(!picker.moveUp(99));
    QVERIFY(picker.moveDown(0));
    QCOMPARE(picker.chosen(), (QStringList{QStringLiteral("eth0"), QStringLiteral("eth2")}));
    QVERIFY(picker.moveUp(1));
    QCOMPARE(picker.chosen(), (QStringList{QStringLiteral("eth2"), QStringLiteral("eth0")}));
    QVERIFY(picker.moveUp(2)); // past a row that is not chosen: the order stays
    QCOMPARE(picker.chosen(), (QStringList{QStringLiteral("eth2"), QStringLiteral("eth0")}));
    QCOMPARE(picker.mapFromSource(nics.nicIndex(3)).row(), 1);
    QVERIFY(watch.moved.size() >= 3);
    watch.take();
}

void TestNicModel::draggingARow()
{
    NicModel nics;
    nics.setSnapshot(
        withNics({nic(2, QStringLiteral("eth0")), nic(3, QStringLiteral("eth1")), nic(4, QStringLiteral("eth2"))}));
    NicPickerModel picker(&nics);
    ModelWatch watch(&picker);
    const std::unique_ptr<QMimeData> dragged(picker.mimeData({picker.index(2, 0)}));
    picker.dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {});
    QCOMPARE(picker.index(0, 0).data().toString(), QStringLiteral("eth2"));
    QCOMPARE(picker.rowCount(), 3);
    QMimeData foreign;
    foreign.setText(QStringLiteral("2"));
    picker.dropMimeData(&foreign, Qt::MoveAction, 0, 0, {});
    foreign.setData(picker.mimeTypes().first(), "77");
    picker.dropMimeData(&foreign, Qt::MoveAction, 0, 0, {});
    foreign.setData(picker.mimeTypes().first(), "x");
    picker.dropMimeData(&foreign, Qt::MoveAction, 0, 0, {});
    QCOMPARE(picker.index(0, 0).data().toString(), QStringLiteral("eth2"));
}

void TestNicModel::editedBondMayKeepItsSlaves()
{
    Snapshot snapshot = withNics({nic(2, QStringLiteral("eth0")), nic(3, QStringLiteral("eth1"))});
    addBond(snapshot, 10, QStringLiteral("bond0"), {2});
    addBond(snapshot, 11, QStringLiteral("bond1"), {3});
    NicModel nics;
    nics.setSnapshot(snapshot);
    NicPickerModel picker(&nics);
    ModelWatch watch(&picker);
    QVERIFY(!picker.isSelectable(0));
    picker.setEditedBond(QStringLiteral("bond0"));
    QVERIFY(picker.isSelectable(0));
    QVERIFY(picker.index(0, 0).data(NicModel::SelectableRole).toBool());
    QVERIFY(!picker.isSelectable(1));
    QVERIFY(!picker.isSelectable(2));
}

void TestNicModel::chosenSurvivesDisappearingAndRenaming()
{
    Snapshot snapshot = withNics({nic(2, QStringLiteral("eth0")), nic(3, QStringLiteral("eth1"))});
    NicModel nics;
    nics.setSnapshot(snapshot);
    NicPickerModel picker(&nics);
    ModelWatch watch(&picker);
    picker.setChosen({QStringLiteral("eth1"), QStringLiteral("eth0"), QStringLiteral("gone0")});
    const NicState lost = snapshot.nics.take(3);
    nics.setSnapshot(snapshot);
    QCOMPARE(picker.rowCount(), 1);
    QCOMPARE(picker.chosen(), (QStringList{QStringLiteral("eth1"), QStringLiteral("eth0"), QStringLiteral("gone0")}));
    snapshot.nics.insert(3, lost);
    snapshot.nics[2].name = QStringLiteral("wan");
    nics.setSnapshot(snapshot);
    QCOMPARE(picker.rowCount(), 2);
    QCOMPARE(picker.chosen().at(1), QStringLiteral("wan"));
    watch.take();
}

QTEST_GUILESS_MAIN(TestNicModel)
#include "tst_nicmodel.moc"
