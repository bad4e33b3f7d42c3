// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/networkdformat.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;
using namespace bondwright::formats;

// Any unit file is a plan or a finding; and what is read can be written back over it, and taken away.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FileState state;
    state.content = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    FileSnapshot snapshot;
    for (const char *name : {"10-bond0.netdev", "10-bond0.network", "20-port.network"})
        snapshot.files.insert(QStringLiteral("/etc/systemd/network/") + QLatin1StringView(name), state);
    const networkd::NetworkdFormat format;
    const Reading reading = format.read(snapshot);
    for (const FoundBond &found : reading.bonds) {
        (void)format.render(found.plan, snapshot);
        (void)format.remove(found.plan.name, snapshot);
        (void)format.leftBehind(found, snapshot);
    }
    return 0;
}
