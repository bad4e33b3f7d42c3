// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/echo.h"
#include "ping/pingline.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::ping;

// Whatever answers a ping, and whatever the system's ping prints about it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        const auto mark = parseEchoReply(family, bytes);
        // The kernel gave it the header; all behind that is as it was sent.
        if (mark && echoRequest(family, *mark).mid(8, 12) != bytes.sliced(8, 12))
            std::abort();
    }
    if (const auto line = parsePingLine(bytes)) {
        if (line->rtt.count() < 0 || line->rtt > std::chrono::hours(24))
            std::abort();
        for (const quint32 last : {0U, 65'535U, 70'000U, ~0U}) {
            if (quint16(unwrapSequence(line->sequence, last)) != line->sequence)
                std::abort();
        }
    }
    return 0;
}
