// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/changeset.h"
#include "formats/files/journal.h"
#include "formats/files/rootfolder.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace bondwright::formats
{

/// Where journals live, as the host sees it.
QString defaultJournalFolder();

struct TransactionOptions {
    QString root = QStringLiteral("/");
    QString journalFolder = defaultJournalFolder();
    QString reason; ///< "apply bond0": kept in the journal
    /// Called with the name of the step that is about to be done: "journal", "stage", "writing", "rename",
    /// "verify", "written", "rollback", "restore", "close". Progress for a person; the place where tests die.
    std::function<void(const char *step)> onStep;
};

struct RollbackReport {
    QStringList restored; ///< files that are as before again
    QStringList leftAlone; ///< files that were changed meanwhile: neither old nor new
};

/// Several files, changed together or not at all, whatever dies in between.
///
/// prepare() checks that every file is still what the change set took it for, writes the journal with the
/// originals, and puts the complete new files beside their targets, and the complete originals too. write()
/// renames the new ones into place, rollback() the old ones: there and back no byte more is needed on the disk.
/// Between write() and commit() the change can be undone by rollback(), also by another process after
/// a reboot: open(). A transaction that is destroyed without commit() leaves its journal for recover().
///
/// One transaction at a time for each journal folder: a lock is held as long as the object lives.
class FileTransaction final
{
public:
    /// Errors: "files.busy", "files.pending" (another one awaits its end), "files.conflict" (a file is not
    /// what the change set says it was), and those of posixError(). Nothing has changed then.
    static Result<FileTransaction> prepare(const ChangeSet &changes, const TransactionOptions &options);
    /// One that was prepared or written earlier, perhaps by a process that is no more.
    static Result<FileTransaction> open(const QString &id, const TransactionOptions &options);
    /// The same, also where the journal is damaged. @param manifest a copy kept since prepare()
    static Result<FileTransaction> open(const Manifest &manifest, const TransactionOptions &options);

    /// All new, or on any error all old again.
    Result<void> write();
    /// Forgets the originals: no rollback afterwards.
    Result<void> commit();
    /// Puts the originals back, as many as it can, and names the first that could not be. May be repeated; never
    /// overwrites what others wrote meanwhile.
    Result<RollbackReport> rollback();

    /// Removes what was left of transactions that are over: folders of theirs, and files beside the targets that could
    /// not be removed then.
    static void sweep(const TransactionOptions &options);

    QString id() const { return m_journal.manifest().id; }
    JournalState state() const { return m_journal.state(); }
    const Manifest &manifest() const { return m_journal.manifest(); }

private:
    FileTransaction(Journal journal, RootFolder root, UniqueFd lock, TransactionOptions options);
    Result<void> stage(const ChangeSet &changes);
    Result<void> renameAll();
    Result<void> verify() const;
    Result<void> restore(qsizetype entry, RollbackReport *report) const;
    Result<void> restoreOriginal(int folder, qsizetype entry) const;
    void removeCreatedFolders() const;
    void step(const char *name) const;

    Journal m_journal;
    RootFolder m_root;
    UniqueFd m_lock;
    TransactionOptions m_options;
};

/// What became of a journal that was found.
struct Recovery {
    enum class Outcome : quint8 {
        RolledBack, ///< it was interrupted while writing: all old again
        AwaitsOwner, ///< completely written, neither confirmed nor rolled back: its owner decides
        Unreadable, ///< damaged or of another version: left as it is
    };
    QString id;
    QString reason;
    Outcome outcome = Outcome::RolledBack;
    RollbackReport report;
    Error error; ///< Unreadable: why
};

/// To be called before the first transaction: ends what a crash interrupted.
Result<QList<Recovery>> recover(const TransactionOptions &options);

} // namespace bondwright::formats
