// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows failoverRows()
{
    return {
        {
            .name = u"fail_over_mac"_s,
            .kind = OptionKind::Enum,
            .defaultValue = u"none"_s,
            .names = {{u"none"_s, 0}, {u"active"_s, 1}, {u"follow"_s, 2}},
            .effectiveModes = modeMask({1}),
            .change = OptionChange::NoSlaves,
            .netlinkAttribute = 13,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"2.6.24"_s,
            .groups = OptionGroup::FailOverMac,
            .spellings = {{.format = FileFormat::Networkd,
                           .key = u"FailOverMACPolicy"_s,
                           .since = u"220"_s,
                           .onlyWhereItActs = true},
                          {.format = FileFormat::Netplan,
                           .key = u"fail-over-mac-policy"_s,
                           .since = u"0.17"_s,
                           .onlyWhereItActs = true},
                          {.format = FileFormat::Ifupdown, .key = u"bond-fail-over-mac"_s, .since = u"1.1.0-11"_s},
                          {.format = FileFormat::Nmstate, .key = u"fail_over_mac"_s, .since = u"2.0"_s},
                          {.format = FileFormat::NetworkManager, .key = u"fail_over_mac"_s, .since = u"0.9.10"_s}},
            .help = {u"Whether all NICs get the bond's MAC address, or the bond takes the active NIC's"_s,
                     u"所有网卡使用绑定接口的 MAC 地址，还是绑定接口随活动网卡改变 MAC 地址"_s},
        },
        {
            .name = u"num_grat_arp"_s,
            .aliases = {u"num_unsol_na"_s},
            .defaultValue = u"1"_s,
            .maximum = 255,
            .effectiveModes = modeMask({1, 4}),
            .netlinkAttribute = 16,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"2.6.27"_s,
            .groups = OptionGroup::FailOverMac,
            .spellings = {{.format = FileFormat::Networkd, .key = u"GratuitousARP"_s, .since = u"220"_s},
                          {.format = FileFormat::Netplan, .key = u"gratuitous-arp"_s, .since = u"0.40"_s, .minimum = 1},
                          {.format = FileFormat::Ifupdown, .key = u"bond-num-grat-arp"_s, .since = u"1.1.0-18"_s},
                          {.format = FileFormat::Ifupdown2, .key = u"bond-num-grat-arp"_s, .since = u"1.0"_s},
                          {.format = FileFormat::Nmstate, .key = u"num_grat_arp"_s, .since = u"2.0"_s},
                          {.format = FileFormat::NetworkManager, .key = u"num_grat_arp"_s, .since = u"1.2"_s}},
            .help = {u"How many announcements (gratuitous ARP, unsolicited NA) are sent after a failover"_s,
                     u"故障切换后发送多少次通告（免费 ARP、非请求 NA）"_s},
        },
        {
            .name = u"resend_igmp"_s,
            .defaultValue = u"1"_s,
            .maximum = 255,
            .effectiveModes = modeMask({0, 1, 5, 6}),
            .netlinkAttribute = 15,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"2.6.37"_s,
            .spellings = {{.format = FileFormat::Networkd, .key = u"ResendIGMP"_s, .since = u"220"_s},
                          {.format = FileFormat::Netplan, .key = u"resend-igmp"_s, .since = u"0.17"_s, .minimum = 1},
                          {.format = FileFormat::Nmstate, .key = u"resend_igmp"_s, .since = u"2.0"_s},
                          {.format = FileFormat::NetworkManager, .key = u"resend_igmp"_s, .since = u"0.9.10"_s}},
            .help = {u"How many times multicast memberships are announced again after a failover"_s,
                     u"故障切换后重新通告组播成员关系的次数"_s},
        },
        {
            .name = u"all_slaves_active"_s,
            .kind = OptionKind::Bool,
            .defaultValue = u"0"_s,
            .names = {{u"0"_s, 0}, {u"1"_s, 1}},
            .netlinkAttribute = 17,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"2.6.36"_s,
            .spellings = {{.format = FileFormat::Networkd,
                           .key = u"AllSlavesActive"_s,
                           .since = u"220"_s,
                           .names = {{u"no"_s, 0}, {u"yes"_s, 1}}},
                          {.format = FileFormat::Netplan,
                           .key = u"all-slaves-active"_s,
                           .since = u"0.17"_s,
                           .names = {{u"false"_s, 0}, {u"true"_s, 1}}},
                          {.format = FileFormat::Nmstate,
                           .key = u"all_slaves_active"_s,
                           .since = u"2.0"_s,
                           .names = {{u"dropped"_s, 0}, {u"delivered"_s, 1}}},
                          {.format = FileFormat::NetworkManager, .key = u"all_slaves_active"_s, .since = u"1.2"_s}},
            .help = {u"Whether packets that arrive on inactive NICs are delivered instead of dropped"_s,
                     u"是否接收（而不是丢弃）从非活动网卡到达的数据包"_s},
        },
    };
}

} // namespace bondwright::options
