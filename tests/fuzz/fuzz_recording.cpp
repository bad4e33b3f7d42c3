// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recording/record.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::kernel;

// Whatever the line: the reader answers, and what it read is written and read again the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray line(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)recording::headerFromLine(line);
    const auto record = recording::recordFromLine(line);
    if (!record || std::holds_alternative<std::monostate>(record->content))
        return 0;
    const auto again = recording::recordFromLine(recording::toLine(*record));
    if (!again || *again != *record)
        std::abort();
    if (const auto *change = std::get_if<recording::Change>(&record->content)) {
        Snapshot snapshot;
        recording::applyTo(snapshot, *change);
    }
    return 0;
}
