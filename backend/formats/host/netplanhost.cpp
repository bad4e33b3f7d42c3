// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/netplanhost.h"

#ifdef BONDWRIGHT_NETPLAN
#include "formats/files/rootfolder.h"
#include "formats/netplan/netplanformat.h"
#include "formats/netplan/netplantree.h"

#include <algorithm>
#endif

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

#ifdef BONDWRIGHT_NETPLAN

namespace
{

bool definesInterfaces(const netplan::NetplanFile &file)
{
    return !fileNameOf(file.path).startsWith(u"90-NM-")
        && std::any_of(file.network.entries.cbegin(), file.network.entries.cend(), [](const yaml::Entry &entry) {
               return entry.key != u"version" && entry.key != u"renderer" && !entry.value.isNull();
           });
}

} // namespace

NetplanRenderer netplanRenderer(const QString &root)
{
    const auto snapshot = takeSnapshot(root, netplan::NetplanFormat());
    if (!snapshot)
        return NetplanRenderer::None;
    const netplan::NetplanTree tree(*snapshot);
    if (std::none_of(tree.files().cbegin(), tree.files().cend(), definesInterfaces))
        return NetplanRenderer::None;
    return tree.isByNetworkd({}) ? NetplanRenderer::Networkd : NetplanRenderer::NetworkManager;
}

NetplanRenderer netplanRendererOf(const QString &root, const QString &bond)
{
    const auto snapshot = takeSnapshot(root, netplan::NetplanFormat());
    if (!snapshot)
        return NetplanRenderer::None;
    return netplan::NetplanTree(*snapshot).isByNetworkd(bond) ? NetplanRenderer::Networkd
                                                              : NetplanRenderer::NetworkManager;
}

#else

NetplanRenderer netplanRenderer(const QString &)
{
    return NetplanRenderer::None;
}

NetplanRenderer netplanRendererOf(const QString &, const QString &)
{
    return NetplanRenderer::None;
}

#endif

} // namespace bondwright::formats
