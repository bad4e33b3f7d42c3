// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/metricshttp.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::watch;

// Whatever a program sends to the socket of the metrics: one answer of HTTP/1.1 with the length that it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    int asked = 0;
    const QByteArray answer
        = httpAnswer({reinterpret_cast<const char *>(data), qsizetype(size)}, [&asked](MetricsFormat) -> QByteArray {
              ++asked;
              return "bondwright_up 1\n";
          });
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const QByteArray length
        = "\r\nContent-Length: " + QByteArray::number(answer.size() - end - 4) + "\r\nConnection: close";
    const bool hasBody = end + 4 < answer.size();
    if (!answer.startsWith("HTTP/1.1 ") || end < 0 || asked > 1 || (hasBody && !answer.contains(length)))
        std::abort();
    if (answer.startsWith("HTTP/1.1 200 ") != (asked == 1))
        std::abort();
    return 0;
}
