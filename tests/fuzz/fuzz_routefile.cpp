// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/routefile.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;
using namespace bondwright::formats::ifcfg;

// Whatever the bytes of a route file: what is read can be written, and other routes put in their place keep the lines
// that a plan cannot say.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString device = QStringLiteral("bond0");
    for (const int number : {0, 1, 2, 3}) {
        const bool isV6 = number % 2 != 0;
        const auto reader = number / 2 == 0 ? Reader::NetworkService : Reader::NetworkManager;
        const RouteFile old = readRoutes(text, device, isV6, reader);
        if (writeRoutes(text, device, isV6, reader, old.routes, true) != text)
            std::abort();
        const QList<IpRoute> wanted{{isV6 ? QStringLiteral("2001:db8::/32") : QStringLiteral("10.0.0.0/8"), {}, {}}};
        const auto written = writeRoutes(text, device, isV6, reader, wanted, false);
        if (!written)
            continue;
        const RouteFile now = readRoutes(*written, device, isV6, reader);
        if (now.routes != wanted || now.foreign.size() > old.foreign.size() || !now.gateway.isEmpty())
            std::abort();
    }
    return 0;
}
