// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/lldpclijson.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::neighbours;

// What a program printed that may be of any version, about devices that may say anything.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto ports = parseLldpcliJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!ports)
        return 0;
    for (auto port = ports->cbegin(); port != ports->cend(); ++port) {
        if (port.key().isEmpty() || port->chassis.isEmpty() || port->system.size() > 255)
            std::abort();
    }
    return 0;
}
