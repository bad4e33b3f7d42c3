// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/supportreport.h"

#include "report/reportarchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::report
{

namespace
{

/// What a report may hold at its top: folders of the host, and those of sos.
constexpr std::array topFolders{"etc"_L1, "proc"_L1, "run"_L1, "sos_commands"_L1, "sys"_L1, "usr"_L1, "var"_L1};
/// "./NAME/FOLDER/…": a report has one folder around it, and some collectors one more.
constexpr int maxDepthOfTop = 3;

bool isTop(const QString &name)
{
    return std::find(topFolders.begin(), topFolders.end(), name) != topFolders.end();
}

/// Of "/proc/net/bonding" or a report's own "etc" the beginning of the path is in the folder's name.
QString pathIn(const QString &folder, const QString &below)
{
    if (const QString path = hostPath(below); path != u'/' + below || isTop(below.section(u'/', 0, 0)))
        return path;
    const QStringList parts = folder.split(u'/', Qt::SkipEmptyParts);
    const auto top = std::find_if(parts.crbegin(), parts.crend(), isTop);
    return u'/' + QStringList(top == parts.crend() ? parts.cend() : std::prev(top.base()), parts.cend()).join(u'/')
        + (top == parts.crend() ? QString() : u"/"_s) + below;
}

} // namespace

tl::unexpected<Error> unreadable(const QString &source, const QString &reason)
{
    return fail(u"report.unreadable"_s,
                //: @error %1 a file or folder, %2 the reason in the words of the system or a library
                QCoreApplication::translate("Report", "“%1” cannot be read: %2").arg(source, reason),
                //: @info what to do
                QCoreApplication::translate("Report", "Give a folder, or a tar archive (.tar, .tar.gz, .tar.xz, …)."));
}

tl::unexpected<Error> tooBig(const QString &source)
{
    return fail(u"report.too-big"_s,
                //: @error %1 a file or folder
                QCoreApplication::translate("Report", "“%1” holds more than a support report.").arg(source),
                //: @info what to do
                QCoreApplication::translate("Report", "Unpack it and give the folder that matters."));
}

QString hostPath(const QString &entry)
{
    QStringList parts = entry.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(u"."_s);
    if (parts.isEmpty() || parts.contains(u".."_s))
        return {};
    for (int depth = 0; depth < std::min(maxDepthOfTop, int(parts.size())); ++depth) {
        if (isTop(parts.at(depth)))
            return u'/' + parts.mid(depth).join(u'/');
    }
    return u'/' + parts.join(u'/');
}

QString FileCollector::wantedPath(const QString &path)
{
    ++m_entries;
    return !path.isEmpty() && m_wanted(path) ? path : QString();
}

QList<ReportFile> FileCollector::sorted()
{
    // Of an entry that comes twice the later counts, as with tar.
    std::reverse(m_files.begin(), m_files.end());
    std::stable_sort(m_files.begin(), m_files.end(),
                     [](const ReportFile &a, const ReportFile &b) { return a.path < b.path; });
    m_files.erase(std::unique(m_files.begin(), m_files.end(),
                              [](const ReportFile &a, const ReportFile &b) { return a.path == b.path; }),
                  m_files.end());
    return m_files;
}

Result<QList<ReportFile>> readReport(const QString &source, const std::function<bool(const QString &path)> &wanted)
{
    const QFileInfo info(source);
    if (!info.exists())
        return unreadable(source, QCoreApplication::translate("Report", "it does not exist"));
    if (!info.isDir())
        return readArchiveFile(source, wanted);
    FileCollector files(wanted);
    QDirIterator walk(source, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString name = walk.next();
        if (files.isFull())
            return tooBig(source);
        const QString path = files.wantedPath(pathIn(info.absoluteFilePath(), QDir(source).relativeFilePath(name)));
        QFile file(name);
        if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        const bool isWhole = file.size() <= maxReportFileBytes;
        if (!isWhole && !file.seek(file.size() - maxReportFileBytes))
            continue;
        const QFile::Permissions permissions = file.permissions();
        files.add({path, file.read(maxReportFileBytes), quint32(permissions.testFlag(QFile::ReadOther) ? 0644 : 0600),
                   walk.fileInfo().lastModified(), isWhole});
    }
    return files.sorted();
}

} // namespace bondwright::report
