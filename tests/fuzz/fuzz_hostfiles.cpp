// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/managerconf.h"
#include "formats/host/osrelease.h"
#include "formats/host/programversion.h"
#include "hostfacts/session.h"
#include "hostfacts/surroundings.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;
using namespace bondwright::formats;

// Files that say what a host is; those of a support report come from anywhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (hostfacts::nameServersIn(text).size() > 16)
        std::abort();
    (void)hostfacts::sessionFromEnvironBlock(text);
    (void)hostfacts::virtualizationFromDmi(text, text);
    const OsRelease release = readOsRelease(text, text);
    if (release.rhelMajor < 0 || (release.rhelMajor > 0 && !release.isRhelFamily))
        std::abort();
    const QString version = packageVersion(text, "netplan.io");
    if (!isAtLeast(version, version))
        std::abort();
    const auto value = managerValue({{managerConfPath(), text}}, "main", "plugins");
    if (value && value->path != managerConfPath())
        std::abort();
    return 0;
}
