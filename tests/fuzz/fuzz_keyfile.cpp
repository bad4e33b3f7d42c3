// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/keyfilefolders.h"
#include "formats/nm/nmformat.h"
#include "readwrite.h"

using namespace bondwright;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::readWriteAndTakeAway(formats::nm::NmFormat(),
                               test::sameInAll({formats::nm::keyfilePathFor(QStringLiteral("bond0"))}, data, size));
    return 0;
}
