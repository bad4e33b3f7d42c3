// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/tally.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::watch;

// Counts that were kept, and may have been cut: refused, or kept again as they are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto tally = Tally::fromJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!tally) {
        if (tally.error().code.isEmpty())
            std::abort();
        return 0;
    }
    const auto again = Tally::fromJson(tally->toJson());
    if (!again || *again != *tally)
        std::abort();
    return 0;
}
