// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/eventdatabase.h"

#include "domain/errorcode.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace bondwright::history
{

using kernel::BondEvent;

namespace
{

constexpr int schemaVersion = 1;

bool isDamage(const QSqlError &error)
{
    // SQLITE_CORRUPT and SQLITE_NOTADB, extended codes included.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == 11 || code == 26;
}

tl::unexpected<Error> sqlError(const QSqlError &error)
{
    return fail(isDamage(error) ? errorcode::eventsDamaged : QStringLiteral("events.open"),
                //: @error %1 is the database's own text
                QCoreApplication::translate("bondwright::history", "The event database cannot be used: %1.")
                    .arg(error.databaseText().isEmpty() ? error.text() : error.databaseText()));
}

BondEvent fromRow(const QSqlQuery &row)
{
    BondEvent event;
    event.id = row.value(0).toLongLong();
    event.wallTime = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong()).toUTC();
    event.monotonicNs = row.value(2).toLongLong();
    event.kind = kernel::eventKindFromName(row.value(3).toString()).value_or(kernel::EventKind::EventsLost);
    event.bondIndex = row.value(4).toInt();
    event.bond = row.value(5).toString();
    event.slaveIndex = row.value(6).toInt();
    event.slave = row.value(7).toString();
    event.from = row.value(8).toString();
    event.to = row.value(9).toString();
    event.option = row.value(10).toString();
    event.reason = kernel::eventReasonFromName(row.value(11).toString());
    if (!row.value(12).isNull())
        event.outage = std::chrono::milliseconds(row.value(12).toLongLong());
    return event;
}

} // namespace

EventDatabase::EventDatabase()
    : m_connection(QUuid::createUuid().toString())
{
}

EventDatabase::~EventDatabase()
{
    close();
}

void EventDatabase::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> EventDatabase::open(const QString &file, Access access)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(file);
    const QString readOnly = access == Access::ReadOnly ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString();
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000") + readOnly);
    if (!m_database.open())
        return sqlError(m_database.lastError());
    const Result<int> version = checkTables();
    if (!version)
        return tl::unexpected(version.error());
    return access == Access::ReadOnly ? Result<void>() : prepareTables(access, *version);
}

void EventDatabase::setPatience(std::chrono::milliseconds patience)
{
    (void)execute(QStringLiteral("PRAGMA busy_timeout = %1").arg(patience.count()));
}

Result<void> EventDatabase::execute(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return sqlError(query.lastError());
    return {};
}

Result<int> EventDatabase::checkTables()
{
    QSqlQuery check(m_database);
    if (!check.exec(QStringLiteral("PRAGMA quick_check(1)")) || !check.next())
        return sqlError(check.lastError());
    if (check.value(0).toString() != u"ok")
        return fail(errorcode::eventsDamaged, check.value(0).toString());
    check.finish();
    if (!check.exec(QStringLiteral("PRAGMA user_version")) || !check.next())
        return sqlError(check.lastError());
    const int version = check.value(0).toInt();
    check.finish();
    if (version > schemaVersion)
        return fail(QStringLiteral("events.newer"),
                    //: @error
                    QCoreApplication::translate("bondwright::history",
                                                "The event database was made by a later release of Bondwright."));
    return version;
}

Result<void> EventDatabase::prepareTables(Access access, int version)
{
    // Readers of a write-ahead log must be able to write beside the file; those of a rollback journal need not.
    const QString journal = access == Access::Public ? QStringLiteral("TRUNCATE") : QStringLiteral("WAL");
    QStringList statements{QStringLiteral("PRAGMA journal_mode = ") + journal,
                           QStringLiteral("PRAGMA synchronous = NORMAL"),
                           QStringLiteral("PRAGMA journal_size_limit = 1048576")};
    // Nothing is written where all is there: who reads at this moment would forbid it.
    if (version < schemaVersion)
        statements
            += {QStringLiteral("CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, wall_ms INTEGER NOT NULL, "
                               "monotonic_ns INTEGER NOT NULL, kind TEXT NOT NULL, bond_index INTEGER NOT NULL, "
                               "bond TEXT NOT NULL, slave_index INTEGER NOT NULL, slave TEXT NOT NULL, "
                               "from_value TEXT NOT NULL, to_value TEXT NOT NULL, option TEXT NOT NULL, "
                               "reason TEXT NOT NULL, outage_ms INTEGER)"),
                QStringLiteral("CREATE INDEX IF NOT EXISTS events_by_time ON events (wall_ms)"),
                QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)};
    for (const QString &statement : std::as_const(statements)) {
        if (const Result<void> done = execute(statement); !done)
            return done;
    }
    return {};
}

Result<qint64> EventDatabase::lastId()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM events")) || !query.next())
        return sqlError(query.lastError());
    return query.value(0).toLongLong();
}

Result<void> EventDatabase::write(const QList<BondEvent> &events)
{
    if (!m_database.transaction())
        return sqlError(m_database.lastError());
    QSqlQuery query(m_database);
    bool isGood
        = query.prepare(QStringLiteral("INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    // A null string would be NULL, which the columns do not take.
    const auto text = [](const QString &value) { return value.isNull() ? QStringLiteral("") : value; };
    for (const BondEvent &event : events) {
        query.addBindValue(event.id);
        query.addBindValue(event.wallTime.toMSecsSinceEpoch());
        query.addBindValue(event.monotonicNs);
        query.addBindValue(kernel::eventKindName(event.kind));
        query.addBindValue(event.bondIndex);
        query.addBindValue(text(event.bond));
        query.addBindValue(event.slaveIndex);
        query.addBindValue(text(event.slave));
        query.addBindValue(text(event.from));
        query.addBindValue(text(event.to));
        query.addBindValue(text(event.option));
        query.addBindValue(text(kernel::eventReasonName(event.reason)));
        query.addBindValue(event.outage ? QVariant(qint64(event.outage->count())) : QVariant());
        isGood = isGood && query.exec();
    }
    if (isGood && m_database.commit())
        return {};
    const QSqlError error = query.lastError().isValid() ? query.lastError() : m_database.lastError();
    m_database.rollback();
    return sqlError(error);
}

Result<QList<BondEvent>> EventDatabase::read(const EventQuery &wanted)
{
    QSqlQuery query(m_database);
    // Its writer has made the file, but on a full disk no table yet.
    if (!query.exec(QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'events'")))
        return sqlError(query.lastError());
    if (!query.next())
        return QList<BondEvent>();
    query.finish();
    query.setForwardOnly(true);
    if (!query.prepare(QStringLiteral(
            "SELECT id, wall_ms, monotonic_ns, kind, bond_index, bond, slave_index, slave, from_value, to_value, "
            "option, reason, outage_ms FROM events WHERE wall_ms >= ? AND wall_ms <= ? AND (? = '' OR bond = ?) "
            "ORDER BY id DESC LIMIT ?")))
        return sqlError(query.lastError());
    const QString bond = wanted.bond.isNull() ? QStringLiteral("") : wanted.bond;
    query.addBindValue(wanted.since.isValid() ? wanted.since.toMSecsSinceEpoch() : qint64(0));
    query.addBindValue(wanted.until.isValid() ? wanted.until.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max());
    query.addBindValue(bond);
    query.addBindValue(bond);
    query.addBindValue(std::clamp(wanted.limit, 0, EventStore::maxEvents));
    if (!query.exec())
        return sqlError(query.lastError());
    QList<BondEvent> events;
    while (query.next())
        events.append(fromRow(query));
    if (query.lastError().isValid())
        return sqlError(query.lastError());
    std::reverse(events.begin(), events.end());
    return events;
}

Result<void> EventDatabase::prune(const QDateTime &now)
{
    // A clock that is wrong, now or when events were recorded, must not make a history old: what is recent is what came
    // last, and it says how late it is unless the clock says less.
    const QString aged
        = QStringLiteral("WITH recent AS (SELECT id, wall_ms FROM events ORDER BY id DESC LIMIT 1 OFFSET %1) "
                         "DELETE FROM events WHERE id < (SELECT id FROM recent) "
                         "AND wall_ms < MIN(%2, (SELECT wall_ms FROM recent)) - %3")
              .arg(EventStore::recentEvents - 1)
              .arg(now.toMSecsSinceEpoch())
              .arg(std::chrono::milliseconds(EventStore::maxAge).count());
    if (const Result<void> done = execute(aged); !done)
        return done;
    return execute(QStringLiteral("DELETE FROM events WHERE id <= (SELECT id FROM events ORDER BY id DESC "
                                  "LIMIT 1 OFFSET %1)")
                       .arg(EventStore::maxEvents));
}

} // namespace bondwright::history
