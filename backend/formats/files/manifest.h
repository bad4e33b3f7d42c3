// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "formats/files/filestate.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::formats
{

/// One file of a backup or of a journal: what it was, and what it was to become.
struct ManifestEntry {
    QString path; ///< as the host sees it
    bool existed = false;
    QByteArray oldDigest; ///< empty if it did not exist
    QString storedAs; ///< file name of the old content within the folder; empty if it did not exist
    quint32 mode = 0; ///< of the old file, with owner, group and xattrs
    quint32 owner = 0;
    quint32 group = 0;
    QMap<QByteArray, QByteArray> xattrs;
    QByteArray newDigest; ///< journals only; empty: to be deleted
    QString stagedAs; ///< journals only: name of the prepared file beside the target; empty: to be deleted

    friend bool operator==(const ManifestEntry &, const ManifestEntry &) = default;
};

/// The index of a backup or a journal: manifest.json, beside the contents it lists.
struct Manifest {
    static constexpr int currentVersion = 1;

    QString id;
    QDateTime createdAt; ///< UTC
    QString reason; ///< "apply bond0"
    QString tool; ///< program and version that wrote it
    QList<ManifestEntry> entries;
    QStringList createdFolders; ///< journals only, outermost first

    friend bool operator==(const Manifest &, const Manifest &) = default;
};

inline constexpr qsizetype maxManifestBytes = 1024 * 1024;
inline constexpr qsizetype maxManifestEntries = 4096;

QByteArray manifestToJson(const Manifest &manifest);
/// Every member is checked: types, bounds, safe paths and names, digests of the right shape.
/// An unknown version is refused ("manifest.version"), never guessed at.
Result<Manifest> manifestFromJson(const QByteArray &json);

} // namespace bondwright::formats
