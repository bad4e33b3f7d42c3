// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/proc/procbonding.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::kernel;

// Whatever the bytes: the reader answers, and with bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parsed = parseProcBonding(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (parsed && (parsed->isEmpty() || parsed->size() > 256))
        std::abort();
    for (const ProcBond &bond : parsed.value_or(QList<ProcBond>())) {
        if (bond.bond.slaves.size() > 1024 || bond.unknownLines.size() > 64)
            std::abort();
    }
    if (!parsed && (parsed.error().code.isEmpty() || parsed.error().message.isEmpty()))
        std::abort();
    return 0;
}
