// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/netplan/netplanformat.h"
#include "readwrite.h"

using namespace bondwright;

// libnetplan 0.106 keeps a copy of the bond's name for each NIC that a second file puts into it once more. To tell that this is its leak
// and not ours, allocations need their whole stacks: libglib, through which it allocates, has no frame pointers.
extern "C" const char *__asan_default_options()
{
    return "fast_unwind_on_malloc=0";
}

extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libnetplan.so";
}

// libnetplan merges what it is given, and is not ours: what it makes of anything has to be a plan or a finding too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::readWriteAndTakeAway(formats::netplan::NetplanFormat(),
                               test::sameInAll({QStringLiteral("/etc/netplan/50-cloud-init.yaml"),
                                                QStringLiteral("/etc/netplan/90-bond0.yaml")},
                                               data, size));
    return 0;
}
