// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/modprobe/modprobefile.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::formats;

// Whatever the bytes: nothing is lost, and an alias that is added is there, then gone again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    ModprobeFile file(text);
    if (file.toBytes() != text)
        std::abort();
    (void)file.options("bonding");
    (void)file.isOverridden("bonding");
    if (!file.addAlias("bond0", "bonding") || !ModprobeFile(file.toBytes()).aliasesOf("bonding").contains("bond0"))
        std::abort();
    file.removeAlias("bond0");
    if (file.aliasesOf("bonding").contains("bond0"))
        std::abort();
    return 0;
}
