// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/networkdformat.h"
#include "readwrite.h"

using namespace bondwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::readWriteAndTakeAway(formats::networkd::NetworkdFormat(),
                               test::sameInAll({QStringLiteral("/etc/systemd/network/10-bond0.netdev"),
                                                QStringLiteral("/etc/systemd/network/10-bond0.network"),
                                                QStringLiteral("/etc/systemd/network/20-port.network")},
                                               data, size));
    return 0;
}
