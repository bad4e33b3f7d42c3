// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/filetransaction.h"

#include "domain/errorcode.h"
#include "domain/sentences.h"
#include "formats/files/replacefile.h"
#include "formats/files/transactionlock.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

struct Prepared {
    Manifest manifest;
    QList<QByteArray> oldContents;
};

tl::unexpected<Error> conflict(const QString &path)
{
    return fail(
        errorcode::filesConflict,
        QCoreApplication::translate("formats", "“%1” was changed by another program or person meanwhile.").arg(path),
        QCoreApplication::translate("formats", "Check it and try again; nothing was changed."));
}

/// Who may write to a file decides what root's programs read from it, also after it was changed here.
bool canBeChangedByOthers(const FileState &file)
{
    constexpr quint32 othersWrite = 0002;
    constexpr quint32 groupWrites = 0020;
    const bool isOurs = file.owner == 0 || file.owner == ::geteuid();
    return !isOurs || (file.mode & othersWrite) || (::geteuid() == 0 && (file.mode & groupWrites) && file.group != 0);
}

/// Folders that have to be made for a path, outermost first.
void addMissingFolders(const RootFolder &root, const QString &path, QStringList *missing)
{
    QString walked;
    for (const QString &part : folderOf(path).mid(1).split(u'/')) {
        walked += u'/' + part;
        if (!missing->contains(walked) && !root.openFolder(walked))
            missing->append(walked);
    }
}

/// The files below the root, and the right to change them.
struct Ownership {
    RootFolder root;
    UniqueFd lock;
};

Result<Ownership> takeOver(const TransactionOptions &options)
{
    auto root = RootFolder::open(options.root);
    if (!root)
        return tl::unexpected(root.error());
    auto lock = takeTransactionLock(*root, options.journalFolder);
    if (!lock)
        return tl::unexpected(lock.error());
    return Ownership{std::move(*root), std::move(*lock)};
}

/// Reads what is there and compares it with what the change set believes is there.
Result<Prepared> examine(const RootFolder &root, const ChangeSet &changes, const QString &reason)
{
    Prepared prepared;
    Manifest &manifest = prepared.manifest;
    manifest.id = newRecordId();
    manifest.createdAt = QDateTime::currentDateTimeUtc();
    manifest.reason = reason;
    manifest.tool = u"bondwright " BONDWRIGHT_VERSION ""_s;
    for (const FileChange &change : changes.files) {
        auto current = root.read(change.path);
        if (!current)
            return tl::unexpected(current.error());
        if (current->has_value() != change.oldText.has_value()
            || (current->has_value() && (*current)->content != *change.oldText))
            return conflict(change.path);
        if (*current && canBeChangedByOthers(**current))
            return fail(
                u"files.file-unsafe"_s,
                QCoreApplication::translate("formats", "The file “%1” can be changed by other users.").arg(change.path),
                QCoreApplication::translate("formats", "Give it to root and take the others’ write permission away."));
        ManifestEntry entry;
        entry.path = change.path;
        const qsizetype number = manifest.entries.size();
        if (*current) {
            const FileState &old = **current;
            entry.existed = true;
            entry.oldDigest = contentDigest(old.content);
            entry.storedAs = u"%1.old"_s.arg(number);
            entry.mode = old.mode;
            entry.owner = old.owner;
            entry.group = old.group;
            entry.xattrs = old.xattrs;
        } else {
            addMissingFolders(root, change.path, &manifest.createdFolders);
        }
        if (change.newText) {
            entry.newDigest = contentDigest(*change.newText);
            // Begins with a dot: neither the network scripts nor NetworkManager nor modprobe look at it.
            entry.stagedAs = u".bondwright-%1-%2"_s.arg(manifest.id).arg(number);
        }
        manifest.entries.append(entry);
        prepared.oldContents.append(change.oldText.value_or(QByteArray()));
    }
    return prepared;
}

/// The original, complete beside its target: a rollback renames it back.
QString spareName(const Manifest &manifest, qsizetype entry)
{
    return u".bondwright-%1-%2.old"_s.arg(manifest.id).arg(entry);
}

/// New files that were not renamed, originals that were not needed. @return false: not all could be removed
bool removeStaged(const RootFolder &root, const Manifest &manifest)
{
    bool areGone = true;
    for (qsizetype i = 0; i < manifest.entries.size(); ++i) {
        const ManifestEntry &entry = manifest.entries.at(i);
        auto folder = root.openFolder(folderOf(entry.path));
        if (!folder)
            continue;
        const auto remove = [&](const QString &name) {
            if (!unlinkFile(folder->get(), name, entry.path))
                areGone = false;
        };
        if (!entry.stagedAs.isEmpty())
            remove(entry.stagedAs);
        if (entry.existed)
            remove(spareName(manifest, i));
    }
    return areGone;
}

constexpr auto untidy = "untidy"_L1; ///< records of transactions that are over and have left files beside the targets

} // namespace

QString defaultJournalFolder()
{
    return u"/var/lib/bondwright/transactions"_s;
}

FileTransaction::FileTransaction(Journal journal, RootFolder root, UniqueFd lock, TransactionOptions options)
    : m_journal(std::move(journal))
    , m_root(std::move(root))
    , m_lock(std::move(lock))
    , m_options(std::move(options))
{
}

void FileTransaction::step(const char *name) const
{
    if (m_options.onStep)
        m_options.onStep(name);
}

Result<FileTransaction> FileTransaction::prepare(const ChangeSet &changes, const TransactionOptions &options)
{
    auto own = takeOver(options);
    if (!own)
        return tl::unexpected(own.error());
    const RecordPlace place{options.root, options.journalFolder};
    const auto others = recordIds(place);
    if (!others)
        return tl::unexpected(others.error());
    if (!others->isEmpty())
        return fail(u"files.pending"_s,
                    QCoreApplication::translate("formats", "The change “%1” has been neither confirmed nor reverted.")
                        .arg(others->first()),
                    QCoreApplication::translate("formats", "Confirm it or roll it back first."));
    auto prepared = examine(own->root, changes, options.reason);
    if (!prepared)
        return tl::unexpected(prepared.error());
    if (options.onStep)
        options.onStep("journal");
    auto journal = Journal::create(place, prepared->manifest, prepared->oldContents);
    if (!journal)
        return tl::unexpected(journal.error());
    FileTransaction transaction(std::move(*journal), std::move(own->root), std::move(own->lock), options);
    if (auto staged = transaction.stage(changes); !staged) {
        // What could not be undone stands in the journal, which the next start finds.
        (void)transaction.rollback();
        return tl::unexpected(staged.error());
    }
    return transaction;
}

Result<FileTransaction> FileTransaction::open(const QString &id, const TransactionOptions &options)
{
    auto own = takeOver(options);
    if (!own)
        return tl::unexpected(own.error());
    auto journal = Journal::open({options.root, options.journalFolder}, id);
    if (!journal)
        return tl::unexpected(journal.error());
    return FileTransaction(std::move(*journal), std::move(own->root), std::move(own->lock), options);
}

Result<FileTransaction> FileTransaction::open(const Manifest &manifest, const TransactionOptions &options)
{
    auto opened = open(manifest.id, options);
    if (opened || opened.error().code == errorcode::filesBusy)
        return opened;
    const RecordPlace place{options.root, options.journalFolder};
    const auto ids = recordIds(place);
    if (ids && !ids->contains(manifest.id))
        return opened; // it is over: restored or committed
    auto own = takeOver(options);
    if (!own)
        return tl::unexpected(own.error());
    return FileTransaction(Journal::of(place, manifest), std::move(own->root), std::move(own->lock), options);
}

Result<void> FileTransaction::stage(const ChangeSet &changes)
{
    for (qsizetype i = 0; i < changes.files.size(); ++i) {
        const FileChange &change = changes.files.at(i);
        const ManifestEntry &entry = m_journal.manifest().entries.at(i);
        step("stage");
        QStringList created;
        auto folder = change.newText ? m_root.makeParent(change.path, &created) : m_root.openParent(change.path);
        if (!folder)
            return tl::unexpected(folder.error());
        if (change.oldText && isImmutable(folder->get(), fileNameOf(change.path)))
            return tl::unexpected(posixError(change.path, EPERM));
        if (change.oldText && isMountPoint(folder->get(), fileNameOf(change.path)))
            return tl::unexpected(posixError(change.path, EBUSY));
        if (change.oldText) {
            const FileState old{*change.oldText, entry.mode, entry.owner, entry.group, entry.xattrs};
            if (auto spare = stageFile(folder->get(), spareName(m_journal.manifest(), i), old, change.path); !spare)
                return spare;
        }
        if (!change.newText)
            continue;
        const FileState state{*change.newText, change.mode, change.owner, change.group,
                              change.xattrs.value_or(entry.xattrs)};
        if (auto staged = stageFile(folder->get(), entry.stagedAs, state, change.path); !staged)
            return staged;
    }
    return {};
}

Result<void> FileTransaction::write()
{
    if (state() != JournalState::Prepared)
        return fail(
            u"files.state"_s,
            QCoreApplication::translate("formats", "The transaction “%1” is not ready to be written.").arg(id()));
    step("writing");
    auto done = m_journal.setState(JournalState::Writing);
    if (done)
        done = renameAll();
    if (done)
        done = verify();
    if (done) {
        step("written");
        done = m_journal.setState(JournalState::Written);
    }
    if (!done) {
        if (auto undone = rollback(); !undone)
            return fail(errorcode::filesRollback, joinSentences({done.error().message, undone.error().message}),
                        undone.error().hint);
    }
    return done;
}

Result<void> FileTransaction::renameAll()
{
    for (const ManifestEntry &entry : m_journal.manifest().entries) {
        // The file may have been saved since prepare(): look once more, right before.
        auto current = m_root.read(entry.path);
        if (!current)
            return tl::unexpected(current.error());
        if (current->has_value() != entry.existed
            || (entry.existed && contentDigest((*current)->content) != entry.oldDigest))
            return conflict(entry.path);
        auto folder = m_root.openParent(entry.path);
        if (!folder)
            return tl::unexpected(folder.error());
        step("rename");
        auto done = entry.stagedAs.isEmpty()
            ? unlinkFile(folder->get(), fileNameOf(entry.path), entry.path)
            : renameFile(folder->get(), entry.stagedAs, fileNameOf(entry.path), entry.path);
        if (!done)
            return done;
    }
    return {};
}

Result<void> FileTransaction::verify() const
{
    step("verify");
    for (const ManifestEntry &entry : m_journal.manifest().entries) {
        auto current = m_root.read(entry.path);
        if (!current)
            return tl::unexpected(current.error());
        if (current->has_value() == entry.newDigest.isEmpty()
            || (*current && contentDigest((*current)->content) != entry.newDigest))
            return fail(
                u"files.verify"_s,
                QCoreApplication::translate("formats", "“%1” does not read back as it was written.").arg(entry.path));
    }
    return {};
}

Result<void> FileTransaction::commit()
{
    if (state() != JournalState::Written)
        return fail(u"files.state"_s,
                    QCoreApplication::translate("formats", "The transaction “%1” is not written yet.").arg(id()));
    step("close");
    return m_journal.close(removeStaged(m_root, m_journal.manifest()) ? QString() : QString(untidy));
}

void FileTransaction::sweep(const TransactionOptions &options)
{
    const RecordPlace place{options.root, options.journalFolder};
    sweepRecords(place);
    const auto root = RootFolder::open(options.root);
    for (const Manifest &manifest : keptRecords(place, untidy)) {
        if (root && removeStaged(*root, manifest))
            discardKept(place, manifest.id, untidy);
    }
}

void FileTransaction::removeCreatedFolders() const
{
    const QStringList &folders = m_journal.manifest().createdFolders;
    for (auto it = folders.crbegin(); it != folders.crend(); ++it) {
        // Only if empty: files of others keep the folder.
        if (auto parent = m_root.openFolder(folderOf(*it)))
            ::unlinkat(parent->get(), QFile::encodeName(fileNameOf(*it)).constData(), AT_REMOVEDIR);
    }
}

/// The spare needs no room. The journal's copy is used where the spare has been deleted.
Result<void> FileTransaction::restoreOriginal(int folder, qsizetype entry) const
{
    const ManifestEntry &file = m_journal.manifest().entries.at(entry);
    const QString spare = spareName(m_journal.manifest(), entry);
    const auto kept = m_root.read(folderOf(file.path) + u'/' + spare);
    if (kept && *kept && contentDigest((*kept)->content) == file.oldDigest)
        return renameFile(folder, spare, fileNameOf(file.path), file.path);
    const auto old = m_journal.oldFile(file);
    if (!old)
        return tl::unexpected(old.error());
    return replaceFile(folder, fileNameOf(file.path), *old, file.path);
}

/// Somebody put something else there. Any other error only says that the file cannot be read now.
static bool isSomethingElse(const Error &error)
{
    using namespace errorcode;
    constexpr std::array codes{filesSymlink, filesHardLink, filesNotRegular, filesNoFolder, filesTooLarge};
    return std::find(codes.cbegin(), codes.cend(), error.code) != codes.cend();
}

Result<void> FileTransaction::restore(qsizetype entry, RollbackReport *report) const
{
    const ManifestEntry &file = m_journal.manifest().entries.at(entry);
    const auto current = m_root.read(file.path);
    if (!current && !isSomethingElse(current.error()))
        return tl::unexpected(current.error());
    const QByteArray digest = current && *current ? contentDigest((*current)->content) : QByteArray();
    if (current && digest == file.oldDigest)
        return {};
    if (!current || digest != file.newDigest) {
        report->leftAlone.append(file.path);
        return {};
    }
    step("restore");
    const auto folder = m_root.openParent(file.path);
    if (!folder)
        return tl::unexpected(folder.error());
    const auto done = file.existed ? restoreOriginal(folder->get(), entry)
                                   : unlinkFile(folder->get(), fileNameOf(file.path), file.path);
    if (done)
        report->restored.append(file.path);
    return done;
}

Result<RollbackReport> FileTransaction::rollback()
{
    step("rollback");
    // Files are restored even if the state cannot be noted: how far it came shows in the files.
    if (state() != JournalState::Prepared)
        (void)m_journal.setState(JournalState::RollingBack);
    RollbackReport report;
    std::optional<Error> firstError;
    for (qsizetype i = m_journal.manifest().entries.size(); i-- > 0 && state() != JournalState::Prepared;) {
        auto done = restore(i, &report);
        if (!done && !firstError)
            firstError = done.error(); // the others still have to come back
    }
    if (firstError)
        return tl::unexpected(*firstError);
    const bool isTidy = removeStaged(m_root, m_journal.manifest());
    removeCreatedFolders();
    step("close");
    const QString word = isTidy ? QString() : QString(untidy);
    auto closed = m_journal.close(report.leftAlone.isEmpty() ? word : u"conflict"_s);
    if (!closed)
        return tl::unexpected(closed.error());
    return report;
}

} // namespace bondwright::formats
