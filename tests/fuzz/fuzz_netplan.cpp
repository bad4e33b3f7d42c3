// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/netplan/netplanformat.h"
#include "readwrite.h"

using namespace bondwright;

// libnetplan merges what it is given, and is not ours: what it makes of anything has to be a plan or a finding too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::readWriteAndTakeAway(formats::netplan::NetplanFormat(),
                               test::sameInAll({QStringLiteral("/etc/netplan/50-cloud-init.yaml"),
                                                QStringLiteral("/etc/netplan/90-bond0.yaml")},
                                               data, size));
    return 0;
}
