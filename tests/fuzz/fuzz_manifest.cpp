// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/manifest.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::formats;

// Whatever the bytes: what is taken can be written and taken again, the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto manifest
        = manifestFromJson(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!manifest) {
        if (manifest.error().code.isEmpty())
            std::abort();
        return 0;
    }
    const auto again = manifestFromJson(manifestToJson(*manifest));
    if (!again || *again != *manifest)
        std::abort();
    return 0;
}
