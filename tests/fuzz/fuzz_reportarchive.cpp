// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportarchive.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::report;

// No archive leads out of the report, and none is read beyond its bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto files = readArchive(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)),
                                   [](const QString &) { return true; });
    for (const ReportFile &file : files.value_or(QList<ReportFile>())) {
        if (!file.path.startsWith(u'/') || file.path.contains(u"/../") || file.content.size() > 2 * maxReportFileBytes)
            std::abort();
    }
    return 0;
}
