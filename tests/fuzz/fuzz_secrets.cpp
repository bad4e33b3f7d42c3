// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/diff/secrets.h"
#include "formats/diff/unifieddiff.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::formats;

// Whatever follows a secret in a file, it is not shown; nor what stands before it on lines of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (text.contains("canary"))
        return 0;
    if (withoutSecrets("WPA_PSK=canary\n" + text).contains("canary"))
        std::abort();
    if (withoutSecrets("[wifi-security]\npsk=canary\n" + text).contains("canary"))
        std::abort();
    if (withoutSecrets("network:\n  wifis:\n    w0:\n      password: canary\n" + text).contains("canary"))
        std::abort();
    // Behind anything: a quote or a section that is open there may hide more, never less.
    if (withoutSecrets(text + "\nWPA_PSK=canary\n").contains("canary"))
        std::abort();
    FileChange change;
    change.path = QStringLiteral("/etc/sysconfig/network-scripts/ifcfg-bond0");
    change.newText = text;
    (void)unifiedDiff(change);
    return 0;
}
