// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

using namespace Qt::StringLiterals;

namespace bondwright::modes
{

ModeInfo ieee8023ad()
{
    return {
        .mode = Mode::Ieee8023ad,
        .kernelName = u"802.3ad"_s,
        .switchNeed = SwitchNeed::Lacp,
        .faultTolerant = true,
        .balancesTransmit = true,
        .balancesReceive = true,
        .needsSpeed = true,
        .needsMacChangeWhileUp = false,
        .common = false,
        .recommendedWithLacp = true,
        .optionGroups = OptionGroup::Monitoring | OptionGroup::Lacp | OptionGroup::Hash,
        .title = {u"Dynamic link aggregation (LACP)"_s, u"动态链路聚合（LACP）"_s},
        .summary
        = {u"Host and switch agree on the group by LACP and spread the traffic over it; the switch needs an LACP "
           "group on these ports."_s,
           u"主机与交换机通过 LACP 协商聚合组并分担流量；交换机相应端口需配置 LACP 聚合组。"_s},
        .description
        = {u"The IEEE 802.3ad (today 802.1AX) link aggregation: both ends exchange LACP packets and take only those "
           u"links "
           "into the group that really lead to the same partner, with the same speed and full duplex. A wrong cable, a "
           "dead port or a switch that was never configured is noticed instead of losing packets. Traffic is spread by "
           "the transmit hash policy on our side and by the switch's own on the other, so two NICs give up to twice "
           "the "
           "bandwidth over many conversations, while one conversation stays on one NIC. All ports must belong to one "
           "switch, or to switches that act as one (stack, MLAG, vPC)."_s,
           u"即 IEEE 802.3ad（现为 802.1AX）链路聚合：两端交换 LACP "
           u"报文，只有确实通向同一对端、速率相同且为全双工的链路才会加入聚合组。"
           "接错网线、端口失效或交换机未配置都能被发现，而不是悄悄丢包。发送方向由本机的哈希策略分担，接收方向由交换机"
           "分担，"
           "两块网卡在多会话下最高可获得两倍带宽，而单个会话仍只走一块网卡。"
           "所有端口必须属于同一台交换机，或属于逻辑上作为一台的交换机（堆叠、MLAG、vPC）。"_s},
        .chooseWhen
        = {u"The switch speaks LACP: more bandwidth and fault tolerance in one, and mistakes are noticed."_s,
           u"交换机支持 LACP：同时获得带宽和容错，并且能够发现配置错误。"_s},
        .avoidWhen = {u"The switch cannot be configured, the NICs lead to switches that do not act as one, or their "
                      "speeds differ."_s,
                      u"无法配置交换机、网卡接到互不堆叠的交换机，或网卡速率不同。"_s},
    };
}

} // namespace bondwright::modes
