// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/ifupdownformat.h"
#include "formats/ifupdown/interfacestree.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;
using namespace bondwright::formats;

// Any text is a plan or a finding; what is read can be written back over it and taken away. What is sourced, in one text,
// has the same interfaces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FileState state;
    state.content = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    FileSnapshot snapshot;
    for (const char *name : {"interfaces", "interfaces.d/other"})
        snapshot.files.insert(QStringLiteral("/etc/network/") + QLatin1StringView(name), state);
    const ifupdown::IfupdownFormat format;
    (void)format.foldersNamedBy(snapshot);
    (void)format.pathsNamedBy(snapshot);
    const ifupdown::InterfacesTree tree(snapshot);
    FileSnapshot flat;
    flat.files.insert(ifupdown::InterfacesTree::mainPath(), FileState{tree.flattened(), 0644, 0, 0, {}});
    if (ifupdown::InterfacesTree(flat).interfaces() != tree.interfaces())
        abort();
    for (const FoundBond &found : format.read(snapshot).bonds) {
        (void)format.render(found.plan, snapshot);
        (void)format.remove(found.plan.name, snapshot);
        (void)format.leftBehind(found, snapshot);
    }
    return 0;
}
