// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/lldpsockets.h"
#include "helper/transaction/record.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;

// What the helper takes from its listener, which runs with fewer rights, and from a record that a power cut may have cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto frames = helper::framesFromLines(text)) {
        for (const neighbours::HeardFrame &frame : *frames) {
            if (frame.nic.isEmpty() || frame.bytes.size() > neighbours::HeardFrame::maxSize)
                std::abort();
        }
    }
    const auto record = helper::recordFromJson(text);
    if (!record)
        return 0;
    const auto again = helper::recordFromJson(helper::recordToJson(*record));
    if (!again || again->paths != record->paths || again->runtime != record->runtime)
        std::abort();
    helper::Record progressed = *record;
    if (helper::takeProgress(text, &progressed) && progressed.transaction.id != record->transaction.id)
        std::abort();
    return 0;
}
