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

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

struct Entry {
    QLatin1StringView id;
    bool isWritten;
    std::unique_ptr<Format> (*make)(const ifcfg::Dialect &);
};

template <typename T>
std::unique_ptr<Format> plain(const ifcfg::Dialect &)
{
    return std::make_unique<T>();
}

constexpr std::array entries{
    Entry{"nm"_L1, true, plain<nm::NmFormat>},
    Entry{"ifcfg"_L1, true,
          [](const ifcfg::Dialect &dialect) -> std::unique_ptr<Format> {
              return std::make_unique<ifcfg::IfcfgFormat>(dialect);
          }},
    Entry{"networkd"_L1, true, plain<networkd::NetworkdFormat>},
    Entry{"ifupdown"_L1, true, plain<ifupdown::IfupdownFormat>},
#ifdef BONDWRIGHT_NETPLAN
    Entry{"netplan"_L1, true, plain<netplan::NetplanFormat>},
#endif
    Entry{"nmstate"_L1, true, plain<nmstate::NmstateFormat>},
    Entry{"cloudinit"_L1, true, plain<cloudinit::CloudInitFormat>},
    Entry{"wicked"_L1, true, plain<wicked::WickedFormat>},
    Entry{"dracut"_L1, true, plain<dracut::DracutFormat>},
};

} // namespace

QStringList formatIds()
{
    QStringList ids;
    for (const Entry &entry : entries)
        ids.append(entry.id);
    return ids;
}

QStringList writtenFormatIds()
{
    QStringList ids;
    for (const Entry &entry : entries) {
        if (entry.isWritten)
            ids.append(entry.id);
    }
    return ids;
}

std::unique_ptr<Format> makeFormat(QStringView id, const ifcfg::Dialect &dialect)
{
    const auto it = std::find_if(entries.begin(), entries.end(), [id](const Entry &entry) { return id == entry.id; });
    return it == entries.end() ? nullptr : it->make(dialect);
}

} // namespace bondwright::formats
