// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/wicked/wickedformat.h"
#include "readwrite.h"

using namespace bondwright;

// The ifcfg and ifroute files of SUSE's wicked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::readWriteAndTakeAway(formats::wicked::WickedFormat(),
                               test::sameInAll({QStringLiteral("/etc/sysconfig/network/ifcfg-bond0"),
                                                QStringLiteral("/etc/sysconfig/network/ifcfg-bond0.5"),
                                                QStringLiteral("/etc/sysconfig/network/ifroute-bond0")},
                                               data, size));
    return 0;
}
