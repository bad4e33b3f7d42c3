// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ifcfgformat.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;
using namespace bondwright::formats;

// Whatever the bytes of an ifcfg file: they can be read, what is read can be written for the same bond, and
// what was written says the plan and changes nothing the second time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    FileSnapshot snapshot;
    snapshot.files[ifcfg::ifcfgPath(QStringLiteral("bond0"))].content = text;
    snapshot.files[ifcfg::routePath(QStringLiteral("bond0"), false)].content = text;
    const ifcfg::IfcfgFormat format;
    for (const FoundBond &found : format.read(snapshot).bonds) {
        const auto same = format.render(found.plan, snapshot);
        BondPlan plan = found.plan;
        plan.mtu = plan.mtu == 9000u ? 1500 : 9000;
        const auto rendering = format.render(plan, snapshot);
        if (!rendering || rendering->changes.isEmpty())
            continue;
        FileSnapshot after = snapshot;
        for (const FileChange &change : rendering->changes.files)
            after.files[change.path].content = change.newText.value_or(QByteArray());
        const auto again = format.render(plan, after);
        if (!again || !again->changes.isEmpty())
            std::abort();
    }
    return 0;
}
