// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/savedlog.h"

#include <QTimeZone>

#include <cstdint>
#include <cstdlib>

using namespace bondwright::history;

// Whatever the bytes: the reader answers, and with bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto saved = readSavedLog(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)),
                                    QDateTime(QDate(2026, 11, 28), QTime(12, 0), QTimeZone::utc()));
    if (saved && saved->notUnderstood.size() > 64)
        std::abort();
    if (!saved && saved.error().message.isEmpty())
        std::abort();
    return 0;
}
