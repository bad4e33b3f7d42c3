// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/eventstore.h"

#include "domain/errorcode.h"
#include "history/eventdatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace bondwright::history
{

using kernel::BondEvent;

using namespace std::chrono_literals;

namespace
{

// Enough for every event of a storm to be in one transaction, and little enough to lose in a power cut.
constexpr std::chrono::milliseconds flushAfter = 250ms;
constexpr std::chrono::milliseconds longestPause = 60s; ///< on a disk that stays full
/// Others may hold the file for as long as they like, and this thread takes in what happens. Only at the end there is
/// nothing else to do.
constexpr std::chrono::milliseconds patience = 100ms;
constexpr std::chrono::milliseconds lastPatience = 2s;
constexpr int pruneEach = 1000;

} // namespace

QString EventStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/bondwright/events.sqlite");
}

QString watchedEventsFile()
{
    return QStringLiteral("/var/lib/bondwright-watch/events.sqlite");
}

Result<QList<BondEvent>> readEvents(const QString &file, const EventQuery &query)
{
    if (!QFile::exists(file))
        return QList<BondEvent>();
    EventDatabase database;
    if (const Result<void> opened = database.open(file, EventDatabase::Access::ReadOnly); !opened)
        return tl::unexpected(opened.error());
    Result<QList<BondEvent>> events = database.read(query);
    if (events) {
        for (BondEvent &event : *events)
            event.id = 0;
    }
    return events;
}

EventStore::EventStore(const QString &file, QObject *parent, Readers readers)
    : QObject(parent)
    , m_file(file)
    , m_readers(readers)
    , m_pause(flushAfter)
{
    m_flushSoon.setSingleShot(true);
    connect(&m_flushSoon, &QTimer::timeout, this, &EventStore::flush);
}

EventStore::~EventStore()
{
    if (isOpen() && !m_waiting.isEmpty())
        m_database->setPatience(lastPatience);
    flush();
}

bool EventStore::isOpen() const
{
    return m_database && m_database->isOpen();
}

Result<void> EventStore::open()
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(QStringLiteral("events.folder"),
                    //: @error %1 is a folder
                    tr("Events cannot be kept: the folder %1 cannot be made.").arg(folder));
    Result<void> done = openDatabase();
    if (!done && done.error().code == errorcode::eventsDamaged) {
        // One damaged file is kept for inspection, the latest.
        m_database.reset();
        const QString aside = m_file + QStringLiteral(".damaged");
        QFile::remove(aside);
        QFile::remove(m_file + QStringLiteral("-wal"));
        QFile::remove(m_file + QStringLiteral("-shm"));
        if (!QFile::rename(m_file, aside))
            return done;
        done = openDatabase();
        //: @info %1 is a file
        Q_EMIT troubleOccurred(
            tr("The event database was damaged. It was moved to %1 and a new one was begun.").arg(aside));
    }
    if (!done)
        m_database.reset();
    return done;
}

Result<void> EventStore::openDatabase()
{
    m_database = std::make_unique<EventDatabase>();
    const bool isPublic = m_readers == Readers::Everybody;
    const auto access = isPublic ? EventDatabase::Access::Public : EventDatabase::Access::Own;
    if (const Result<void> done = m_database->open(m_file, access); !done)
        return done;
    QFile::setPermissions(m_file,
                          QFile::ReadOwner | QFile::WriteOwner
                              | (isPublic ? QFile::ReadGroup | QFile::ReadOther : QFile::Permissions()));
    const Result<qint64> last = m_database->lastId();
    if (!last)
        return tl::unexpected(last.error());
    m_lastId = std::max(m_lastId, *last);
    m_database->setPatience(patience);
    if (!isRecorder())
        return {};
    const Result<void> pruned = prune();
    return !pruned && pruned.error().code == errorcode::eventsDamaged ? pruned : Result<void>();
}

Result<void> EventStore::prune()
{
    const Result<void> done = m_database->prune(QDateTime::currentDateTimeUtc());
    m_sincePrune = done ? 0 : pruneEach; // else after the next events
    return done;
}

bool EventStore::isRecorder()
{
    if (!isOpen())
        return false;
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(m_file + QStringLiteral(".lock"));
        m_lock->setStaleLockTime(0); // stale only if the holder is gone
    }
    if (m_lock->isLocked())
        return true;
    if (!m_lock->tryLock(0))
        return false;
    // Who can open it can lock it, and keep the next one from recording should this one be killed.
    QFile::setPermissions(m_lock->fileName(), QFile::ReadOwner | QFile::WriteOwner);
    // Another program may have recorded up to now.
    if (const Result<qint64> last = m_database->lastId())
        m_lastId = std::max(m_lastId, *last);
    m_lastForeignId = m_lastId;
    return true;
}

BondEvent EventStore::record(BondEvent event)
{
    const bool isWritten = isRecorder();
    event.id = ++m_lastId;
    if (isWritten)
        wait(event);
    return event;
}

void EventStore::wait(const BondEvent &event)
{
    if (m_waiting.size() >= maxWaiting)
        m_waiting.removeFirst();
    m_waiting.append(event);
    if (!m_flushSoon.isActive())
        m_flushSoon.start(m_pause);
}

void EventStore::update(const BondEvent &event)
{
    if (!isRecorder() || event.id <= m_lastForeignId)
        return;
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [&event](const BondEvent &one) { return one.id == event.id; });
    if (waiting != m_waiting.end()) {
        *waiting = event;
        return;
    }
    wait(event);
}

void EventStore::flush()
{
    m_flushSoon.stop();
    if (m_waiting.isEmpty() || !isOpen())
        return;
    Result<void> done = m_database->write(m_waiting);
    if (done) {
        m_sincePrune += int(m_waiting.size());
        m_waiting.clear();
        m_pause = flushAfter;
        if (m_sincePrune >= pruneEach)
            done = prune();
    } else {
        m_pause = std::min(2 * m_pause, longestPause);
        m_flushSoon.start(m_pause);
    }
    if (done)
        m_reported.clear();
    else
        reportOnce(done.error());
}

Result<QList<BondEvent>> EventStore::events(const EventQuery &query)
{
    if (!isOpen())
        //: @error
        return fail(QStringLiteral("events.open"), tr("The event database is not open."));
    flush();
    return m_database->read(query);
}

void EventStore::reportOnce(const Error &error)
{
    if (std::exchange(m_reported, error.code) != error.code)
        Q_EMIT troubleOccurred(error.message);
}

} // namespace bondwright::history
