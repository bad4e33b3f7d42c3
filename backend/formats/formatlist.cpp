// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"

#include "formats/cloudinit/cloudinitformat.h"
#include "formats/dracut/dracutformat.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "formats/ifupdown/ifupdownformat.h"
#include "formats/networkd/networkdformat.h"
#ifdef BONDWRIGHT_NETPLAN
#include "formats/netplan/netplanformat.h"
#endif
#include "formats/nm/nmformat.h"
#include "formats/nmstate/nmstateformat.h"
#include "formats/wicked/wickedformat.h"

#include <algorithm>
#include <array>

namespace bondwright::formats
{

namespace
{

struct Entry {
    FormatId id;
    std::unique_ptr<Format> (*make)(const ifcfg::Dialect &);
};

template <typename T>
std::unique_ptr<Format> plain(const ifcfg::Dialect &)
{
    return std::make_unique<T>();
}

constexpr std::array entries{
    Entry{FormatId::NetworkManager, plain<nm::NmFormat>},
    Entry{FormatId::Ifcfg,
          [](const ifcfg::Dialect &dialect) -> std::unique_ptr<Format> {
              return std::make_unique<ifcfg::IfcfgFormat>(dialect);
          }},
    Entry{FormatId::Networkd, plain<networkd::NetworkdFormat>},
    Entry{FormatId::Ifupdown, plain<ifupdown::IfupdownFormat>},
#ifdef BONDWRIGHT_NETPLAN
    Entry{FormatId::Netplan, plain<netplan::NetplanFormat>},
#endif
    Entry{FormatId::Nmstate, plain<nmstate::NmstateFormat>},
    Entry{FormatId::CloudInit, plain<cloudinit::CloudInitFormat>},
    Entry{FormatId::Wicked, plain<wicked::WickedFormat>},
    Entry{FormatId::Dracut, plain<dracut::DracutFormat>},
};

} // namespace

QList<FormatId> formatIds()
{
    QList<FormatId> ids;
    for (const Entry &entry : entries)
        ids.append(entry.id);
    return ids;
}

QStringList formatNames()
{
    QStringList names;
    for (const Entry &entry : entries)
        names.append(formatName(entry.id));
    return names;
}

std::unique_ptr<Format> makeFormat(FormatId id, const ifcfg::Dialect &dialect)
{
    const auto it = std::find_if(entries.begin(), entries.end(), [id](const Entry &entry) { return id == entry.id; });
    return it == entries.end() ? nullptr : it->make(dialect);
}

} // namespace bondwright::formats
