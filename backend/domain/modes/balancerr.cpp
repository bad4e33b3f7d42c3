// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

using namespace Qt::StringLiterals;

namespace bondwright::modes
{

ModeInfo balanceRr()
{
    return {
        .mode = Mode::BalanceRr,
        .kernelName = u"balance-rr"_s,
        .switchNeed = SwitchNeed::StaticLag,
        .faultTolerant = true,
        .balancesTransmit = true,
        .balancesReceive = true,
        .needsSpeed = false,
        .needsMacChangeWhileUp = false,
        .common = true,
        .recommendedWithLacp = false,
        .optionGroups = OptionGroup::Monitoring | OptionGroup::Arp | OptionGroup::RoundRobin,
        .title = {u"Round-robin load balancing"_s, u"轮询负载均衡"_s},
        .summary = {u"Packets leave in turn over all NICs; survives the loss of a NIC; the switch needs a static link "
                    "aggregation group."_s,
                    u"数据包依次从所有网卡发出；单块网卡故障时业务不中断；交换机需配置静态链路聚合组。"_s},
        .description
        = {u"Every packet goes out through the next NIC in turn, so even one single connection can use more than the "
           "speed of one NIC. When a link fails, the remaining NICs carry on. What comes in is spread by the switch, "
           "which must hold the ports in one static aggregation group (EtherChannel mode on, Eth-Trunk manual): "
           "without "
           "it the switch sees one MAC address on several ports and keeps moving it. The price of taking turns is that "
           "packets of one connection may arrive out of order; TCP then sends some of them again, so the gain is less "
           "than the sum of the links."_s,
           u"每个数据包依次轮流从下一块网卡发出，因此即使单个连接也能获得超过一块网卡的带宽。某条链路故障时，其余网卡继"
           u"续工作。"
           "接收流量由交换机分担，相应端口必须配置在同一个静态链路聚合组中（EtherChannel mode on、手工 Eth-Trunk）；"
           "否则交换机会在多个端口上看到同一个 MAC 地址，造成 MAC "
           "地址漂移。轮询发送的代价是同一连接的数据包可能乱序到达，"
           "TCP 会因此重传，实际带宽低于各链路之和。"_s},
        .chooseWhen = {u"One connection must be faster than one NIC and both ends tolerate packets out of order, for "
                       "example two hosts cabled back to back, or a cluster's own network."_s,
                       u"需要让单个连接超过一块网卡的速度，且两端能容忍乱序，例如两台主机直连，或集群内部网络。"_s},
        .avoidWhen
        = {u"The switch ports cannot be grouped, the NICs have different speeds, or the traffic is sensitive "
           "to packet order."_s,
           u"交换机端口无法聚合、网卡速率不同，或业务对数据包顺序敏感。"_s},
    };
}

} // namespace bondwright::modes
