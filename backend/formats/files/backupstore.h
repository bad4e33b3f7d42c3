// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/changeset.h"
#include "formats/files/record.h"

#include <QString>
#include <QStringList>

namespace bondwright::formats
{

/// Where backups live, as the host sees it. Never beside the originals: the network scripts and
/// NetworkManager take any "ifcfg-*" with an unknown suffix for a live configuration.
QString defaultBackupFolder();

struct Backup {
    Manifest manifest;
    bool intact = false; ///< every saved content has its digest
    Error error; ///< if not: what is wrong
    bool isPinned = false; ///< kept whatever the retention says
};

/// What prune() leaves. Whichever limit is reached first counts.
struct Retention {
    qsizetype count = 100;
    qint64 bytes = qint64(64) << 20; ///< of saved contents and indexes
    QStringList needed = {}; ///< ids that stay whatever the limits say
};

/// The classic "cp ifcfg-eth0 ifcfg-eth0.bak", done right: originals with mode, owner and extended
/// attributes, and the knowledge of which files did not exist, in dated folders with a manifest.
/// Backups are addressed by id only, never by path.
class BackupStore final
{
public:
    explicit BackupStore(QString root = QStringLiteral("/"), QString folder = defaultBackupFolder());

    /// Saves what lies at these paths now. @return the backup's id
    Result<QString> create(const QStringList &paths, const QString &reason);
    /// Newest first; damaged ones are listed too, with intact == false.
    Result<QList<Backup>> list() const;
    Result<Backup> find(const QString &id) const;
    /// What has to change so that everything is as it was. Refused if the backup is not intact.
    Result<ChangeSet> restoreChanges(const QString &id) const;
    /// Marks the one to return to when all else fails: the last known good. The mark moves, there is only one.
    Result<void> pin(const QString &id);
    /// Deletes the oldest beyond the limits; never the newest, the newest intact one, the pinned one or a needed one.
    /// @return ids deleted
    Result<QStringList> prune(const Retention &retention);

private:
    RecordPlace m_place;
};

} // namespace bondwright::formats
