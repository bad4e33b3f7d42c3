// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/aliases.h"

#include "domain/ipaddress.h"
#include "formats/ifcfg/ipreader.h"

#include <algorithm>

namespace bondwright::formats::ifcfg
{

namespace
{

using Addresses = WrittenList<IpNetwork>;

bool endsWith(const Addresses &all, const Addresses &tail)
{
    return all.size() > tail.size() && std::equal(tail.cbegin(), tail.cend(), all.cend() - tail.size());
}

/// Whether an alias has the mask of its parent, and that one changes.
bool isMaskLost(const QList<IfcfgFile> &aliases, const Addresses &old, const Addresses &wanted)
{
    const auto &before = old.constFirst().value();
    const auto &after = wanted.constFirst().value();
    return !(before && after && before->prefix == after->prefix)
        && std::any_of(aliases.cbegin(), aliases.cend(), [](const IfcfgFile &alias) {
               return alias.text("NETMASK").isEmpty() && alias.text("PREFIX").isEmpty();
           });
}

} // namespace

qsizetype aliasesThatStay(const QString &device, const Folder &folder, const IpConfig &old, const IpConfig &wanted)
{
    const IfcfgFile *parent = folder.find(device);
    const Addresses tail = parent ? aliasAddresses(*parent, folder) : Addresses();
    if (tail.isEmpty() || old.method != wanted.method || !endsWith(old.addresses, tail)
        || !endsWith(wanted.addresses, tail))
        return 0;
    const bool fits = folder.dialect().knowsManyAddresses() || wanted.addresses.size() == tail.size() + 1;
    const bool stays = fits && !isMaskLost(folder.aliasesOf(device), old.addresses, wanted.addresses);
    return stays ? tail.size() : 0;
}

IpPair withoutLastAddresses(IpPair ip, qsizetype count)
{
    ip.ipv4.addresses.resize(ip.ipv4.addresses.size() - count);
    return ip;
}

} // namespace bondwright::formats::ifcfg
