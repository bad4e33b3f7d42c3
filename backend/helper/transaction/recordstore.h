// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/environment.h"
#include "helper/transaction/record.h"

#include <optional>

namespace bondwright::helper
{

/// Keeps at most one record of an unfinished transaction, and the last finished one so that a request
/// repeated after a lost reply gets the same answer.
///
/// A record lies in two files alike, so that a wrong bit anywhere or a write cut short costs nothing. Each has a
/// part of fixed length for how far the transaction has come, which is written over in place, then the rest; both
/// parts begin with the digest of what follows. Only save() needs room on the disk.
class RecordStore final
{
public:
    explicit RecordStore(Environment environment);

    Result<void> save(Record *record); ///< all of it; durable when it returns
    Result<void> saveProgress(Record *record); ///< what may change after the beginning; needs no room
    /// nullopt: none. "helper.record" if neither file can be understood, "helper.record-version" if another release
    /// wrote it. A record of which only the progress is lost counts as one that was about to activate.
    Result<std::optional<Record>> load() const;
    /// Makes the record the finished one; needs no room.
    Result<void> finish(Record *record);
    std::optional<Record> lastFinished() const;
    void discard(); ///< of a change that was not begun
    /// Sets a record that cannot be understood aside, for a person to look at.
    Result<void> setAside();

    QString pendingPath() const; ///< as the host sees it

    /// For a file that an activator needs until the change is over; as the host sees it.
    QString keptPath(const Record &record, const QString &what) const;
    /// Once no change is pending, with the lock held: deletes what was kept for one.
    void sweepKept();

private:
    struct Copy;
    QStringList pendingPaths() const;
    QString lastPath() const;
    Result<void> writeWhole(const QString &path, const Record &record) const;
    Result<void> writeProgress(const QString &path, const Record &record) const;
    Result<Copy> read(const QString &path) const;
    Result<std::optional<Record>> recordFrom(const QStringList &paths) const;
    Result<void> rename(const QString &from, const QString &to) const;

    Environment m_environment;
};

} // namespace bondwright::helper
