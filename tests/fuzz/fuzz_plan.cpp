// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"
#include "domain/plan.h"
#include "domain/switchside.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;

// Whatever the bytes: the reader answers, a plan that it read can be judged, and writing it and reading
// it again gives the same plan.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parsed = planFromJson(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!parsed) {
        if (parsed.error().code.isEmpty() || parsed.error().message.isEmpty())
            std::abort();
        return 0;
    }
    check(parsed->plan, {});
    for (const VendorInfo &vendor : allVendors())
        switchConfiguration(parsed->plan, vendor.vendor);
    const QByteArray written = planToJson(parsed->plan);
    // Escapes may make a plan at the limit longer than the limit.
    if (written.size() > maxPlanBytes)
        return 0;
    const auto again = planFromJson(written);
    if (!again || again->plan != parsed->plan || !again->unknownMembers.isEmpty())
        std::abort();
    return 0;
}
