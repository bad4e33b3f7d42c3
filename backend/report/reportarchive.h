// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/supportreport.h"

namespace bondwright::report
{

/// As readReport(), of an archive's file.
Result<QList<ReportFile>> readArchiveFile(const QString &source, const std::function<bool(const QString &)> &wanted);

/// Collects the wanted files, each path once, within the bounds.
class FileCollector final
{
public:
    explicit FileCollector(const std::function<bool(const QString &path)> &wanted)
        : m_wanted(wanted)
    {
    }
    /// Counts an entry. @return its path on the host if it is wanted, else nothing
    QString wantedPath(const QString &path);
    void add(ReportFile file) { m_files.append(std::move(file)); }
    bool isFull() const { return m_entries > maxReportEntries || m_files.size() >= maxReportFiles; }
    QList<ReportFile> sorted();

private:
    const std::function<bool(const QString &path)> &m_wanted;
    QList<ReportFile> m_files;
    qsizetype m_entries = 0;
};

tl::unexpected<Error> unreadable(const QString &source, const QString &reason);
tl::unexpected<Error> tooBig(const QString &source);

} // namespace bondwright::report
