// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportarchive.h"

#include <QFile>

#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace bondwright::report
{

namespace
{

constexpr std::size_t blockSize = 128 * 1024;
constexpr time_t oneDay = 86'400;

struct ArchiveFree {
    void operator()(archive *a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, ArchiveFree>;

/// Only what support reports are: no format whose reader runs a program or needs a password.
ArchivePtr makeReader()
{
    ArchivePtr reader(archive_read_new());
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_bzip2(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_filter_zstd(reader.get());
    return reader;
}

QString words(archive *reader)
{
    return QString::fromLocal8Bit(archive_error_string(reader));
}

/// The last maxReportFileBytes of the entry. nullopt: it cannot be read
/// @param room for what may still be delivered, also by holes, which cost the archive nothing; below 0: there was more
std::optional<QByteArray> contentOf(archive *reader, qint64 *room, bool *isWhole)
{
    QByteArray content;
    QByteArray block(qsizetype(blockSize), Qt::Uninitialized);
    *isWhole = true;
    const auto keepEnd = [&content, isWhole] {
        *isWhole = false;
        content.remove(0, content.size() - maxReportFileBytes);
    };
    while (*room >= 0) {
        const la_ssize_t count = archive_read_data(reader, block.data(), blockSize);
        if (count < 0)
            return std::nullopt;
        if (count == 0)
            break;
        *room -= count;
        content.append(block.constData(), qsizetype(count));
        if (content.size() >= 2 * maxReportFileBytes)
            keepEnd();
    }
    if (content.size() > maxReportFileBytes)
        keepEnd();
    return content;
}

Result<QList<ReportFile>> readAll(archive *reader, const QString &source,
                                  const std::function<bool(const QString &)> &wanted)
{
    FileCollector files(wanted);
    qint64 room = maxReportBytes;
    archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(reader, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN) {
        if (files.isFull() || room < 0 || archive_filter_bytes(reader, 0) > maxReportBytes)
            return tooBig(source);
        const bool isFile = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
        const char *name = archive_entry_pathname(entry);
        const QString path = isFile && name ? files.wantedPath(hostPath(QFile::decodeName(name))) : QString();
        if (path.isEmpty())
            continue;
        bool isWhole = true;
        auto content = contentOf(reader, &room, &isWhole);
        if (!content)
            return unreadable(source, words(reader));
        if (room < 0)
            return tooBig(source);
        // Archives that are to be the same each time have the epoch's beginning.
        const bool isTold = archive_entry_mtime_is_set(entry) != 0 && archive_entry_mtime(entry) > oneDay;
        const QDateTime writtenAt = isTold ? QDateTime::fromSecsSinceEpoch(archive_entry_mtime(entry)) : QDateTime();
        files.add({path, std::move(*content), quint32(archive_entry_perm(entry)) & 0777, writtenAt, isWhole});
    }
    if (status != ARCHIVE_EOF)
        return unreadable(source, words(reader));
    return files.sorted();
}

} // namespace

Result<QList<ReportFile>> readArchiveFile(const QString &source, const std::function<bool(const QString &)> &wanted)
{
    const ArchivePtr reader = makeReader();
    if (archive_read_open_filename(reader.get(), QFile::encodeName(source).constData(), blockSize) != ARCHIVE_OK)
        return unreadable(source, words(reader.get()));
    return readAll(reader.get(), source, wanted);
}

bool isArchive(const QString &source)
{
    const ArchivePtr reader = makeReader();
    archive_entry *entry = nullptr;
    return archive_read_open_filename(reader.get(), QFile::encodeName(source).constData(), blockSize) == ARCHIVE_OK
        && archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK && archive_entry_pathname(entry);
}

} // namespace bondwright::report
