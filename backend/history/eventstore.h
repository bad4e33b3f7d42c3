// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "kernel/event.h"

#include <QDateTime>
#include <QList>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace bondwright::history
{

class EventDatabase;

/// Which events to read.
struct EventQuery {
    QDateTime since; ///< invalid: from the beginning
    QDateTime until; ///< invalid: up to now
    QString bond; ///< empty: all
    int limit = 10'000; ///< the newest ones
};

/// Keeps events in the user's data folder. Several programs may read; one of them records (the first, as long
/// as it runs), so that no event is there twice. Bounded: 25,000 events, beyond the newest 5,000 of them 400 days: a few
/// megabytes that are looked through for damage at every start.
class EventStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxEvents = 25'000;
    static constexpr std::chrono::days maxAge{400};
    static constexpr int recentEvents = 5000; ///< the newest ones, which stay however old they seem
    static constexpr qsizetype maxWaiting = 20'000; ///< to be written; the newest ones

    enum class Readers : quint8 { Owner, Everybody };

    /// /bondwright/events.sqlite
    static QString defaultFile();
    explicit EventStore(const QString &file = defaultFile(), QObject *parent = nullptr,
                        Readers readers = Readers::Owner);
    ~EventStore() override;

    /// Opens or makes the database and prunes it. A damaged one is moved aside and a new one made: that is
    /// said through troubleOccurred(), and is no error. Errors: "events.folder",
    /// "events.open", "events.newer" (made by a later release).
    Result<void> open();
    bool isOpen() const;
    /// Whether this program is the one that records; tries to become it.
    bool isRecorder();

    /// Gives the event its id and writes it soon, together with others. An event of a program that is not the
    /// recorder gets an id too, and is not written.
    kernel::BondEvent record(kernel::BondEvent event);
    /// Writes a recorded event anew, e.g. once its outage is known.
    void update(const kernel::BondEvent &event);
    /// Writes what is waiting, now. What cannot be written (a full disk, a reader that does not end) goes on waiting, and
    /// is tried again less and less often, each minute at last.
    void flush();
    /// Oldest first, what is waiting included if it can be written.
    Result<QList<kernel::BondEvent>> events(const EventQuery &query = {});

Q_SIGNALS:
    void troubleOccurred(const QString &message); ///< translated

private:
    Result<void> openDatabase();
    Result<void> prune();
    void wait(const kernel::BondEvent &event);
    void reportOnce(const Error &error);

    QString m_file;
    Readers m_readers;
    std::unique_ptr<EventDatabase> m_database;
    std::unique_ptr<QLockFile> m_lock;
    QList<kernel::BondEvent> m_waiting; ///< new and changed
    QTimer m_flushSoon;
    std::chrono::milliseconds m_pause; ///< until what is waiting is written
    qint64 m_lastId = 0;
    qint64 m_lastForeignId = 0; ///< up to this one, ids in the database are not this program's
    int m_sincePrune = 0;
    QString m_reported;
};

/// What bondwright-watch keeps: /var/lib/bondwright-watch/events.sqlite.
QString watchedEventsFile();
/// Events of another program's file, oldest first; the file is not touched. Their ids are 0, as those of the journal
/// are: they count in that file only. Nothing where there is no such file.
Result<QList<kernel::BondEvent>> readEvents(const QString &file, const EventQuery &query);

} // namespace bondwright::history
