// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options/optiontable.h"

using namespace Qt::StringLiterals;

namespace bondwright::options
{

Rows balancingRows()
{
    return {
        {
            .name = u"xmit_hash_policy"_s,
            .kind = OptionKind::Enum,
            .defaultValue = u"layer2"_s,
            .names = {{u"layer2"_s, 0},
                      {u"layer3+4"_s, 1},
                      {u"layer2+3"_s, 2},
                      {u"encap2+3"_s, 3},
                      {u"encap3+4"_s, 4},
                      {u"vlan+srcmac"_s, 5}},
            .effectiveModes = modeMask({2, 4, 5, 6}),
            .netlinkAttribute = 14,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"2.6.10"_s,
            .groups = OptionGroup::Hash,
            .spellings
            = {{.format = FileFormat::Networkd,
                .key = u"TransmitHashPolicy"_s,
                .since = u"216"_s,
                .names
                = {{u"layer2"_s, 0}, {u"layer3+4"_s, 1}, {u"layer2+3"_s, 2}, {u"encap2+3"_s, 3}, {u"encap3+4"_s, 4}}},
               {.format = FileFormat::Netplan,
                .key = u"transmit-hash-policy"_s,
                .since = u"0.17"_s,
                .names
                = {{u"layer2"_s, 0}, {u"layer3+4"_s, 1}, {u"layer2+3"_s, 2}, {u"encap2+3"_s, 3}, {u"encap3+4"_s, 4}}},
               {.format = FileFormat::Ifupdown, .key = u"bond-xmit-hash-policy"_s, .since = u"1.1.0-8"_s},
               {.format = FileFormat::Ifupdown2, .key = u"bond-xmit-hash-policy"_s, .since = u"1.0"_s},
               {.format = FileFormat::Nmstate, .key = u"xmit_hash_policy"_s, .since = u"2.0"_s},
               {.format = FileFormat::NetworkManager, .key = u"xmit_hash_policy"_s, .since = u"0.9.10"_s}},
            .help = {u"What decides over which NIC a conversation leaves"_s, u"根据哪些地址决定会话从哪块网卡发出"_s},
        },
        {
            .name = u"packets_per_slave"_s,
            .defaultValue = u"1"_s,
            .maximum = 65535,
            .modes = modeMask({0}),
            .effectiveModes = modeMask({0}),
            .netlinkAttribute = 20,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"3.13"_s,
            .groups = OptionGroup::RoundRobin,
            .spellings
            = {{.format = FileFormat::Networkd, .key = u"PacketsPerSlave"_s, .since = u"220"_s},
               {.format = FileFormat::Netplan, .key = u"packets-per-slave"_s, .since = u"0.17"_s, .minimum = 1},
               {.format = FileFormat::Ifupdown, .key = u"bond-packets-per-slave"_s, .since = u"2.6"_s},
               {.format = FileFormat::Nmstate, .key = u"packets_per_slave"_s, .since = u"2.0"_s},
               {.format = FileFormat::NetworkManager, .key = u"packets_per_slave"_s, .since = u"1.2"_s}},
            .help = {u"How many packets leave over a NIC before it is the next one's turn; 0 picks at random"_s,
                     u"每块网卡连续发送多少个数据包后轮到下一块；0 表示随机选择"_s},
        },
        {
            .name = u"tlb_dynamic_lb"_s,
            .kind = OptionKind::Bool,
            .defaultValue = u"1"_s,
            .names = {{u"0"_s, 0}, {u"1"_s, 1}},
            .modes = modeMask({5, 6}),
            .effectiveModes = modeMask({5, 6}),
            .change = OptionChange::BondDown,
            .isModuleParameter = false,
            .netlinkAttribute = 27,
            .netlinkNumber = NetlinkNumber::U8,
            .since = u"3.16"_s,
            .groups = OptionGroup::Tlb,
            .spellings = {{.format = FileFormat::Networkd,
                           .key = u"DynamicTransmitLoadBalancing"_s,
                           .since = u"240"_s,
                           .names = {{u"no"_s, 0}, {u"yes"_s, 1}}},
                          {.format = FileFormat::Ifupdown, .key = u"bond-tlb-dynamic-lb"_s, .since = u"2.10"_s},
                          {.format = FileFormat::Nmstate,
                           .key = u"tlb_dynamic_lb"_s,
                           .since = u"2.0"_s,
                           .names = {{u"false"_s, 0}, {u"true"_s, 1}}},
                          {.format = FileFormat::NetworkManager, .key = u"tlb_dynamic_lb"_s, .since = u"1.2"_s}},
            .help = {u"Whether conversations are moved according to the load, or spread by the hash policy alone"_s,
                     u"按负载动态调整各会话，还是仅按哈希策略分配"_s},
        },
        {
            .name = u"lp_interval"_s,
            .unit = u"s"_s,
            .defaultValue = u"1"_s,
            .minimum = 1,
            .maximum = intMax,
            .effectiveModes = modeMask({5, 6}),
            .netlinkAttribute = 19,
            .netlinkNumber = NetlinkNumber::U32,
            .since = u"3.13"_s,
            .groups = OptionGroup::Tlb,
            .spellings = {{.format = FileFormat::Netplan, .key = u"learn-packet-interval"_s, .since = u"0.17"_s},
                          {.format = FileFormat::Nmstate, .key = u"lp_interval"_s, .since = u"2.0"_s},
                          {.format = FileFormat::NetworkManager, .key = u"lp_interval"_s, .since = u"1.2"_s}},
            .help = {u"How often each NIC sends a packet that keeps its MAC address known to the switch"_s,
                     u"各网卡发送学习报文的间隔，使交换机保持其 MAC 地址表项"_s},
        },
    };
}

} // namespace bondwright::options
