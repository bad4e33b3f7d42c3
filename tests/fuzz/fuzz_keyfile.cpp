// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/keyfilefolders.h"
#include "formats/nm/nmformat.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;
using namespace bondwright::formats;

// Any keyfile is a plan or a finding; and what is read can be written back over it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FileState state;
    state.content = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    FileSnapshot snapshot;
    snapshot.files.insert(nm::keyfilePathFor(QStringLiteral("bond0")), state);
    const nm::NmFormat format;
    const Reading reading = format.read(snapshot);
    for (const FoundBond &found : reading.bonds)
        (void)format.render(found.plan, snapshot);
    return 0;
}
