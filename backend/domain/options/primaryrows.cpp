// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows primaryRows()
{
    return {
        {
            .name = u"primary"_s,
            .kind = OptionKind::IfName,
            .modes = primaryModes,
            .effectiveModes = primaryModes,
            .netlinkAttribute = 11,
            .since = u"2.4"_s,
            .groups = OptionGroup::Primary,
            .spellings = {{.format = FileFormat::Networkd, .key = u"PrimarySlave"_s, .since = u"235"_s},
                          {.format = FileFormat::Netplan, .key = u"primary"_s, .since = u"0.26"_s},
                          {.format = FileFormat::Ifupdown, .key = u"bond-primary"_s, .since = u"1.1.0-12"_s},
                          {.format = FileFormat::Ifupdown2, .key = u"bond-primary"_s, .since = u"2.0.0"_s},
                          {.format = FileFormat::Nmstate, .key = u"primary"_s, .since = u"2.0"_s},
                          {.format = FileFormat::NetworkManager, .key = u"primary"_s, .since = u"0.9.10"_s}},
            .help = {u"The NIC that is used whenever it is up"_s, u"首选网卡，只要它正常就使用它"_s},
        },
        {
            .name = u"primary_reselect"_s,
            .kind = OptionKind::Enum,
            .defaultValue = u"always"_s,
            .names = {{u"always"_s, 0}, {u"better"_s, 1}, {u"failure"_s, 2}},
            .effectiveModes = primaryModes,
            .netlinkAttribute = 12,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"2.6.33"_s,
            .groups = OptionGroup::Primary,
            .spellings = {{.format = FileFormat::Networkd, .key = u"PrimaryReselectPolicy"_s, .since = u"220"_s},
                          {.format = FileFormat::Netplan, .key = u"primary-reselect-policy"_s, .since = u"0.17"_s},
                          {.format = FileFormat::Ifupdown, .key = u"bond-primary-reselect"_s, .since = u"1.1.0-18"_s},
                          {.format = FileFormat::Ifupdown2, .key = u"bond-primary-reselect"_s, .since = u"3.0.0"_s},
                          {.format = FileFormat::Nmstate, .key = u"primary_reselect"_s, .since = u"2.0"_s},
                          {.format = FileFormat::NetworkManager, .key = u"primary_reselect"_s, .since = u"0.9.10"_s}},
            .help
            = {u"When a recovered primary takes over again: always, only if faster, only if the other one fails"_s,
               u"首选网卡恢复后何时切回：总是、仅当更快时、仅当当前网卡故障时"_s},
        },
        {
            .name = u"active_slave"_s,
            .kind = OptionKind::IfName,
            .modes = primaryModes,
            .effectiveModes = primaryModes,
            .isModuleParameter = false,
            .netlinkAttribute = 2,
            .since = u"2.6"_s,
            .groups = OptionGroup::Primary,
            .spellings = {{.format = FileFormat::NetworkManager, .key = u"active_slave"_s, .since = u"1.2"_s}},
            .help = {u"The NIC in use right now; can be switched by hand while the bond runs, and is not kept"_s,
                     u"当前使用的网卡；可在运行中手动切换，不会保存"_s},
        },
    };
}

} // namespace bondwright::options
