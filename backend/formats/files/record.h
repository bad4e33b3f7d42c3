// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/files/manifest.h"

#include <QMap>
#include <QString>
#include <QStringList>

/// A manifest and the contents it lists, in a folder of their own: FOLDER/ID/{manifest.json,0.old,…}.
/// Backups and journals are records. A record appears whole (written as ".ID.new", synced, renamed) and
/// goes whole (renamed to ".ID.done", then deleted), so that a crash never leaves half of one.
namespace bondwright::formats
{

struct RecordPlace {
    QString root; ///< prefix
    QString folder; ///< as the host sees it
};

/// @param contents in the order of manifest.entries; @param extra further files, by name
Result<void> writeRecord(const RecordPlace &place, const Manifest &manifest, const QList<QByteArray> &contents,
                         const QMap<QString, QByteArray> &extra = {});
Result<Manifest> readManifest(const RecordPlace &place, const QString &id);
/// One of the extra files; "record.missing" if it is not there.
Result<QByteArray> readExtra(const RecordPlace &place, const QString &id, const QString &name);
Result<void> replaceExtra(const RecordPlace &place, const QString &id, const QString &name, const QByteArray &content);
/// Writes over the beginning of an extra file that is at least as long: needs no room on the disk.
Result<void> overwriteExtra(const RecordPlace &place, const QString &id, const QString &name,
                            const QByteArray &content);
Result<void> removeExtra(const RecordPlace &place, const QString &id, const QString &name);
/// Of all files of the record; 0 if it cannot be read.
qint64 recordBytes(const RecordPlace &place, const QString &id);
/// The original, checked against its digest ("manifest.digest").
Result<FileState> readStored(const RecordPlace &place, const QString &id, const ManifestEntry &entry);
/// @param keepAs non-empty: kept as ".ID.keepAs" for a person to look at
Result<void> removeRecord(const RecordPlace &place, const QString &id, const QString &keepAs = {});
/// Those that removeRecord() kept under this word, their manifests.
QList<Manifest> keptRecords(const RecordPlace &place, const QString &keptAs);
void discardKept(const RecordPlace &place, const QString &id, const QString &keptAs);
/// Sorted by name, which begins with a time.
Result<QStringList> recordIds(const RecordPlace &place);
/// Deletes what interrupted creations and removals left behind.
void sweepRecords(const RecordPlace &place);
/// The time and a random part. @param earlier ids that it sorts behind, also where the clock was set back since
QString newRecordId(const QStringList &earlier = {});

} // namespace bondwright::formats
