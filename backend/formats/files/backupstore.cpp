// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/backupstore.h"

#include "domain/errorcode.h"
#include "formats/files/rootfolder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

constexpr auto pinFile = "pinned"_L1;

} // namespace

QString defaultBackupFolder()
{
    return u"/var/lib/bondwright/backups"_s;
}

BackupStore::BackupStore(QString root, QString folder)
    : m_place{std::move(root), std::move(folder)}
{
}

Result<QString> BackupStore::create(const QStringList &paths, const QString &reason)
{
    auto root = RootFolder::open(m_place.root);
    if (!root)
        return tl::unexpected(root.error());
    sweepRecords(m_place);
    const auto earlier = recordIds(m_place);
    if (!earlier)
        return tl::unexpected(earlier.error());
    Manifest manifest;
    manifest.id = newRecordId(*earlier);
    manifest.createdAt = QDateTime::currentDateTimeUtc();
    manifest.reason = reason;
    manifest.tool = u"bondwright " BONDWRIGHT_VERSION ""_s;
    QList<QByteArray> contents;
    QStringList unique = paths;
    unique.removeDuplicates();
    for (const QString &path : std::as_const(unique)) {
        auto state = root->read(path);
        if (!state)
            return tl::unexpected(state.error());
        ManifestEntry entry;
        entry.path = path;
        if (*state) {
            entry.existed = true;
            entry.oldDigest = contentDigest((*state)->content);
            entry.storedAs = u"%1.old"_s.arg(manifest.entries.size());
            entry.mode = (*state)->mode;
            entry.owner = (*state)->owner;
            entry.group = (*state)->group;
            entry.xattrs = (*state)->xattrs;
        }
        manifest.entries.append(entry);
        contents.append(*state ? (*state)->content : QByteArray());
    }
    if (auto done = writeRecord(m_place, manifest, contents); !done)
        return tl::unexpected(done.error());
    return manifest.id;
}

Result<Backup> BackupStore::find(const QString &id) const
{
    auto manifest = readManifest(m_place, id);
    if (!manifest)
        return tl::unexpected(manifest.error());
    Backup backup{*manifest, true, {}, readExtra(m_place, id, pinFile).has_value()};
    for (const ManifestEntry &entry : std::as_const(backup.manifest.entries)) {
        if (!entry.existed)
            continue;
        if (auto stored = readStored(m_place, id, entry); !stored) {
            backup.intact = false;
            backup.error = stored.error();
            break;
        }
    }
    return backup;
}

Result<QList<Backup>> BackupStore::list() const
{
    if (auto root = RootFolder::open(m_place.root); !root)
        return tl::unexpected(root.error());
    auto ids = recordIds(m_place);
    if (!ids)
        return tl::unexpected(ids.error());
    QList<Backup> backups;
    for (auto it = ids->crbegin(); it != ids->crend(); ++it) {
        auto backup = find(*it);
        if (!backup) {
            Backup damaged;
            damaged.manifest.id = *it;
            damaged.error = backup.error();
            damaged.isPinned = readExtra(m_place, *it, pinFile).has_value();
            backup = damaged;
        }
        backups.append(*backup);
    }
    return backups;
}

Result<ChangeSet> BackupStore::restoreChanges(const QString &id) const
{
    auto manifest = readManifest(m_place, id);
    if (!manifest)
        return tl::unexpected(manifest.error());
    auto root = RootFolder::open(m_place.root);
    if (!root)
        return tl::unexpected(root.error());
    ChangeSet changes;
    for (const ManifestEntry &entry : std::as_const(manifest->entries)) {
        auto current = root->read(entry.path);
        if (!current)
            return tl::unexpected(current.error());
        FileChange change;
        change.path = entry.path;
        if (*current)
            change.oldText = (*current)->content;
        if (entry.existed) {
            auto stored = readStored(m_place, id, entry);
            if (!stored)
                return tl::unexpected(stored.error());
            change.newText = stored->content;
            change.mode = stored->mode;
            change.owner = stored->owner;
            change.group = stored->group;
            change.xattrs = stored->xattrs;
        }
        changes.add(std::move(change));
    }
    return changes;
}

Result<void> BackupStore::pin(const QString &id)
{
    const auto ids = recordIds(m_place);
    if (!ids)
        return tl::unexpected(ids.error());
    if (!ids->contains(id))
        return fail(errorcode::recordMissing,
                    QCoreApplication::translate("formats", "There is no backup “%1”.").arg(id));
    // The new mark first: an interruption in between leaves two marks, which does no harm.
    if (auto done = replaceExtra(m_place, id, pinFile, {}); !done)
        return done;
    for (const QString &other : *ids) {
        if (other == id || !readExtra(m_place, other, pinFile))
            continue;
        if (auto done = removeExtra(m_place, other, pinFile); !done)
            return done;
    }
    return {};
}

Result<QStringList> BackupStore::prune(const Retention &retention)
{
    const auto backups = list();
    if (!backups)
        return tl::unexpected(backups.error());
    QStringList removed;
    qsizetype kept = 0;
    qint64 bytes = 0;
    bool hasIntact = false;
    for (const Backup &backup : *backups) { // newest first
        const qint64 size = recordBytes(m_place, backup.manifest.id);
        const bool isFirstIntact = backup.intact && !hasIntact;
        hasIntact = hasIntact || backup.intact;
        const bool isWithin = kept < retention.count && bytes + size <= retention.bytes;
        const bool isNeeded = backup.isPinned || retention.needed.contains(backup.manifest.id);
        if (kept == 0 || isFirstIntact || isNeeded || isWithin) {
            ++kept;
            bytes += size;
            continue;
        }
        if (auto done = removeRecord(m_place, backup.manifest.id); !done)
            return tl::unexpected(done.error());
        removed.prepend(backup.manifest.id);
    }
    return removed;
}

} // namespace bondwright::formats
