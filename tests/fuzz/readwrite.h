// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "formats/format.h"

#include <cstdint>
#include <cstdlib>

namespace bondwright::test
{

/// The same bytes in every file of a host.
inline formats::FileSnapshot sameInAll(const QStringList &paths, const std::uint8_t *data, std::size_t size)
{
    formats::FileState state;
    state.content = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    formats::FileSnapshot snapshot;
    for (const QString &path : paths)
        snapshot.files.insert(path, state);
    return snapshot;
}

/// Whatever stands in the files: each is a plan or a finding, that can be written back and taken away. If it is a plan that
/// could be applied, the files say it then and need no second change, and it is gone.
inline void readWriteAndTakeAway(const formats::Format &format, const formats::FileSnapshot &snapshot)
{
    for (const formats::FoundBond &found : format.read(snapshot).bonds) {
        (void)format.leftBehind(found, snapshot);
        const bool isSound = !hasErrors(check(found.plan, {}));
        if (const auto written = format.render(found.plan, snapshot)) {
            const auto again = format.render(found.plan, snapshot.with(written->changes));
            if (isSound && again && !again->changes.isEmpty())
                std::abort();
        }
        if (const auto gone = format.remove(found.plan.name, snapshot)) {
            if (isSound && format.read(snapshot.with(gone->changes)).find(found.plan.name))
                std::abort();
        }
    }
}

} // namespace bondwright::test
