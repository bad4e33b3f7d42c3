// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "history/eventstore.h"

#include <QSqlDatabase>

#include <chrono>

namespace bondwright::history
{

/// The SQLite file behind an EventStore: one table, its version, and the SQL.
class EventDatabase
{
public:
    EventDatabase();
    ~EventDatabase();
    EventDatabase(const EventDatabase &) = delete;
    EventDatabase &operator=(const EventDatabase &) = delete;

    enum class Access : quint8 {
        Own, ///< one user's: programs that read while one writes
        Public, ///< written by one program, read by every user of the host, who cannot write beside it
        ReadOnly,
    };
    /// Errors: "events.damaged", "events.newer", "events.open".
    Result<void> open(const QString &file, Access access = Access::Own);
    void close();
    bool isOpen() const { return m_database.isOpen(); }
    /// How long each call waits while others have the file. After open(): 2 s.
    void setPatience(std::chrono::milliseconds patience);

    Result<qint64> lastId();
    /// Inserts or replaces by id, in one transaction.
    Result<void> write(const QList<kernel::BondEvent> &events);
    Result<QList<kernel::BondEvent>> read(const EventQuery &query);
    Result<void> prune(const QDateTime &now);

private:
    Result<void> execute(const QString &statement);
    Result<int> checkTables();
    Result<void> prepareTables(Access access, int version);

    QString m_connection;
    QSqlDatabase m_database;
};

} // namespace bondwright::history
