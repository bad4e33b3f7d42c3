// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/ifupdownformat.h"
#include "formats/ifupdown/interfacestree.h"
#include "readwrite.h"

using namespace bondwright;
using namespace bondwright::formats;

// What is sourced, in one text, has the same interfaces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const FileSnapshot snapshot = test::sameInAll(
        {QStringLiteral("/etc/network/interfaces"), QStringLiteral("/etc/network/interfaces.d/other")}, data, size);
    const ifupdown::IfupdownFormat format;
    (void)format.foldersNamedBy(snapshot);
    (void)format.pathsNamedBy(snapshot);
    const ifupdown::InterfacesTree tree(snapshot);
    FileSnapshot flat;
    flat.files.insert(ifupdown::InterfacesTree::mainPath(), FileState{tree.flattened(), 0644, 0, 0, {}});
    if (ifupdown::InterfacesTree(flat).interfaces() != tree.interfaces())
        std::abort();
    test::readWriteAndTakeAway(format, snapshot);
    return 0;
}
