// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows modeRow()
{
    QList<OptionName> names;
    for (const ModeInfo &info : allModes())
        names.append({info.kernelName, static_cast<int>(info.mode)});
    return {{
        .name = u"mode"_s,
        .kind = OptionKind::Enum,
        .defaultValue = u"balance-rr"_s,
        .names = names,
        .change = OptionChange::BondDownNoSlaves,
        .netlinkAttribute = 1,
        .netlinkNumber = NetlinkNumber::U8,
        .since = u"2.4"_s,
        .spellings = {{.format = FileFormat::Networkd, .key = u"Mode"_s, .since = u"216"_s},
                      {.format = FileFormat::Netplan, .key = u"mode"_s, .since = u"0.17"_s},
                      {.format = FileFormat::Ifupdown, .key = u"bond-mode"_s, .since = u"1.1.0-8"_s},
                      {.format = FileFormat::Ifupdown2, .key = u"bond-mode"_s, .since = u"1.0"_s},
                      {.format = FileFormat::Nmstate, .key = u"mode"_s, .since = u"2.0"_s},
                      {.format = FileFormat::NetworkManager, .key = u"mode"_s, .since = u"0.9.4"_s}},
        .help = {u"How the NICs share the work"_s, u"各网卡如何分担工作"_s},
    }};
}

} // namespace bondwright::options
