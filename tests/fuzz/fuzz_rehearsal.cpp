// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/report.h"
#include "rehearsal/request.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

using namespace bondwright::rehearsal;

// What the program that rehearses is asked for by anybody, and what comes back from it or from another host.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto request = requestFromJson(text)) {
        const auto again = requestFromJson(toJson(*request));
        if (!again || *again != *request)
            std::abort();
    }
    if (const auto report = reportFromJson(QJsonDocument::fromJson(text).object())) {
        const auto again = reportFromJson(toJson(*report));
        if (!again || toJson(*again) != toJson(*report))
            std::abort();
        (void)summary(*report);
        (void)reportText(*report);
        (void)helperCould(*report);
    }
    return 0;
}
