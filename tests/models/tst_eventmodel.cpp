// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/eventfiltermodel.h"
#include "models/eventmodel.h"
#include "modelwatch.h"

#include <QTest>

using namespace bondwright::kernel;
using namespace bondwright::models;

namespace
{

BondEvent made(qint64 id, EventKind kind = EventKind::Failover, const QString &bond = QStringLiteral("bond0"))
{
    BondEvent event;
    event.id = id;
    event.kind = kind;
    event.bond = bond;
    event.slave = QStringLiteral("eth1");
    event.from = QStringLiteral("eth0");
    event.to = QStringLiteral("eth1");
    event.wallTime = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + id).toUTC();
    return event;
}

QList<BondEvent> events(qint64 first, qint64 last)
{
    QList<BondEvent> all;
    for (qint64 id = first; id <= last; ++id)
        all.append(made(id));
    return all;
}

} // namespace

class TestEventModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysBounded();
    void earlierEventsAreLetInWhileThereIsRoom();
    void outageComesLater();
    void texts();
    void filters();
    void speaksTheNewLanguage();
};

void TestEventModel::staysBounded()
{
    EventModel model(nullptr, 100);
    ModelWatch watch(&model);
    model.append(events(1, 80));
    QCOMPARE(watch.take(), (QList<int>{1, 0, 0}));
    model.append(events(81, 130));
    QCOMPARE(watch.take(), (QList<int>{1, 1, 0}));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.eventAt(0).id, 31);
    QCOMPARE(model.eventAt(99).id, 130);
    model.append(events(200, 500)); // more than there is room for at once
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.eventAt(0).id, 401);
    model.append(QList<BondEvent>());
    watch.take();
    model.clear();
    QCOMPARE(watch.take(), (QList<int>{0, 1, 0}));
    QCOMPARE(model.rowCount(), 0);
    model.clear();
}

void TestEventModel::earlierEventsAreLetInWhileThereIsRoom()
{
    EventModel model(nullptr, 10);
    ModelWatch watch(&model);
    model.append(events(20, 25));
    model.prepend(events(1, 9));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.eventAt(0).id, 6); // the newest of the earlier ones
    QCOMPARE(model.eventAt(4).id, 20);
    model.prepend(events(1, 2));
    QCOMPARE(model.rowCount(), 10);
    watch.take();
}

void TestEventModel::outageComesLater()
{
    EventModel model;
    ModelWatch watch(&model);
    model.append(events(1, 3));
    watch.take();
    BondEvent measured = made(2);
    measured.outage = std::chrono::milliseconds(137);
    model.update(measured);
    QCOMPARE(watch.take(), (QList<int>{0, 0, 1}));
    const QModelIndex cell = model.index(1, EventModel::Outage);
    QCOMPARE(cell.data(SortRole).toLongLong(), 137);
    QVERIFY(cell.data().toString().contains(QStringLiteral("137")));
    QVERIFY(!model.index(0, EventModel::Outage).data(SortRole).isValid());
    model.update(measured); // the same again
    model.update(made(77)); // not there
    QCOMPARE(watch.take(), (QList<int>{0, 0, 0}));
}

void TestEventModel::texts()
{
    EventModel model;
    model.append(made(1));
    const QModelIndex row = model.index(0, EventModel::What);
    QCOMPARE(row.data().toString(), eventText(made(1)));
    QVERIFY(row.data().toString().contains(QStringLiteral("eth0")));
    // Severity is an icon at the time, and the text says what it was: never colour alone.
    QVERIFY(model.index(0, EventModel::Time).data(ShapeRole).isValid());
    QVERIFY(!model.index(0, EventModel::Time).data().toString().isEmpty());
    QVERIFY(!model.index(1, 0).isValid());
    QVERIFY(!model.data(QModelIndex(), Qt::DisplayRole).isValid());
}

void TestEventModel::filters()
{
    EventModel model;
    model.append({made(1), made(2, EventKind::SlaveUp), made(3, EventKind::BondDown),
                  made(4, EventKind::Failover, QStringLiteral("bond1"))});
    EventFilterModel filter;
    ModelWatch watch(&filter);
    filter.setSourceModel(&model);
    QCOMPARE(filter.rowCount(), 4);
    filter.setBond(QStringLiteral("bond0"));
    QCOMPARE(filter.rowCount(), 3);
    filter.setMinimumSeverity(EventSeverity::Warning);
    QCOMPARE(filter.rowCount(), 2);
    filter.setKinds({EventKind::BondDown});
    QCOMPARE(filter.rowCount(), 1);
    filter.setKinds({});
    filter.setBond({});
    filter.setMinimumSeverity(EventSeverity::Info);
    filter.setText(QStringLiteral("BOND1"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setText({});
    filter.sort(EventModel::Time, Qt::DescendingOrder);
    QCOMPARE(filter.index(0, 0).data(EventModel::WallTimeRole).toDateTime(), made(4).wallTime);
    model.append(made(9));
    QCOMPARE(filter.index(0, 0).data(EventModel::WallTimeRole).toDateTime(), made(9).wallTime);
}

void TestEventModel::speaksTheNewLanguage()
{
    EventModel model;
    model.append(made(1));
    ModelWatch watch(&model);
    const Guillemets language;
    QVERIFY(!watch.changed.isEmpty() && !watch.headers.isEmpty());
    QVERIFY(model.index(0, EventModel::What).data().toString().contains(u'«'));
}

QTEST_GUILESS_MAIN(TestEventModel)
#include "tst_eventmodel.moc"
