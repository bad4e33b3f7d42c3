// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

/// What was collected on another host: a support report such as sosreport makes, as an archive or unpacked.
namespace bondwright::report
{

struct ReportFile {
    QString path; ///< as on that host: "/proc/net/bonding/bond0", whatever folder the report puts around it
    QByteArray content;
    quint32 mode = 0600; ///< permission bits
    QDateTime writtenAt; ///< last; invalid: the archive does not tell
    bool isWhole = true; ///< false: this is its end
};

/// Bounds: of what is beyond them nothing is read.
inline constexpr qsizetype maxReportEntries = 500'000;
inline constexpr qint64 maxReportBytes = Q_INT64_C(2) * 1024 * 1024 * 1024; ///< unpacked
/// Of what is longer, the end is read: of a log that is what came last.
inline constexpr qint64 maxReportFileBytes = Q_INT64_C(32) * 1024 * 1024;
inline constexpr qsizetype maxReportFiles = 4096; ///< wanted ones

/// Whether this is a tar archive (plain, gzip, bzip2, xz or zstd). Looks at the first bytes only.
bool isArchive(const QString &source);

/// The wanted regular files of a folder or a tar archive, sorted by path. Nothing is written, and no link is followed.
/// Errors: "report.unreadable" (with the reason), "report.too-big".
/// @param wanted is asked for each path as on that host
Result<QList<ReportFile>> readReport(const QString &source, const std::function<bool(const QString &path)> &wanted);

/// The path on the host that the report is of: "./sosreport-web1/etc/hosts" is "/etc/hosts". Empty: leads elsewhere ("..").
QString hostPath(const QString &entry);

} // namespace bondwright::report
