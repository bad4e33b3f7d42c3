// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows arpRows()
{
    return {
        {
            .name = u"arp_interval"_s,
            .unit = u"ms"_s,
            .defaultValue = u"0"_s,
            .maximum = intMax,
            .modes = arpModes,
            .effectiveModes = arpModes,
            .netlinkAttribute = 7,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"2.4"_s,
            .groups = OptionGroup::Arp,
            .help = {u"How often the targets are probed; takes the place of miimon, 0 means never"_s,
                     u"探测目标的间隔；用于代替 miimon，0 表示不探测"_s},
        },
        {
            .name = u"arp_ip_target"_s,
            .kind = OptionKind::Ip4List,
            .effectiveModes = arpModes,
            .netlinkAttribute = 8,
            .since = u"2.4"_s,
            .groups = OptionGroup::Arp,
            .help = {u"IPv4 addresses that are asked by ARP whether the way to them is whole; at most 16"_s,
                     u"用 ARP 探测的 IPv4 地址，以判断路径是否完好；最多 16 个"_s},
        },
        {
            .name = u"ns_ip6_target"_s,
            .kind = OptionKind::Ip6List,
            .effectiveModes = arpModes,
            .inSysfs = false,
            .isModuleParameter = false,
            .netlinkAttribute = 31,
            .since = u"5.18"_s,
            .groups = OptionGroup::Arp,
            .help = {u"IPv6 addresses that are asked by neighbour solicitation; at most 16"_s,
                     u"用邻居请求（NS）探测的 IPv6 地址；最多 16 个"_s},
        },
        {
            .name = u"arp_validate"_s,
            .kind = OptionKind::Enum,
            .defaultValue = u"none"_s,
            .names = {{u"none"_s, 0},
                      {u"active"_s, 1},
                      {u"backup"_s, 2},
                      {u"all"_s, 3},
                      {u"filter"_s, 4},
                      {u"filter_active"_s, 5},
                      {u"filter_backup"_s, 6}},
            .modes = arpModes,
            .effectiveModes = arpModes,
            .netlinkAttribute = 9,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"2.6.19"_s,
            .groups = OptionGroup::Arp,
            .help = {u"On which NICs only ARP replies from the targets count as a sign of life"_s,
                     u"在哪些网卡上只把来自探测目标的 ARP 报文视为链路正常"_s},
        },
        {
            .name = u"arp_all_targets"_s,
            .kind = OptionKind::Enum,
            .defaultValue = u"any"_s,
            .names = {{u"any"_s, 0}, {u"all"_s, 1}},
            .effectiveModes = modeMask({1}),
            .netlinkAttribute = 10,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"3.11"_s,
            .groups = OptionGroup::Arp,
            .help = {u"Whether one answering target is enough or all must answer; acts together with arp_validate"_s,
                     u"任意一个目标应答即可，还是必须全部应答；与 arp_validate 配合生效"_s},
        },
        {
            .name = u"arp_missed_max"_s,
            .defaultValue = u"2"_s,
            .minimum = 1,
            .maximum = 255,
            .modes = arpModes,
            .effectiveModes = arpModes,
            .isModuleParameter = false,
            .netlinkAttribute = 30,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"5.17"_s,
            .groups = OptionGroup::Arp,
            .help = {u"How many probes may go unanswered before a NIC counts as down"_s,
                     u"连续多少次探测无应答后判定网卡故障"_s},
        },
    };
}

} // namespace bondwright::options
