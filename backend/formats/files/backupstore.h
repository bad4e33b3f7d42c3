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
    /// Deletes the oldest, keeping at least this many (at least one). @return ids deleted
    Result<QStringList> prune(qsizetype keep);

private:
    RecordPlace m_place;
};

} // namespace bondwright::formats
