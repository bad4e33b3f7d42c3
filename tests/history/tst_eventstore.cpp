// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/eventstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright::history;
using bondwright::kernel::BondEvent;
using bondwright::kernel::EventKind;

namespace
{

BondEvent made(int number, const QDateTime &when = QDateTime::currentDateTimeUtc())
{
    BondEvent event;
    event.kind = number % 2 ? EventKind::Failover : EventKind::SlaveDown;
    event.monotonicNs = number * 1000;
    event.wallTime = QDateTime::fromMSecsSinceEpoch(when.toMSecsSinceEpoch() + number).toUTC();
    event.bondIndex = 7;
    event.bond = number % 3 ? QStringLiteral("bond0") : QStringLiteral("b'; DROP TABLE events; --");
    event.slave = QStringLiteral("eth1");
    event.from = QStringLiteral("eth0");
    event.to = QStringLiteral("主");
    event.reason = bondwright::kernel::EventReason::CarrierLost;
    return event;
}

QDateTime daysAgo(qint64 days)
{
    return QDateTime::currentDateTimeUtc().addDays(-days);
}

/// How many pages the one open database may have: SQLite answers SQLITE_FULL at this bound as it does on a full disk.
void bound(int pages)
{
    const QStringList connections = QSqlDatabase::connectionNames();
    QCOMPARE(connections.size(), 1);
    QSqlDatabase database = QSqlDatabase::database(connections.first(), false);
    QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)));
}

/// Who may only read, and does not end: as any user of the host can.
class Reader
{
public:
    explicit Reader(const QString &file)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("reader"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        database.setDatabaseName(file);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        m_isReading = query.exec(QStringLiteral("BEGIN")) && query.exec(QStringLiteral("SELECT COUNT(*) FROM events"))
            && query.next();
    }
    ~Reader() { QSqlDatabase::removeDatabase(QStringLiteral("reader")); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    bool isReading() const { return m_isReading; }

private:
    bool m_isReading = false;
};

} // namespace

class TestEventStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void roundTrip();
    void outageIsAddedLater();
    void queries();
    void prunesWhatIsOldOrTooMuch();
    void wrongClockMakesNothingOld_data();
    void wrongClockMakesNothingOld();
    void damagedFileIsMovedAside_data();
    void damagedFileIsMovedAside();
    void fileOfALaterRelease();
    void folderThatCannotBeMade();
    void oneProgramRecords();
    void stormIsWrittenTogether();
    void diskThatIsFull();
    void nothingIsLostToAReader();
    void newestWaitWhileNothingCanBeWritten();
    void opensBesideAReader();
    void fileWithoutTables();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("data/events.sqlite")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEventStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestEventStore::roundTrip()
{
    QList<BondEvent> recorded;
    {
        EventStore store(file());
        QVERIFY(store.open());
        QVERIFY(store.isRecorder());
        for (int number = 1; number <= 6; ++number)
            recorded.append(store.record(made(number)));
        QCOMPARE(recorded.last().id, 6);
        QCOMPARE(*store.events(), recorded); // what waits is read, too
    }
    EventStore again(file());
    QVERIFY(again.open());
    QCOMPARE(*again.events(), recorded);
    QCOMPARE(again.record(made(7)).id, 7);
    QVERIFY(!QFile::exists(file() + QStringLiteral(".damaged")));
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestEventStore::outageIsAddedLater()
{
    EventStore store(file());
    QVERIFY(store.open());
    BondEvent waiting = store.record(made(1));
    waiting.outage = std::chrono::milliseconds(150);
    store.update(waiting); // not yet written
    store.flush();
    BondEvent written = store.record(made(2));
    store.flush();
    written.outage = std::chrono::milliseconds(0);
    store.update(written);
    QCOMPARE(*store.events(), (QList<BondEvent>{waiting, written}));
}

void TestEventStore::queries()
{
    EventStore store(file());
    QVERIFY(store.open());
    const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-3600);
    for (int number = 1; number <= 9; ++number)
        store.record(made(number, start.addSecs(number * 60)));
    EventQuery query;
    query.since = start.addSecs(5 * 60);
    QCOMPARE(store.events(query)->size(), 5);
    query.until = start.addSecs(7 * 60 + 1);
    QCOMPARE(store.events(query)->size(), 3);
    query = {};
    query.bond = QStringLiteral("b'; DROP TABLE events; --");
    QCOMPARE(store.events(query)->size(), 3);
    query = {};
    query.limit = 2;
    QCOMPARE(store.events(query)->size(), 2);
    QCOMPARE(store.events(query)->last().id, 9); // the newest
    query.limit = -1;
    QCOMPARE(store.events(query)->size(), 0);
}

void TestEventStore::prunesWhatIsOldOrTooMuch()
{
    {
        EventStore store(file());
        QVERIFY(store.open());
        store.record(made(1, daysAgo(EventStore::maxAge.count() + 1)));
        store.record(made(2, daysAgo(EventStore::maxAge.count() - 1)));
        for (int number = 0; number < EventStore::recentEvents; ++number)
            store.record(made(number));
    }
    {
        EventStore store(file());
        QVERIFY(store.open());
        QCOMPARE(store.events()->first().id, 2);
        for (int number = 0; number < EventStore::maxEvents + 5000; ++number) {
            store.record(made(number));
            if (number % 10'000 == 0)
                store.flush();
        }
    }
    EventStore store(file());
    QVERIFY(store.open());
    EventQuery all;
    all.limit = EventStore::maxEvents;
    QCOMPARE(store.events(all)->size(), EventStore::maxEvents);
    QCOMPARE(store.events(all)->first().id, EventStore::recentEvents + 5003);
    QVERIFY2(QFileInfo(file()).size() < 64 * 1024 * 1024, qPrintable(QString::number(QFileInfo(file()).size())));
}

void TestEventStore::wrongClockMakesNothingOld_data()
{
    using Batches = QList<std::pair<int, qint64>>; // how many, of how many days ago
    QTest::addColumn<Batches>("batches");
    constexpr int many = EventStore::recentEvents + 10;
    QTest::newRow("ahead at a start") << Batches{{many, 500}};
    QTest::newRow("ahead since some events") << Batches{{many, 500}, {50, 0}};
    QTest::newRow("was ahead once") << Batches{{many, 10}, {50, -500}, {10, 0}};
    QTest::newRow("far behind during a boot") << Batches{{many, 10}, {20, 20'000}};
}

void TestEventStore::wrongClockMakesNothingOld()
{
    using Batches = QList<std::pair<int, qint64>>;
    QFETCH(Batches, batches);
    int recorded = 0;
    {
        EventStore store(file());
        QVERIFY(store.open());
        for (const auto &[count, days] : batches) {
            for (int number = 0; number < count; ++number, ++recorded)
                store.record(made(number, daysAgo(days)));
        }
    }
    EventStore store(file());
    QVERIFY(store.open());
    QCOMPARE(store.events()->size(), recorded);
}

void TestEventStore::damagedFileIsMovedAside_data()
{
    QTest::addColumn<QByteArray>("content"); // empty: the real file with its middle overwritten
    QTest::newRow("text") << QByteArray("this is no database at all, whatever its name says\n").repeated(100);
    QTest::newRow("zeros after the heading") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\0');
    QTest::newRow("overwritten pages") << QByteArray();
}

void TestEventStore::damagedFileIsMovedAside()
{
    QFETCH(QByteArray, content);
    {
        EventStore store(file());
        QVERIFY(store.open());
        for (int number = 0; number < 2000; ++number)
            store.record(made(number));
    }
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    if (content.isEmpty()) {
        QVERIFY(damaged.size() > 64 * 1024);
        QVERIFY(damaged.seek(4096));
        damaged.write(QByteArray(40 * 1024, '\xa5'));
    } else {
        damaged.resize(0);
        damaged.write(content);
    }
    damaged.close();
    EventStore store(file());
    QSignalSpy trouble(&store, &EventStore::troubleOccurred);
    QVERIFY(store.open());
    QCOMPARE(trouble.size(), 1);
    QVERIFY(trouble.first().first().toString().contains(file() + QStringLiteral(".damaged")));
    QVERIFY(QFile::exists(file() + QStringLiteral(".damaged")));
    QCOMPARE(store.events()->size(), 0);
    const BondEvent kept = store.record(made(1));
    QCOMPARE(*store.events(), QList<BondEvent>{kept});
}

void TestEventStore::fileOfALaterRelease()
{
    {
        EventStore store(file());
        QVERIFY(store.open());
        store.record(made(1));
    }
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("later"));
        database.setDatabaseName(file());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 99")));
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("later"));
    EventStore store(file());
    const auto opened = store.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QStringLiteral("events.newer"));
    QVERIFY(!store.isOpen());
    QVERIFY(!QFile::exists(file() + QStringLiteral(".damaged"))); // not ours to move
    QVERIFY(!store.events());
    store.record(made(2)); // harmless
}

void TestEventStore::folderThatCannotBeMade()
{
    QFile inTheWay(m_folder->filePath(QStringLiteral("data")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    EventStore store(file());
    const auto opened = store.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QStringLiteral("events.folder"));
}

void TestEventStore::oneProgramRecords()
{
    auto first = std::make_unique<EventStore>(file());
    QVERIFY(first->open());
    EventStore second(file());
    QVERIFY(second.open());
    QVERIFY(first->isRecorder());
    QVERIFY(!second.isRecorder());
    BondEvent seen = second.record(made(1)); // the first one sees the same event
    first->record(made(1));
    first->flush();
    seen.outage = std::chrono::milliseconds(5);
    second.update(seen);
    second.flush();
    QCOMPARE(second.events()->size(), 1);
    QVERIFY(!second.events()->first().outage);
    first.reset();
    QVERIFY(second.isRecorder()); // takes over
    QCOMPARE(second.record(made(2)).id, 2);
    QCOMPARE(second.events()->size(), 2);
}

void TestEventStore::stormIsWrittenTogether()
{
    EventStore store(file());
    QVERIFY(store.open());
    for (int number = 0; number < 10'000; ++number)
        store.record(made(number));
    QVERIFY(readEvents(file(), {})->isEmpty()); // nothing is written yet
    EventQuery all;
    all.limit = EventStore::maxEvents;
    QCOMPARE(store.events(all)->size(), 10'000);
}

void TestEventStore::diskThatIsFull()
{
    EventStore store(file());
    QVERIFY(store.open());
    store.record(made(1));
    store.flush();
    bound(1);
    QSignalSpy trouble(&store, &EventStore::troubleOccurred);
    for (int round = 0; round < 3; ++round) {
        for (int number = 0; number < 2000; ++number)
            store.record(made(number));
        store.flush();
    }
    QCOMPARE(trouble.size(), 1); // said once
    QCOMPARE(store.events()->size(), 1); // and what was there is still there
    bound(100'000);
    QTRY_COMPARE_WITH_TIMEOUT(readEvents(file(), {})->size(), 6001, 30'000); // by itself
}

void TestEventStore::nothingIsLostToAReader()
{
    EventStore store(file(), nullptr, EventStore::Readers::Everybody);
    QVERIFY(store.open());
    store.record(made(1));
    store.flush();
    QCOMPARE(QFile::permissions(file()) & QFile::ReadOther, QFile::ReadOther);
    QCOMPARE(QFile::permissions(file() + QStringLiteral(".lock")) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    auto reader = std::make_unique<Reader>(file());
    QVERIFY(reader->isReading());
    BondEvent waiting = store.record(made(2));
    QElapsedTimer time;
    time.start();
    store.flush();
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed()))); // events are taken in by this thread
    waiting.outage = std::chrono::milliseconds(150);
    store.update(waiting);
    const BondEvent last = store.record(made(3));
    reader.reset();
    QTRY_COMPARE(readEvents(file(), {})->size(), 3);
    QCOMPARE(store.events()->mid(1), (QList<BondEvent>{waiting, last}));
}

void TestEventStore::newestWaitWhileNothingCanBeWritten()
{
    EventStore store(file());
    QVERIFY(store.open());
    bound(1);
    for (int number = 0; number < EventStore::maxWaiting + 10; ++number)
        store.record(made(number));
    store.flush();
    const BondEvent last = store.record(made(0));
    bound(100'000);
    EventQuery all;
    all.limit = EventStore::maxEvents;
    const auto events = store.events(all);
    QCOMPARE(events->size(), EventStore::maxWaiting);
    QCOMPARE(events->last(), last);
}

/// bondwright-watch would not start.
void TestEventStore::opensBesideAReader()
{
    {
        EventStore store(file(), nullptr, EventStore::Readers::Everybody);
        QVERIFY(store.open());
        for (int number = 0; number <= EventStore::maxEvents; ++number) { // one too many
            store.record(made(number));
            if (number % 10'000 == 0)
                store.flush();
        }
    }
    auto reader = std::make_unique<Reader>(file());
    QVERIFY(reader->isReading());
    EventStore store(file(), nullptr, EventStore::Readers::Everybody);
    const auto opened = store.open();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    const BondEvent recorded = store.record(made(3));
    reader.reset();
    EventQuery all;
    all.limit = EventStore::maxEvents;
    QCOMPARE(store.events(all)->last(), recorded);
    QCOMPARE(store.events(all)->first().id, 3); // it was pruned since
}

/// What a writer leaves that found no room for its tables: nothing has happened yet, which is no error.
void TestEventStore::fileWithoutTables()
{
    const QString name = m_folder->filePath(QStringLiteral("events.sqlite"));
    QFile empty(name);
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    const auto events = readEvents(name, {});
    QVERIFY2(events, events ? "" : qPrintable(events.error().message));
    QVERIFY(events->isEmpty());
}

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
