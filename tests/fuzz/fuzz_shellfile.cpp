// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellfile.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::formats;

// Whatever the bytes: a value that is set is the value that is read, and one that is removed is gone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    ShellFile file(text);
    if (file.toBytes() != text)
        std::abort();
    for (const QByteArray &key : file.keys())
        (void)file.value(key);
    file.normalize();
    const QByteArray before = file.toBytes();
    const QString value = QStringLiteral("a \"b\" $(c) `d` \\e 'f'");
    if (!file.set("IPADDR", value)) { // what only a shell knows stays as it is, and the line is named
        if (file.refusedLine() == 0 || file.toBytes() != before)
            std::abort();
        return 0;
    }
    if (file.value("IPADDR") != value || ShellFile(file.toBytes()).value("IPADDR") != value)
        std::abort();
    file.remove("IPADDR");
    if (file.contains("IPADDR"))
        std::abort();
    return 0;
}
