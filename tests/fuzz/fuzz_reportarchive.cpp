// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportarchive.h"

#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace bondwright::report;

// No archive leads out of the report, and none is read beyond its bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const int archive = ::memfd_create("archive", 0);
    if (::ftruncate(archive, 0) != 0 || ::pwrite(archive, data, size, 0) != ::ssize_t(size))
        std::abort();
    const auto files
        = readArchiveFile(QStringLiteral("/proc/self/fd/%1").arg(archive), [](const QString &) { return true; });
    for (const ReportFile &file : files.value_or(QList<ReportFile>())) {
        if (!file.path.startsWith(u'/') || file.path.contains(u"/../") || file.content.size() > 2 * maxReportFileBytes)
            std::abort();
    }
    return 0;
}
