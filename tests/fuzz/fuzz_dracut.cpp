// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/dracut/dracutformat.h"
#include "readwrite.h"

using namespace bondwright;

// The kernel's command line, as words and as what a shell makes of GRUB's defaults.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const char *path : {"/etc/default/grub", "/etc/cmdline.d/20-bond0.conf"})
        test::readWriteAndTakeAway(formats::dracut::DracutFormat(),
                                   test::sameInAll({QString::fromLatin1(path)}, data, size));
    return 0;
}
